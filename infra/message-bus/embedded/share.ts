import { locks } from 'node:worker_threads'
import { shareOf, type TopicPartition } from './assignment.ts'
import type { Roster } from './roster.ts'
import type { Member } from './signals.ts'

/** A partition asked for, or held once `release` is there. */
interface Claim extends TopicPartition {
  readonly withdraw: AbortController
  release?: () => void
}

export interface ShareParts {
  readonly member: Member
  readonly roster: Roster
  readonly lockPrefix: string
  readonly partitionsOf: (topic: string) => number
  readonly onGained: (gained: TopicPartition) => void
  /** Called before another consumer can get the partition. */
  readonly onLost: (lost: TopicPartition) => void
}

/**
 * The partitions one consumer holds. Each is a lock that lives in the process, so two consumers never hold the same,
 * in one thread or in several, and a thread that dies lets go. While pinned, i.e. while a batch is under way, a
 * partition that is due to another member is kept; it is let go as soon as the pin is taken out.
 */
export class Share {
  readonly #parts: ShareParts
  readonly #claims = new Map<string, Claim>()
  #unwatch: (() => void) | undefined
  #pinned = false
  /** A partition that is due to another member is kept only because of the pin. */
  #overdue = false

  constructor(parts: ShareParts) {
    this.#parts = parts
  }

  async join(): Promise<void> {
    const { roster, member } = this.#parts
    this.#unwatch = roster.watch(member.group, (askAgain) => this.#revise(askAgain))
    await roster.join(member)
  }

  /** Lets everything go. MUST NOT be called while a batch is under way. */
  leave(): void {
    this.#unwatch?.()
    for (const claim of this.#claims.values()) this.#drop(claim)
    this.#parts.roster.leave(this.#parts.member)
  }

  pin(): void {
    this.#pinned = true
  }

  unpin(): void {
    this.#pinned = false
    if (this.#overdue) this.#revise(false)
  }

  /** Brings what is held and asked for into line with the share due now. */
  #revise(askAgain: boolean): void {
    const { member, roster, partitionsOf } = this.#parts
    const due = new Map(
      shareOf(member, roster.members(member.group), partitionsOf).map((share) => [keyOf(share), share]),
    )
    this.#overdue = false
    for (const [key, claim] of this.#claims) {
      const held = claim.release !== undefined
      if (!due.has(key) && held && this.#pinned) {
        this.#overdue = true
        continue
      }
      if (!due.has(key) || (askAgain && !held)) this.#drop(claim)
    }
    for (const [key, share] of due) if (!this.#claims.has(key)) this.#ask(share)
  }

  #ask({ topic, partition }: TopicPartition): void {
    const { member, lockPrefix, onGained } = this.#parts
    const claim: Claim = { topic, partition, withdraw: new AbortController() }
    this.#claims.set(keyOf(claim), claim)
    const name = `${lockPrefix}:partition:${JSON.stringify([member.group, topic, partition])}`
    const hold = () => {
      if (claim.withdraw.signal.aborted) return undefined
      return new Promise<void>((release) => {
        claim.release = release
        onGained(claim)
      })
    }
    // Rejects only when withdrawn.
    locks.request(name, { signal: claim.withdraw.signal }, hold).catch(() => {})
  }

  #drop(claim: Claim): void {
    this.#claims.delete(keyOf(claim))
    if (claim.release === undefined) claim.withdraw.abort()
    else {
      this.#parts.onLost(claim)
      claim.release()
    }
  }
}

export function keyOf({ topic, partition }: TopicPartition): string {
  return `${topic}/${partition}`
}
