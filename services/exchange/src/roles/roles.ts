import type { RoleHealth } from '@yibiao/gateway'
import type { HistoryIdentity } from '@yibiao/ledger/history'
import { openReadModel, type References } from '@yibiao/projections'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'
import type { EngineName, Engines } from '../engines.ts'

/** A role at work, in this thread or another. */
export interface RunningRole {
  health(): RoleHealth
  /** Finishes what is under way and takes no more. May be repeated. */
  stop(): Promise<void>
}

/** What every role needs. */
export interface RoleContext {
  readonly engines: Engines<'store' | 'bus'> & Partial<Engines<'database'>>
  readonly references: References
  readonly identity: HistoryIdentity
  readonly clock: Clock
  readonly metrics: Metrics
  /** The role's own. */
  readonly logger: Logger
}

/** The roles that need nothing but the engines, so that they can run in any thread or process. */
export const plainRoles = ['relay', 'projector', 'clock', 'ledger'] as const
export type PlainRole = (typeof plainRoles)[number]

/** The engines that each role stands on. */
export const enginesOf = {
  relay: ['store', 'bus'],
  projector: ['store', 'database', 'bus'],
  clock: ['store', 'database', 'bus'],
  ledger: ['store', 'bus'],
} as const satisfies Readonly<Record<PlainRole, readonly EngineName[]>>

/** Division prefix of the registry that a history belongs to. */
export const registryOf = ({ division }: HistoryIdentity): string => division.slice(0, 4)

/**
 * Starts a role; resolves when it is at work. Only what it is made of is loaded, for a thread that begins loads everything anew.
 * Throws `RangeError` when an engine of `enginesOf` is not there.
 */
export async function startRole(name: PlainRole, context: RoleContext): Promise<RunningRole> {
  const { engines, identity, ...rest } = context
  const { store, bus, database } = engines
  const common = { ...rest, store, bus }
  const make = {
    relay: async () => {
      const { createRelay } = await import('@yibiao/relay')
      return createRelay({ ...common, history: identity.history })
    },
    projector: async () => {
      if (database === undefined) throw new RangeError('The projector needs the read database.')
      const { createProjector } = await import('@yibiao/projector')
      return createProjector({ ...common, database })
    },
    clock: async () => {
      if (database === undefined) throw new RangeError('The clock needs the read database.')
      const { createClock } = await import('@yibiao/clock')
      return createClock({ ...rest, bus, readModel: openReadModel(database) })
    },
    ledger: async () => {
      const { createLedger } = await import('@yibiao/ledger')
      return createLedger({ ...common, mode: identity.mode, registry: registryOf(identity) })
    },
  }
  const role = await make[name]()
  await role.start()
  return role
}
