import type { Session } from '@yibiao/database'
import type { StoredEvent } from '@yibiao/event-store'
import { problem, YibiaoError } from '@yibiao/schemas'
import type { AnyProjection } from '../projection.ts'
import { applyBatch, keep } from './apply.ts'
import { type Build, buildOf } from './build.ts'
import { projectionsChannel } from './channel.ts'
import { DecodedBatch } from './decoded.ts'
import { historyIdentity, isSameHistory } from './history.ts'
import type { RuntimeInside, RuntimeOptions } from './inside.ts'
import { type RebuildOptions, type RebuildResult, rebuildProjection } from './rebuild.ts'
import { type BuildRow, dropBuild, listBuilds, nameHistory, setState } from './registry.ts'
import { defaultCacheBytes } from './view-cache.ts'

/**
 * Keeps projections in the database, exactly once for every event: a batch's views and checkpoints are one transaction.
 * One runtime a database at a time; a second one fails at its first batch with `YB_BUSY`.
 */
export interface Runtime {
  /** Where reading has to go on: the lowest checkpoint of the live copies. */
  readonly position: number
  /** Names that have no live copy yet; `rebuild` makes it. */
  readonly missing: readonly string[]
  /** Names whose live copy is of a version that this process cannot fold: they stand still until rebuilt. */
  readonly frozen: readonly string[]
  /** Applies events in position order. Those that a copy already has are passed over, so a batch may be repeated. */
  apply(events: readonly StoredEvent[], position: number): Promise<void>
  /** See `rebuildProjection`. */
  rebuild(name: string, options?: RebuildOptions): Promise<RebuildResult>
  /** Puts the copy that a rebuild left ready in place, if its digest is the one accepted. */
  switchTo(name: string, accept: string, within?: Within): Promise<SwitchResult>
  /** Puts the copy that was live before back in place. */
  rollback(name: string, within?: Within): Promise<SwitchResult>
}

/** Done in the same transaction as the switch, e.g. noting the outcome of a job. */
export type Within<Result = SwitchResult> = (session: Session, result: Result) => Promise<void>

export type SwitchResult =
  | { readonly switched: true; readonly build: number; readonly version: number }
  | {
      readonly switched: false
      readonly why: 'unknown projection' | 'no such copy' | 'other digest' | 'version not known'
    }

/**
 * Opens the runtime: removes copies that were never finished, and starts over when the history went into a new epoch.
 * Throws `YB_HISTORY_RESTORED` when the database is ahead of the history or belongs to another one.
 */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const history = await historyIdentity(options.store)
  const head = await options.store.head()
  const rows = await options.database.transaction(async (session) => {
    const kept: BuildRow[] = []
    for (const row of await listBuilds(session)) {
      if (!isSameHistory(row.history, history)) throw restored(`the read database's copy of ${row.name}`)
      const past = row.history !== '' && row.history !== history
      if (!past && row.position > head) throw restored(`the checkpoint ${row.position} of ${row.name}`)
      if (past || row.state === 'building') await dropBuild(session, options.database.dialect, row)
      else kept.push(row)
    }
    await nameHistory(session, history)
    return kept
  })
  return new ProjectionRuntime(options, history, rows)
}

const restored = (what: string): YibiaoError => new YibiaoError(problem('YB_HISTORY_RESTORED', '', { what }))

/** Events a catching-up copy takes in one transaction. */
const catchUpBatch = 1_000

