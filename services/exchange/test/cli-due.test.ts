import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const bin = fileURLToPath(new URL('../bin/yibiao.js', import.meta.url))
// By the shipped calendars, whatever exchange there may be around.
const env = { ...process.env, YIBIAO_DATA: t.testdir({}), YIBIAO_GATEWAY: '' }
const due = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'due', ...args], {
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}

t.test('the day a term ends, day by day why', (t) => {
  const { status, stdout } = due('2025-09-26', '5wd')
  t.equal(status, 0)
  t.match(stdout, /1 {2}2025-09-28 {2}Sun {2}worked in exchange, counted/)
  t.match(stdout, /2025-10-01 {2}Wed {2}holiday/)
  t.match(stdout, /\n2025-10-10\n/)
  t.match(due('--lang', 'zh', '2025-09-26', '5wd').stdout, /调休上班，计入/)
  t.end()
})

t.test('excluded time does not count', (t) => {
  t.match(due('2026-10-08', '10wd').stdout, /\n2026-10-21\n/)
  t.match(due('2026-10-08', '10wd', '--excluded', '2026-10-12..2026-10-14').stdout, /\n2026-10-26\n/)
  t.end()
})

t.test('working hours run in office hours, over a holiday and a lunch', (t) => {
  const { status, stdout } = due('2026-09-30T16:00', '4wh')
  t.equal(status, 0)
  t.match(stdout, /1:00 {2}2026-09-30 {2}Wed {2}counted/)
  t.match(stdout, /3:00 {2}2026-10-08 {2}Thu {2}counted/)
  t.match(stdout, /\n2026-10-08 11:30\n/)
  t.match(JSON.parse(due('2026-09-30T16:00', '5wh', '--json').stdout), {
    determined: true,
    date: '2026-10-08',
    at: '2026-10-08T06:00:00.000Z',
  })
  t.equal(due('2026-09-30', '4wh').status, 2, 'hours begin at a moment')
  t.equal(due('2026-09-30T16:00', '4wd').status, 2, 'days at a day')
  t.equal(due('2026-12-31T16:30', '4wh').status, 4)
  t.end()
})

t.test('beyond the last published year nothing is guessed', (t) => {
  const { status, stdout } = due('2026-12-30', '5wd')
  t.equal(status, 4)
  t.match(
    stdout,
    /undetermined, not before 2027-01-04: the notice for 2027 is not published, 4 days still to count/,
  )
  const json = JSON.parse(due('2026-12-30', '5wd', '--json').stdout)
  t.match(json, { determined: false, missingYear: 2027, remaining: 4 })
  t.end()
})

t.test('what is no date or no term is said', (t) => {
  for (const args of [
    ['2025-02-30', '5wd'],
    ['2025-09-26', '5 weeks'],
    ['2025-09-26', '2mo', '--excluded', '2025-09-27..2025-09-28'],
    ['2025-09-26', '5wd', '--excluded', 'later'],
  ]) {
    const { status, stderr } = due(...args)
    t.equal(status, 2, args.join(' '))
    t.ok(stderr.length > 10)
  }
  t.end()
})
