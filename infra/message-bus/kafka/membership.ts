import kafkajs from 'kafkajs'
import { type Assignment, assign, type Member } from './assignment.ts'
import { coordinatorOf } from './coordinator.ts'
import { faultOf } from './faults.ts'
import type { Link } from './link.ts'
import type { Settings } from './options.ts'
import type { Broker, GroupMember, JoinedGroup } from './wire.ts'

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol

/** The name under which the members of a group agree on how to divide it. */
const protocolName = 'yibiao-copartitioned'

export interface MembershipParts {
  readonly group: string
  readonly topics: readonly string[]
  /** Of this consumer alone: the brokers hold a join back until all members have come. */
  readonly link: Link
  readonly settings: Settings
  readonly partitionsOf: (topic: string) => Promise<number>
  /** What this consumer holds, and the numbers of partitions in its batch under way. */
  readonly held: () => Held
  /** Told of every new division, this consumer's part of it. */
  readonly onAssigned: (assignment: Assignment) => void
  /** The group goes on without this member: what it holds may be with another already. */
  readonly onLost: (error: unknown) => void
  readonly onFault: (error: unknown) => void
}

export interface Held {
  readonly owned: Assignment
  readonly busy: readonly number[]
}

/** Errors with which a coordinator says that this member is not, or no longer, one of the group. */
const expelled: ReadonlySet<string> = new Set([
  'UNKNOWN_MEMBER_ID',
  'ILLEGAL_GENERATION',
  'FENCED_INSTANCE_ID',
])

/**
 * A consumer's place in its group: joins, gives signs of life, joins again when the group changes, for as long as it is
 * not told to leave. Runs beside the batches, so a long one costs nobody his place and holds up no other member.
 */
export class Membership {
  readonly #parts: MembershipParts
  readonly #joined = Promise.withResolvers<void>()
  #member: GroupMember | undefined
  #memberId = ''
  #stale = true
  #leaving = false
  #wake: () => void = () => {}
  #running: Promise<void> = Promise.resolve()

  constructor(parts: MembershipParts) {
    this.#parts = parts
  }

  /** Resolves when the first join is done. */
  async start(): Promise<void> {
    this.#running = this.#run()
    await this.#joined.promise
  }

  /** What a commit is signed with; undefined while this consumer is in no group. */
  get member(): GroupMember | undefined {
    return this.#member
  }

  /** Asks for another division, because partitions were given up. */
  rejoin(): void {
    this.#stale = true
    this.#wake()
  }

  /** Leaves the group, so that others need not wait for the session to end. */
  async leave(): Promise<void> {
    this.#leaving = true
    this.#wake()
    await this.#running
    const { link, group } = this.#parts
    const memberId = this.#memberId
    this.#memberId = ''
    if (memberId === '') return
    try {
      const coordinator = await coordinatorOf(await link.cluster(), group)
      await coordinator.leaveGroup({ groupId: group, memberId })
    } catch {
      // The session ends by itself.
    }
  }

  async #run(): Promise<void> {
    const { link, group, settings } = this.#parts
    let pause = 20
    while (!this.#leaving) {
      try {
        const coordinator = await coordinatorOf(await link.cluster(), group)
        if (this.#stale || this.#member === undefined) await this.#join(coordinator)
        pause = 20
        await this.#beat(coordinator)
      } catch (error) {
        if (this.#leaving) break
        if (this.#isChange(error)) continue
        this.#parts.onFault(error)
        await link.recover(error)
        await this.#sleep(pause)
        pause = Math.min(pause * 2, settings.heartbeatInterval, 1_000)
      }
    }
    this.#joined.resolve()
  }

  /** True for what is no fault but news of the group. */
  #isChange(error: unknown): boolean {
    const type = faultOf(error)?.type ?? ''
    if (type === 'REBALANCE_IN_PROGRESS') {
      this.#stale = true
      return true
    }
    if (!expelled.has(type)) return false
    const had = this.#member !== undefined
    this.#member = undefined
    if (type === 'UNKNOWN_MEMBER_ID') this.#memberId = ''
    if (had) this.#parts.onLost(error)
    return true
  }

  /** Signs of life until something is to be done about the group. */
  async #beat(coordinator: Broker): Promise<void> {
    while (!this.#leaving && !this.#stale && this.#member !== undefined) {
      await this.#sleep(this.#parts.settings.heartbeatInterval)
      if (this.#leaving || this.#stale) return
      await coordinator.heartbeat(this.#member)
    }
  }

  async #join(coordinator: Broker): Promise<void> {
    const { group, topics, settings, held } = this.#parts
    // What is asked for from here on needs another round.
    this.#stale = false
    try {
      const userData = Buffer.from(JSON.stringify(held()))
      const metadata = MemberMetadata.encode({ version: 0, topics: [...topics], userData })
      const joined = await coordinator.joinGroup({
        groupId: group,
        sessionTimeout: settings.sessionTimeout,
        rebalanceTimeout: settings.sessionTimeout,
        memberId: this.#memberId,
        groupProtocols: [{ name: protocolName, metadata }],
      })
      this.#memberId = joined.memberId
      const member = { groupId: group, groupGenerationId: joined.generationId, memberId: joined.memberId }
      const { memberAssignment } = await coordinator.syncGroup({
        groupId: group,
        generationId: joined.generationId,
        memberId: joined.memberId,
        groupAssignment: joined.leaderId === joined.memberId ? await this.#divide(joined) : [],
      })
      this.#member = member
      this.#parts.onAssigned(MemberAssignment.decode(memberAssignment)?.assignment ?? {})
      this.#joined.resolve()
    } catch (error) {
      this.#stale = true
      throw error
    }
  }

  async #divide({ members }: JoinedGroup) {
    const known = members.map(({ memberId, memberMetadata }): Member => {
      const { topics = [], userData } = MemberMetadata.decode(memberMetadata) ?? {}
      return { id: memberId, topics, ...heldFrom(userData) }
    })
    // Another member may consume a topic that this one does not.
    const partitions = new Map<string, number>()
    for (const topic of new Set(known.flatMap(({ topics }) => topics))) {
      partitions.set(topic, await this.#parts.partitionsOf(topic))
    }
    const divided = assign(known, (topic) => partitions.get(topic) ?? 0)
    return [...divided].map(([memberId, assignment]) => ({
      memberId,
      memberAssignment: MemberAssignment.encode({
        version: 0,
        assignment: assignment as Record<string, number[]>,
        userData: Buffer.alloc(0),
      }),
    }))
  }

  async #sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function heldFrom(userData: Buffer | undefined): Held {
  const nothing = { owned: {}, busy: [] }
  if (userData === undefined || userData.length === 0) return nothing
  try {
    return { ...nothing, ...(JSON.parse(userData.toString('utf8')) as Partial<Held>) }
  } catch {
    return nothing
  }
}
