import { createClock } from '@yibiao/clock'
import type { RoleHealth } from '@yibiao/gateway'
import { createLedger, type HistoryIdentity } from '@yibiao/ledger'
import { openReadModel, type References } from '@yibiao/projections'
import { createProjector } from '@yibiao/projector'
import { createRelay } from '@yibiao/relay'
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

/** Starts a role; resolves when it is at work. Throws `RangeError` when an engine of `enginesOf` is not there. */
export async function startRole(name: PlainRole, context: RoleContext): Promise<RunningRole> {
  const { engines, identity, ...rest } = context
  const { store, bus, database } = engines
  const common = { ...rest, store, bus }
  const role = {
    relay: () => createRelay({ ...common, history: identity.history }),
    projector: () => {
      if (database === undefined) throw new RangeError('The projector needs the read database.')
      return createProjector({ ...common, database })
    },
    clock: () => {
      if (database === undefined) throw new RangeError('The clock needs the read database.')
      return createClock({ ...rest, bus, readModel: openReadModel(database) })
    },
    ledger: () => createLedger({ ...common, mode: identity.mode, registry: registryOf(identity) }),
  }[name]()
  await role.start()
  return role
}
