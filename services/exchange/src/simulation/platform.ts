import type { Cells } from './cells.ts'
import type { FeedReading } from './feed-reading.ts'
import type { CityRoles } from './roles.ts'
import type { Said } from './say.ts'

/** The exchange as the city meets it: it is told something, and at some time has done with it. */
export class Platform {
  readonly #roles: CityRoles
  readonly #cells: Cells
  readonly #feeds: FeedReading
  #published = 0

  constructor(roles: CityRoles, cells: Cells, feeds: FeedReading) {
    this.#roles = roles
    this.#cells = cells
    this.#feeds = feeds
  }

  /** Messages on the inbound topics so far, repetitions and alarms included. */
  get published(): number {
    return this.#published
  }

  /** Somebody else published so many. */
  wasTold(messages: number): void {
    this.#published += messages
  }

  /** Publishes, round by round; resolves when the ledger has taken all of it. */
  async say(messages: readonly Said[]): Promise<void> {
    for (const round of roundsOf(messages)) {
      await this.#roles.engines.bus.publish(round)
      this.#published += round.length
      await this.#taken()
    }
  }

  /** Resolves when everything that was said is decided, in the views, and read by every department that is there. */
  async settle(): Promise<void> {
    await this.#taken()
    const head = await this.#roles.engines.store.head()
    await this.#meet(this.#roles.relayed.reached(head))
    await this.#meet(this.#feeds.caughtUp())
    await this.#meet(this.#cells.reached('projected', head))
  }

  #taken(): Promise<void> {
    return this.#meet(this.#cells.reached('taken', this.#published))
  }

  /** Waits, but not for what a thread that has failed will never do. */
  #meet<T>(what: Promise<T>): Promise<T> {
    return Promise.race([what, this.#roles.failed])
  }
}

/**
 * Messages in rounds with one a record each. So whatever way the ledger takes through topics and partitions, the messages of a
 * record are decided in this order, and the histories of two runs are the same.
 */
function roundsOf(messages: readonly Said[]): readonly (readonly Said[])[] {
  const rounds: Said[][] = []
  const count = new Map<string, number>()
  for (const message of messages) {
    const round = count.get(message.key) ?? 0
    count.set(message.key, round + 1)
    const ofRound = rounds[round]
    if (ofRound === undefined) rounds.push([message])
    else ofRound.push(message)
  }
  return rounds
}
