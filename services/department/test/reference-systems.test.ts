import { readFileSync } from 'node:fs'
import type { Message } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { referenceSystemCodes, startAllReferenceSystems } from '../reference-systems/index.ts'
import { clock, hasty } from './support/setting.ts'
import { issuedPatterns, servedItems, type Town, townOf } from './support/town.ts'

const example = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../../examples/${name}.json`, import.meta.url), 'utf8'))

const favourable: readonly string[] = [
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
  'yibiao.enterprise.registered.v1',
]

/** Everyone in town decides a filing; returns what was said about each approval. */
async function goThrough(town: Town, form: object, key: string): Promise<Map<string, Message>> {
  const filing = await town.route(form, key)
  const decisions = new Map<string, Message>()
  const decide = async (state: 'OPEN' | 'WAITING') => {
    for (const { approval, item, participant } of filing.approvals.filter((each) => each.state === state)) {
      const decision = await town.decision(participant, approval)
      await town.record(filing, decision)
      decisions.set(item, decision)
    }
  }
  await decide('OPEN')
  await town.open(filing)
  await decide('WAITING')
  return decisions
}

t.test('every example goes through, and every department issues what the catalogue says', async (t) => {
  const town = await townOf(t)
  for (const code of referenceSystemCodes) await town.start(code)
  const items = new Map(servedItems.map(({ item }) => [item.code, item]))
  for (const name of ['restaurant', 'trading', 'consulting']) {
    const decisions = await goThrough(town, example(name), name)
    for (const [code, { type, data }] of decisions) {
      t.ok(favourable.includes(type), `${name}: ${code} is decided in favour`)
      const { form = {} } = data as { form?: object }
      const allowed = items.get(code)?.issues ?? []
      t.same(
        issuedPatterns(form).filter((path) => !allowed.includes(path)),
        [],
        `${name}: ${code} issues nothing but its own`,
      )
    }
    t.ok(decisions.size >= 5)
  }
  for (const [code, system] of town.systems) {
    await town.side(code).acknowledged()
    const open = (await system.cases()).filter(({ state }) => state !== 'GRANTED' && state !== 'RECORDED')
    t.same(open, [], `${code} has nothing left to do`)
  }
})

t.test('every system is started and stopped with the others', async (t) => {
  const town = await townOf(t)
  for (const code of referenceSystemCodes) {
    await town.start(code)
    await town.systems.get(code)?.stop()
    town.systems.delete(code)
  }
  const { bus, folder } = town
  const all = await startAllReferenceSystems({ bus, folder, logger: silentLogger(), clock, scheduler: hasty })
  t.same(
    all.systems.map((system) => [system.code, system.status().state]),
    referenceSystemCodes.map((code) => [code, 'running']),
  )
  await all.stop()
  t.same(
    all.systems.map((system) => system.status().state),
    referenceSystemCodes.map(() => 'stopped'),
  )
})
