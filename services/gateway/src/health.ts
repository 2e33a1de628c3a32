import { inboundTopic } from '@yibiao/schemas'
import type { Context } from './context.ts'
import { type RoleHealth, roleFault } from './role-health.ts'

/** A part of the exchange that is not as it should be, and since when: RFC 3339 UTC. */
export interface PartHealth {
  readonly part: string
  readonly ready: boolean
  readonly since?: string
  readonly error?: string
  /** What the part says of itself. */
  readonly state?: string
}

/** Milliseconds that an engine has to answer: who asks whether all is well must not wait as long as the engine does. */
const probePatience = 2_000
/** What is thrown for one that does not. */
const silent = { code: 'YB_UNAVAILABLE' } as const

/** The health of all parts; remembers since when one that gives no time has not been ready. */
export class Health {
  readonly #context: Context
  readonly #since = new Map<string, number>()
  started = false
  stopping = false

  constructor(context: Context) {
    this.#context = context
  }

  async parts(): Promise<readonly PartHealth[]> {
    const { options, tail } = this.#context
    const roles = Object.entries(options.roles?.() ?? {}).map(([name, health]) => this.#roleOf(name, health))
    const engines = await Promise.all([
      this.#probe('event-store', () => options.store.head()),
      this.#probe('read-database', () => options.readModel.position()),
      // What is asked for matters less than that the bus, and whoever keeps a group's offsets there, answers.
      this.#probe('message-bus', () => options.bus.offsets('ledger', [inboundTopic('PAB')])),
    ])
    const own = this.#part('gateway', this.#ownFault(tail.fault?.error), tail.fault?.since)
    return [own, ...engines, ...roles]
  }

  #ownFault(tail: string | undefined): string | undefined {
    if (this.stopping) return 'stopping'
    return this.started ? tail : 'not started'
  }

  #roleOf(name: string, health: RoleHealth): PartHealth {
    const fault = roleFault(health)
    const part = this.#part(name, fault?.error, fault?.since)
    return health !== undefined && 'state' in health ? { ...part, state: health.state } : part
  }

  async #probe(part: string, ask: () => Promise<unknown>): Promise<PartHealth> {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(silent), probePatience)
    const asked = ask()
    // When the time is over first, nobody is left to hear the answer.
    asked.catch(() => undefined)
    try {
      await Promise.race([asked, late.promise])
      return this.#part(part, undefined)
    } catch (error) {
      return this.#part(part, String((error as { readonly code?: unknown }).code ?? 'YB_INTERNAL'))
    } finally {
      clearTimeout(timer)
    }
  }

  #part(part: string, error: string | undefined, since?: number): PartHealth {
    if (error === undefined) {
      this.#since.delete(part)
      return { part, ready: true }
    }
    const first = since ?? this.#since.get(part) ?? this.#context.options.clock.now()
    this.#since.set(part, first)
    return { part, ready: false, since: new Date(first).toISOString(), error }
  }
}
