import { readFileSync } from 'node:fs'
import { partitionOf } from '@yibiao/message-bus'
import { nextDigest } from '@yibiao/projections'
import { isInstant } from '@yibiao/schemas'
import t from 'tap'
import { inboundPartitions } from '../src/topics.ts'
import { writeSettings } from './support/interop-login.ts'

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const page = textOf('docs/departments.md')

const shown = [
  'examples/departments/kcat/statistics-bureau.sh',
  'examples/departments/python/statistics_bureau.py',
  'examples/departments/java/StatisticsBureau.java',
  'examples/departments/sql/oracle.sql',
  'examples/departments/sql/sqlserver.sql',
]

t.test('the page shows every program and script as it is', async (t) => {
  for (const path of shown) {
    const block = new RegExp(
      `<!-- ${path.replaceAll('.', '\\.')} -->\\n\`\`\`[a-z]+\\n(.*?)\\n?\`\`\`\\n`,
      's',
    )
    t.equal(`${block.exec(page)?.[1]}\n`, textOf(path), path)
  }
})

t.test('the digest that the page works out is the one that the exchange computes', async (t) => {
  const value = /^\{"specversion".*"feedsequence":5,.*\}$/m.exec(page)![0]
  const row = (name: string) => new RegExp(`\\| ${name}[^|]*\\| \`([^\`]+)\` \\|`).exec(page)![1]!
  const { id, feedsequence } = JSON.parse(value) as { id: string; feedsequence: number }
  t.equal(row('event id'), id)
  t.equal(row('n'), String(feedsequence))
  t.equal(nextDigest(row('d\\(4\\)'), feedsequence, id, Buffer.from(value)), row('d\\(5\\)'))
})

t.test('the partitions that the page lists are those of the bus', async (t) => {
  const rows = page.matchAll(/^\| `([A-Z0-9-]+)` \| (\d) \|$/gm)
  const listed = [...rows].map(([, key, partition]) => ({ key: key!, partition: Number(partition) }))
  t.equal(listed.length, 5)
  for (const { key, partition } of listed) t.equal(partitionOf(key, inboundPartitions), partition, key)
})

t.test('the forms of an instant are taken and refused as the page says', async (t) => {
  const [, , , taken = '', refused = ''] = /^\| instants .*$/m.exec(page)![0].split('|')
  const instants = (cell: string) => [...cell.matchAll(/`(\d[^`]+)`/g)].map(([, text]) => text!)
  t.ok(instants(taken).length >= 2 && instants(refused).length >= 3)
  for (const text of instants(taken)) t.ok(isInstant(text), text)
  for (const text of instants(refused)) t.notOk(isInstant(text), text)
})

t.test('every code on the page is one of ours', async (t) => {
  const reference = textOf('docs/reference/errors.md')
  const codes = new Set(page.match(/YB_[A-Z_]+/g))
  t.ok(codes.size > 10)
  for (const code of codes) t.ok(reference.includes(`\`${code}\``), code)
})

t.test('the settings of the page are those that the programs are run with', async (t) => {
  const names = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0])
  const [librdkafka = '', java = ''] = [...page.matchAll(/```properties\n(.*?)```/gs)].map(
    ([, text]) => text!,
  )
  const listener = { brokers: 'localhost:9093', url: 'kafka://localhost:9093' }
  const written = (library: 'librdkafka' | 'java') =>
    names(readFileSync(writeSettings(t.testdir(), { library, mechanism: 'SCRAM-SHA-512' }, listener), 'utf8'))
  t.same(names(librdkafka).sort(), written('librdkafka').sort())
  t.same(names(java).sort(), written('java').sort())
})

t.test('every place on the page that the page points to is there', async (t) => {
  const anchors = new Set(
    [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to!)
  t.ok(links.length > 10)
  for (const link of links) t.ok(anchors.has(link), link)
})
