/** Partitions by topic. */
export type Assignment = Readonly<Record<string, readonly number[]>>

export interface Member {
  readonly id: string
  readonly topics: readonly string[]
  /** What it holds and has not given up. */
  readonly owned: Assignment
  /** Numbers of partitions in its batch under way; it could give these up only later than others. */
  readonly busy?: readonly number[]
}

/**
 * Divides the partitions of a group's topics among its members.
 *
 * - Partition n of all topics goes to one member, so that what has one key is with one consumer whatever topic it came
 *   on (as far as that member consumes the topic).
 * - Each member gets equally many numbers, give or take one, and keeps those it has as far as that allows, the busy ones
 *   first.
 * - A partition that another member still holds goes to nobody: its holder sees that it is to give it up, does so
 *   behind the batch under way, and asks for another round (as in KIP-429). So nobody waits for anybody's batch, and no
 *   partition is with two members.
 */
export function assign(
  members: readonly Member[],
  partitionsOf: (topic: string) => number,
): Map<string, Assignment> {
  const sorted = members.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const topics = [...new Set(sorted.flatMap((member) => member.topics))].toSorted()
  const holders = holdersOf(sorted)
  const numbers = Math.max(0, ...topics.map(partitionsOf))
  const owners = ownersOf(sorted, topics, numbers, holders)
  const result = new Map<string, Record<string, number[]>>(sorted.map(({ id }) => [id, {}]))
  for (const topic of topics) {
    const consuming = sorted.filter((member) => member.topics.includes(topic))
    for (let number = 0; number < partitionsOf(topic); number++) {
      const owner = owners[number] as Member
      const target = consuming.includes(owner) ? owner : (consuming[number % consuming.length] as Member)
      const holding = holders.get(`${number}:${topic}`) ?? []
      if (holding.length > 0 && !holding.includes(target.id)) continue
      const own = result.get(target.id) as Record<string, number[]>
      own[topic] ??= []
      own[topic].push(number)
    }
  }
  return result
}

function holdersOf(members: readonly Member[]): Map<string, string[]> {
  const holders = new Map<string, string[]>()
  for (const { id, owned } of members) {
    for (const [topic, numbers] of Object.entries(owned)) {
      for (const number of numbers) {
        const key = `${number}:${topic}`
        holders.set(key, [...(holders.get(key) ?? []), id])
      }
    }
  }
  return holders
}

/** Who gets each number: first those who have it, up to their part, then whoever has least. */
function ownersOf(
  members: readonly Member[],
  topics: readonly string[],
  numbers: number,
  holders: ReadonlyMap<string, readonly string[]>,
): Member[] {
  const least = Math.floor(numbers / members.length)
  let extra = numbers % members.length
  const counts = new Map(members.map(({ id }) => [id, 0]))
  const owners: (Member | undefined)[] = []
  const give = (number: number, member: Member) => {
    const count = counts.get(member.id) as number
    if (count >= least) extra -= 1
    counts.set(member.id, count + 1)
    owners[number] = member
  }
  const hasRoom = ({ id }: Member) => {
    const count = counts.get(id) as number
    return count < least || (count === least && extra > 0)
  }
  const keep = (number: number, ofBusy: boolean) => {
    const holding = topics.flatMap((topic) => holders.get(`${number}:${topic}`) ?? [])
    const holder = members.find((member) => {
      const isBusy = member.busy?.includes(number) ?? false
      return holding.includes(member.id) && isBusy === ofBusy && hasRoom(member)
    })
    if (holder !== undefined) give(number, holder)
  }
  for (let number = 0; number < numbers; number++) keep(number, true)
  for (let number = 0; number < numbers; number++) if (owners[number] === undefined) keep(number, false)
  for (let number = 0; number < numbers; number++) {
    if (owners[number] !== undefined) continue
    const candidates = members.filter(hasRoom)
    give(
      number,
      candidates.reduce((a, b) => ((counts.get(b.id) as number) < (counts.get(a.id) as number) ? b : a)),
    )
  }
  return owners as Member[]
}
