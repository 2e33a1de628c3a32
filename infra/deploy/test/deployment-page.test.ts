import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { checkout } from './support/image.ts'
import { type Node, readYaml } from './support/manifests.ts'

const path = join(checkout, 'docs/deployment.md')
const page = readFileSync(path, 'utf8')

t.test('the page explains every alert, and no other', async (t) => {
  const groups = readYaml('prometheus/alerts.yaml').groups as readonly Node[]
  const alerts = groups.flatMap(({ rules }) => (rules as readonly Node[]).map(({ alert }) => alert as string))
  const named = new Set([...page.matchAll(/`(Yibiao\w+)`/g)].map(([, name]) => name as string))
  t.same([...named].sort(), alerts.toSorted())
})

t.test('links and files that the page names are there', async (t) => {
  for (const [, target = ''] of page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
    t.ok(existsSync(join(dirname(path), target)), target)
  // What the operator makes himself is not in the project.
  for (const [, target = ''] of page.matchAll(/\b((?:infra\/deploy|examples|schemas)\/[\w./-]*\w)/g))
    if (!/\/(\.env|accounts\.json)$/.test(target)) t.ok(existsSync(join(checkout, target)), target)
  for (const [, target = ''] of page.matchAll(/`([\w-]+\.test\.ts)`/g))
    t.ok(existsSync(join(checkout, 'infra/deploy/test', target)), target)
})

t.test('the token and the line to type are those of the compose file', async (t) => {
  const [, line = ''] = /^(YIBIAO_TOKEN=.*)$/m.exec(page) ?? []
  t.match(readFileSync(join(checkout, 'infra/deploy/compose.yaml'), 'utf8'), `#   ${line}\n`)
  const accounts = readFileSync(join(checkout, 'infra/deploy/accounts.example.json'), 'utf8')
  t.match(accounts, /YIBIAO_TOKEN=(\S+)/.exec(line)?.[1] ?? 'no token')
})

t.test('topics and their settings are those that the roles make', async (t) => {
  const topics = readFileSync(join(checkout, 'services/exchange/src/topics.ts'), 'utf8')
  const [, partitions = ''] = /inboundPartitions = (\d+)/.exec(topics) ?? []
  const [, days = ''] = /retention = (\d+) \* day/.exec(topics) ?? []
  t.match(page, `topic "registration.inbound.$P" ${partitions}`)
  t.match(page, `retention.ms=${Number(days) * 86_400_000}`)
})
