import fc from 'fast-check'
import t from 'tap'
import { type Assignment, assign, type Member } from '../kafka/assignment.ts'

const partitions = new Map([
  ['inbound.A', 6],
  ['inbound.B', 6],
  ['feed', 1],
])
const partitionsOf = (topic: string) => partitions.get(topic) ?? 0
const topics = [...partitions.keys()]

const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, at) => ({ id: `member-${at}`, topics, owned: {} }))

/** Everybody gives up what he lost and comes again with what he has, until nothing changes. */
function settle(group: readonly Member[]): { members: Member[]; rounds: number } {
  let current = [...group]
  for (let rounds = 1; ; rounds++) {
    const divided = assign(current, partitionsOf)
    const next = current.map((member) => ({ ...member, owned: divided.get(member.id) ?? {} }))
    if (JSON.stringify(next) === JSON.stringify(current)) return { members: next, rounds }
    current = next
  }
}

const placesOf = (owned: Assignment) =>
  Object.entries(owned).flatMap(([topic, numbers]) => numbers.map((number) => `${topic}/${number}`))

const all = topics.flatMap((topic) =>
  Array.from({ length: partitionsOf(topic) }, (_, at) => `${topic}/${at}`),
)

await t.test('a lone member gets everything', async (t) => {
  t.same(placesOf(assign(members(1), partitionsOf).get('member-0')!).toSorted(), all.toSorted())
})

await t.test('partition n of all topics goes to one member', async (t) => {
  for (const { owned } of settle(members(4)).members) t.same(owned['inbound.A'], owned['inbound.B'])
})

await t.test('what another holds is given to nobody until he has given it up', async (t) => {
  const [first, second] = members(2) as [Member, Member]
  const holding = { ...first, owned: { 'inbound.A': [0, 1, 2, 3, 4, 5] } }
  const divided = assign([holding, second], partitionsOf)
  t.same(divided.get('member-0')!['inbound.A'], [0, 1, 2], 'he keeps his part')
  t.equal(divided.get('member-1')!['inbound.A'], undefined)
  t.same(divided.get('member-1')!['inbound.B'], [3, 4, 5], 'what nobody holds is given at once')
})

await t.test('a member keeps the partitions of its batch under way before others', async (t) => {
  const [first, second] = members(2) as [Member, Member]
  const holding = { ...first, owned: { 'inbound.A': [0, 1, 2, 3, 4, 5] }, busy: [3, 5] }
  t.same(assign([holding, second], partitionsOf).get('member-0')!['inbound.A'], [0, 3, 5])
})

await t.test('a topic that not all members consume goes to those who do', async (t) => {
  const [first, second] = members(2) as [Member, Member]
  const { members: settled } = settle([{ ...first, topics: ['inbound.A'] }, second])
  t.same(settled[0]!.owned['inbound.B'], undefined)
  t.same(settled[1]!.owned['inbound.B'], [0, 1, 2, 3, 4, 5])
})

await t.test('more members than partitions leave some with nothing', async (t) => {
  const counts = settle(members(9)).members.map(({ owned }) => placesOf(owned).length)
  t.equal(counts.filter((count) => count === 0).length, 3)
})

await t.test('groups that come and go stay whole, even and stable', async (t) => {
  const steps = fc.array(fc.record({ joins: fc.nat(3), leaves: fc.array(fc.nat(9), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(steps, (steps) => {
      let group: Member[] = settle(members(1)).members
      let named = 1
      for (const { joins, leaves } of steps) {
        group = group.filter((_, at) => !leaves.includes(at))
        for (let joining = 0; joining < joins; joining++) {
          group.push({ id: `member-${named++}`, topics, owned: {} })
        }
        if (group.length === 0) group.push({ id: `member-${named++}`, topics, owned: {} })
        const { members: settled, rounds } = settle(group)
        const places = settled.flatMap(({ owned }) => placesOf(owned))
        const counts = settled.map(({ owned }) => owned['inbound.A']?.length ?? 0)
        if (places.toSorted().join() !== all.toSorted().join()) return false
        if (Math.max(...counts) - Math.min(...counts) > 1 || rounds > 4) return false
        group = settled
      }
      return true
    }),
  )
  t.pass()
})
