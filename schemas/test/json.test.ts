import fc from 'fast-check'
import t from 'tap'
import { canonicalJson, contentDigest, sameJson } from '../index.ts'
import { inspectJson } from '../src/json/inspect.ts'
import { pointerToken, pointerTokens, valueAtPointer } from '../src/json/pointer.ts'
import { countMembers, scanJson } from '../src/json/scan.ts'

const scan = (text: string) => {
  const { depth, members } = scanJson(Buffer.from(text))
  return { depth, members }
}

t.test('the scan counts levels and members outside strings', (t) => {
  t.strictSame(scan('5'), { depth: 0, members: 0 })
  t.strictSame(scan('{"a:{":[{"b":1}],"c\\":":":"}'), { depth: 3, members: 3 })
  t.strictSame(scan('"unfinished {[:'), { depth: 0, members: 0 })
  t.strictSame(scan('"\\'), { depth: 0, members: 0 })
  t.end()
})

t.test('for every JSON value the scan and the walk count the same members', (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      return scan(text).members === countMembers(JSON.parse(text)) && inspectJson(text).error === undefined
    }),
  )
  t.end()
})

t.test('the inspector refuses exactly what the engine refuses', (t) => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const fragments = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"a"',
    '"b\\n"',
    ':',
    ',',
    '1',
    '-0.5e3',
    '01',
    'true',
    'nul',
    ' ',
    '\n',
    '"\t"',
    '"\\x"',
  )
  const texts = fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => (inspectJson(text).error === undefined) === parses(text)),
    { numRuns: 3000 },
  )
  t.end()
})

t.test('a syntax error has its line and its column in characters', (t) => {
  const cases = [
    ['', 1, 1, /breaks off/],
    ['{"a":1,}', 1, 8, /member name/],
    ['{"a" 1}', 1, 6, /colon/],
    ['[1 2]', 1, 4, /comma or \]/],
    ['{"a":1 "b":2}', 1, 8, /comma or \}/],
    ['[\n"\u{20000}字" x]', 2, 6, /comma/],
    ['"abc', 1, 5, /within a string/],
    ['"a\nb"', 1, 3, /control character/],
    ['"\\q"', 1, 2, /no such escape/],
    ['1 2', 1, 3, /should end/],
    ["{'a':1}", 1, 2, /double quotes/],
    ['[undefined]', 1, 2, /value should stand/],
  ] as const
  for (const [text, line, column, en] of cases) {
    t.match(inspectJson(text).error, { line, column, en }, JSON.stringify(text))
    t.match(inspectJson(text).error?.zh, /\p{Script=Han}/u)
  }
  t.end()
})

t.test('doubled members are found where they stand', (t) => {
  t.strictSame(inspectJson('{"a":{"x/y":1,"x/y":2},"b":[{"c":1,"c":1}],"a":0}').duplicates, [
    '/a/x~1y',
    '/b/0/c',
    '/a',
  ])
  t.strictSame(inspectJson('{"a":1,"b":1}').duplicates, [])
  t.end()
})

t.test('pointers are escaped and followed', (t) => {
  t.strictSame(pointerTokens(`/${pointerToken('a/b~')}/0`), ['a/b~', '0'])
  t.equal(valueAtPointer({ 'a/b~': [7] }, '/a~1b~0/0'), 7)
  t.equal(valueAtPointer({}, '/toString'), undefined)
  t.equal(valueAtPointer(1, ''), 1)
  t.end()
})

t.test('equality is that of the canonical texts', (t) => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      const copy = JSON.parse(canonicalJson(a)) as unknown
      return (
        sameJson(JSON.parse(JSON.stringify(a)), copy) &&
        sameJson(a, b) === (canonicalJson(a) === canonicalJson(b))
      )
    }),
  )
  t.end()
})

t.test('equal content has an equal digest, however it was written', (t) => {
  t.equal(canonicalJson({ b: [1, { d: 'é', c: null }], a: '一' }), '{"a":"一","b":[1,{"c":null,"d":"é"}]}')
  t.equal(contentDigest({ a: 1, b: 2 }), contentDigest({ b: 2, a: 1 }))
  // printf '{}' | sha256sum
  t.equal(contentDigest({}), '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  t.end()
})

t.test('the place of the data is that of the member at the top, whatever lies within and around it', (t) => {
  const dataOf = (text: string) => {
    const { dataFrom, dataTo } = scanJson(Buffer.from(text))
    return Buffer.from(text).toString('utf8', dataFrom, dataTo)
  }
  t.equal(dataOf('{"a":{"data":[1]},"data":{"data":{}},"b":{}}'), '{"data":{}}')
  t.equal(dataOf('{"a":"\\"data\\":{}","一":1,"data":[{"x":"}"}]}'), '[{"x":"}"}]')
  t.equal(dataOf('{"xdata":{}}'), '')
  t.equal(dataOf('{"a":1}'), '')
  t.end()
})