class ProjectionRuntime implements Runtime, RuntimeInside {
  readonly options: RuntimeOptions
  readonly history: string
  readonly #live = new Map<string, BuildRow>()
  readonly #builds = new Map<string, Build>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: RuntimeOptions, history: string, rows: readonly BuildRow[]) {
    this.options = options
    this.history = history
    for (const row of rows) if (row.state === 'live') this.#adopt(row)
  }

  #adopt(row: BuildRow): void {
    this.#live.set(row.name, row)
    const projection = this.#projection(row.name, row.version)
    if (projection === undefined) this.#builds.delete(row.name)
    else this.#builds.set(row.name, buildOf(projection, row, this.options.cacheBytes ?? defaultCacheBytes))
  }

  #projection(name: string, version: number): AnyProjection | undefined {
    return this.options.projections.find((one) => one.name === name && one.version === version)
  }

  get position(): number {
    const positions = [...this.#builds.values()].map((build) => build.position)
    return positions.length === 0 ? 0 : Math.min(...positions)
  }

  get missing(): readonly string[] {
    return [...new Set(this.options.projections.map((one) => one.name))].filter(
      (name) => !this.#live.has(name),
    )
  }

  get frozen(): readonly string[] {
    return [...this.#live.keys()].filter((name) => !this.#builds.has(name))
  }

  apply(events: readonly StoredEvent[], position: number): Promise<void> {
    return this.alone(() => this.#applyTo([...this.#builds.values()], events, position))
  }

  async #applyTo(builds: readonly Build[], events: readonly StoredEvent[], position: number): Promise<void> {
    if (builds.every((build) => position <= build.position)) return
    const { database } = this.options
    const batch = new DecodedBatch(events, position)
    // Each holds its checkpoint: what a crash takes back is folded again.
    const kept = await database.transaction(
      (session) => applyBatch(session, database.dialect, builds, batch),
      { mayBeTakenBack: true },
    )
    keep(kept, position)
    database.notify(projectionsChannel)
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  async catchUp(build: Build, until: number): Promise<void> {
    while (build.position < until) {
      const after = build.position
      const events = await this.options.store.readAll({ after, until, limit: catchUpBatch })
      const last = events.length < catchUpBatch ? until : (events.at(-1) as StoredEvent).position
      await this.#applyTo([build], events, last)
    }
  }

  live(name: string): BuildRow | undefined {
    const row = this.#live.get(name)
    const build = this.#builds.get(name)
    return row === undefined || build === undefined ? row : { ...row, position: build.position }
  }

  async goLive(row: BuildRow, within: (session: Session) => Promise<void>): Promise<void> {
    const { database } = this.options
    const before = this.#live.get(row.name)
    await database.transaction(async (session) => {
      for (const other of await listBuilds(session)) {
        const gone = other.name === row.name && other.build !== row.build && other.build !== before?.build
        if (gone) await dropBuild(session, database.dialect, other)
      }
      if (before !== undefined && before.build !== row.build) await setState(session, before, 'old')
      await setState(session, row, 'live')
      await within(session)
    })
    this.#adopt({ ...row, state: 'live' })
    database.notify(projectionsChannel)
  }

  rebuild(name: string, options: RebuildOptions = {}): Promise<RebuildResult> {
    const versions = this.options.projections.filter((one) => one.name === name)
    const newest = versions.sort((one, other) => other.version - one.version)[0]
    if (newest === undefined)
      throw new YibiaoError(problem('YB_NOT_FOUND', '', { path: `projection ${name}` }))
    return rebuildProjection(this, newest, options)
  }

  switchTo(name: string, accept: string, within?: Within): Promise<SwitchResult> {
    return this.#replaceLive(name, 'ready', (row) => row.digest === accept, within)
  }

  rollback(name: string, within?: Within): Promise<SwitchResult> {
    return this.#replaceLive(name, 'old', () => true, within)
  }

  async #replaceLive(
    name: string,
    state: 'ready' | 'old',
    accepts: (row: BuildRow) => boolean,
    within?: Within,
  ): Promise<SwitchResult> {
    if (!this.options.projections.some((one) => one.name === name))
      return { switched: false, why: 'unknown projection' }
    const rows = await this.options.database.snapshot((session) => listBuilds(session))
    const row = rows.findLast((one) => one.name === name && one.state === state)
    if (row === undefined) return { switched: false, why: 'no such copy' }
    if (!accepts(row)) return { switched: false, why: 'other digest' }
    const projection = this.#projection(name, row.version)
    if (projection === undefined) return { switched: false, why: 'version not known' }
    const build = buildOf(projection, row, 0)
    await this.catchUp(build, this.live(name)?.position ?? 0)
    const result: SwitchResult = { switched: true, build: row.build, version: row.version }
    return this.alone(async () => {
      await this.catchUp(build, this.live(name)?.position ?? 0)
      await this.goLive(
        { ...row, position: build.position },
        (session) => within?.(session, result) ?? Promise.resolve(),
      )
      return result
    })
  }
}
