import { locks } from 'node:worker_threads'
import { withLock } from './locks.ts'
import type { BusLogger } from './options.ts'
import type { Member, Signals } from './signals.ts'
import { Watchers } from './watchers.ts'

/**
 * How often a member makes sure that the others' threads still live, in milliseconds. Only a thread that dies without
 * a word is found this way.
 */
const livenessInterval = 1_000

export interface RosterParts {
  readonly signals: Signals
  /** Begins the name of every lock of this bus. */
  readonly lockPrefix: string
  readonly logger: BusLogger
}

/**
 * Who is in which group, over all threads. Members announce themselves and each keeps the list; a lock held for as
 * long as a member lives is what tells a dead one. The list may be late: who gets a partition is settled by the
 * partition's own lock (see `Share`), so a late list delays a rebalance and does no harm.
 */
export class Roster {
  readonly #parts: RosterParts
  readonly #local = new Map<string, { readonly member: Member; readonly release: () => void }>()
  readonly #remote = new Map<string, Member>()
  readonly #watchers = new Watchers<string, [askAgain: boolean]>()
  #liveness: NodeJS.Timeout | undefined

  constructor(parts: RosterParts) {
    this.#parts = parts
    parts.signals.listen((signal, remote) => {
      if (!remote || signal.kind === 'appended') return
      const { kind, member } = signal
      if (kind === 'left') this.#remote.delete(member.id)
      else this.#remote.set(member.id, member)
      if (kind === 'joined') this.#answer(member.group)
      this.#watchers.call(member.group, false)
    })
  }

  /** Resolves when the member is in its group; all others hear of it. */
  async join(member: Member): Promise<void> {
    const release = await this.#holdLock(this.#lockOf(member))
    this.#local.set(member.id, { member, release })
    this.#liveness ??= setInterval(() => void this.#checkLiveness(), livenessInterval).unref()
    this.#parts.signals.send({ kind: 'joined', member })
    this.#watchers.call(member.group, false)
  }

  leave(member: Member): void {
    const entry = this.#local.get(member.id)
    if (entry === undefined) return
    this.#local.delete(member.id)
    entry.release()
    if (this.#local.size === 0) {
      clearInterval(this.#liveness)
      this.#liveness = undefined
    }
    this.#parts.signals.send({ kind: 'left', member })
    this.#watchers.call(member.group, false)
  }

  members(group: string): readonly Member[] {
    const local = [...this.#local.values()].map((entry) => entry.member)
    return [...local, ...this.#remote.values()].filter((member) => member.group === group)
  }

  /**
   * Calls back when the group may have changed; with `true` when locks that are still waited for should be asked for
   * again, since the runtime frees the locks of a thread that died but hands them out only to who asks afterwards.
   */
  watch(group: string, callback: (askAgain: boolean) => void): () => void {
    return this.#watchers.add(group, callback)
  }

  #answer(group: string): void {
    for (const { member } of this.#local.values()) {
      if (member.group === group) this.#parts.signals.send({ kind: 'present', member })
    }
  }

  async #checkLiveness(): Promise<void> {
    for (const member of [...this.#remote.values()]) {
      // Members hold their lock exclusively, so a shared one is to be had only when the holder is gone.
      const options = { mode: 'shared', ifAvailable: true } as const
      const gone = await withLock(this.#lockOf(member), options, (held) => held)
      if (!gone || !this.#remote.delete(member.id)) continue
      this.#parts.logger.warn({ group: member.group }, 'a consumer ended without leaving its group')
    }
    // Always, not only when somebody is missing: one may have died before it could be heard of.
    const groups = new Set([...this.#local.values()].map(({ member }) => member.group))
    for (const group of groups) this.#watchers.call(group, true)
  }

  #lockOf(member: Member): string {
    return `${this.#parts.lockPrefix}:member:${member.id}`
  }

  #holdLock(name: string): Promise<() => void> {
    return new Promise((granted, reject) => {
      locks.request(name, () => new Promise<void>((release) => granted(release))).catch(reject)
    })
  }
}
