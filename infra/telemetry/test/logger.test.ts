import { createLogger } from '@yibiao/telemetry'
import t from 'tap'

function capture(level: 'info' | 'warn' = 'info') {
  const lines: string[] = []
  const logger = createLogger({
    name: 'ledger',
    level,
    destination: { write: (line: string) => void lines.push(line) },
  })
  return { logger, lines }
}

t.test('a line is a JSON object with role, level and ISO time', async (t) => {
  const { logger, lines } = capture()
  logger.info({ position: 7 }, 'recorded')
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>
  t.match(line, { role: 'ledger', level: 'info', position: 7, msg: 'recorded' })
  t.match(line.time, /^\d{4}-\d\d-\d\dT/)
})

t.test('personal values are withheld, however deep they stand', async (t) => {
  const { logger, lines } = capture()
  const secret = '220202180001010012'
  logger.info({ data: { form: secret } }, 'a')
  logger.info({ event: { data: secret, id: 'e1' } }, 'b')
  logger.info({ batch: { first: { idNo: secret } } }, 'c')
  logger.child({ participant: 'TAX' }).info({ mobile: secret }, 'd')
  t.equal(lines.length, 4)
  t.notMatch(lines.join(''), secret)
  t.match(lines[1], 'e1')
})

t.test('what is below the level is not written', async (t) => {
  const { logger, lines } = capture('warn')
  logger.info({}, 'no')
  logger.warn({}, 'yes')
  t.equal(lines.length, 1)
})
