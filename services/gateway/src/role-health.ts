/** What a role says of itself: nothing while well, a fault with its time, or a state of its own. */
export type RoleHealth =
  | undefined
  | { readonly since: number; readonly error: string }
  | { readonly state: string; readonly fault?: string }

/** States in which a role that speaks of states does its work. */
const wellStates: ReadonlySet<string> = new Set([
  'live',
  'catching up',
  'building',
  'standing by',
  'ready',
  'running',
])

/** What is wrong with a role, and since when (epoch milliseconds) where it says so itself; undefined while it is well. */
export function roleFault(
  health: RoleHealth,
): { readonly error: string; readonly since?: number } | undefined {
  if (health === undefined) return undefined
  if ('error' in health) return health
  if (health.fault !== undefined) return { error: health.fault }
  return wellStates.has(health.state) ? undefined : { error: health.state }
}
