import t from 'tap'
import { bar, createOutput } from '../src/cli/output.ts'
import { renderTable, type Table, widthsOf } from '../src/cli/table.ts'
import { langOf } from '../src/cli/text.ts'
import { showSpan, showTime } from '../src/cli/times.ts'
import { cut, padEnd, padStart, printable, widthOf, wrap } from '../src/cli/width.ts'
import { captureIo } from './support/captured-io.ts'

const plain = { paint: (_style: string, text: string) => text }

t.test('a Chinese character takes two columns, a combining mark none', async (t) => {
  t.equal(widthOf('abc'), 3)
  t.equal(widthOf('一表'), 4)
  t.equal(widthOf('（A）'), 5)
  t.equal(widthOf('é'), 1)
  t.equal(widthOf('𠮷'), 2, 'outside the basic plane')
  t.equal(widthOf('✓ · → —'), 7, 'ambiguous characters count as one')
})

t.test('padding fills up to columns, not to characters', async (t) => {
  t.equal(padEnd('税务', 6), '税务  ')
  t.equal(padStart('税务', 6), '  税务')
  t.equal(padEnd('too long', 3), 'too long')
})

t.test('cutting never exceeds the width', async (t) => {
  t.equal(cut('吉林市昌邑区', 12), '吉林市昌邑区')
  t.equal(cut('吉林市昌邑区', 7), '吉林市…')
  t.equal(widthOf(cut('吉林市昌邑区', 8)), 7, 'half a character is not shown')
})

t.test('wrapping breaks Latin at spaces and Chinese anywhere', async (t) => {
  t.same(wrap('a limited company', 10), ['a limited', 'company'])
  t.same(wrap('吉林市昌邑区重庆街', 8), ['吉林市昌', '邑区重庆', '街'])
  t.same(wrap('sha256:0123456789', 8), ['sha256:0', '12345678', '9'], 'a long word is broken')
  t.same(wrap('', 8), [''])
})

t.test('no line begins with closing or ends with opening punctuation', async (t) => {
  t.same(wrap('吉林市昌，邑', 8), ['吉林市', '昌，邑'])
  t.same(wrap('吉林市（昌邑）', 8), ['吉林市', '（昌邑）'])
})

t.test('no wrapped line is wider than asked, and nothing is lost', async (t) => {
  const text =
    '经营范围 Business scope：餐饮服务；外卖递送服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）a-very-long-word'
  for (let width = 4; width < 60; width += 1) {
    const lines = wrap(text, width)
    for (const line of lines) t.ok(widthOf(line) <= width, `${width}: ${line}`)
    t.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
  }
})

t.test('control and direction characters never reach the terminal', async (t) => {
  t.equal(printable('a\u001b[31mb'), 'a\\u001b[31mb')
  t.equal(printable('甲\u202e乙\u0007'), '甲\\u202e乙\\u0007')
  t.equal(printable('一表 Yibiao'), '一表 Yibiao')
})

t.test('a table stands in line whatever the script', async (t) => {
  const table: Table = {
    columns: [{ title: 'item' }, { title: '数', align: 'end' }, { title: 'end' }],
    rows: [
      ['税务登记', '1', 'x'],
      ['tax', { text: '100', style: 'red' }, 'y'],
    ],
  }
  t.same(renderTable(table, plain), ['  item       数  end', '  税务登记    1  x', '  tax       100  y'])
})

t.test('a long cell is wrapped within its column', async (t) => {
  const columns = [{ most: 6 }, {}]
  const lines = renderTable({ columns, rows: [['吉林市昌邑区', 'x']], indent: 0 }, plain)
  t.same(lines, ['吉林市  x', '昌邑区'])
  t.same(widthsOf({ columns, rows: [['吉林市昌邑区', 'x']] }), [6, 1])
})

t.test('what others wrote cannot colour a table', async (t) => {
  const [line = ''] = renderTable({ columns: [{}], rows: [['\u001b[31mred']] }, plain)
  t.notMatch(line, '\u001b')
})

t.test('the language follows --lang, then the locale, then English', async (t) => {
  t.equal(langOf('zh', {}), 'zh')
  t.equal(langOf(undefined, { LANG: 'zh_CN.UTF-8' }), 'zh')
  t.equal(langOf(undefined, { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }), 'en')
  t.equal(langOf(undefined, { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'C' }), 'zh')
  t.equal(langOf(undefined, {}), 'en')
})

t.test('colour is for terminals, and for whoever wants it', async (t) => {
  const painted = (setting: Parameters<typeof captureIo>[0], json = false) =>
    createOutput('en', json, captureIo(setting).io).paint('red', 'x')
  t.not(painted({ terminal: true }), 'x')
  t.equal(painted({}), 'x', 'not in a pipe')
  t.equal(painted({ terminal: true }, true), 'x', 'not in JSON')
  t.equal(painted({ terminal: true, env: { NO_COLOR: '1' } }), 'x')
  t.equal(painted({ terminal: true, env: { TERM: 'dumb' } }), 'x')
})

t.test('progress rewrites its own lines on a terminal and is silent elsewhere', async (t) => {
  const terminal = captureIo({ terminal: true })
  const output = createOutput('en', false, terminal.io)
  output.progress('one', 'two')
  output.progress('three')
  output.line('done')
  t.equal(terminal.written.out, 'one\ntwo\r\x1b[1A\x1b[Jthree\r\x1b[Jdone\n')
  const pipe = captureIo()
  createOutput('en', false, pipe.io).progress('one')
  t.equal(pipe.written.out, '')
})

t.test('a bar shows its share, also of nothing', async (t) => {
  t.equal(bar(5, 10, 4), '██░░ 50 %  5/10')
  t.equal(bar(0, 0, 4), '░░░░ 0 %  0/0')
})

t.test('times are those of Asia/Shanghai, spans are short', async (t) => {
  t.equal(showTime('2026-09-24T02:00:00.120Z'), '2026-09-24 10:00:00.120')
  t.equal(showTime('2026-12-31T20:00:00Z'), '2027-01-01 04:00:00.000')
  t.equal(showTime(null), '—')
  t.equal(showSpan(42), '42 ms')
  t.equal(showSpan(1_270), '1.27 s')
  t.equal(showSpan(90_000), '1 min 30 s')
  t.equal(showSpan(3_600_000 * 50), '2 d 2 h')
})
