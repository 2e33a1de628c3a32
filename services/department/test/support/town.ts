/**
 * A small town for the reference systems: the exchange's side of several participants at once. It routes a filing by the
 * shipped catalogue, participants and matrix, and records what the departments say. It decides nothing else.
 */

import { join } from 'node:path'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import {
  applyFragment,
  type CatalogueItem,
  changesBetween,
  compileCatalogue,
  compileMatrix,
  compileParticipants,
  filingIdOf,
  leavesOf,
  type Message,
  recordIdOf,
  shippedReference,
  sourceOf,
} from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import type { Test } from 'tap'
import {
  type ReferenceSystemOptions,
  type RunningSystem,
  referenceSystemCodes,
  type StartOptions,
  startReferenceSystem,
} from '../../reference-systems/index.ts'
import { ExchangeSide } from './exchange.ts'
import { clock, folderOf, hasty } from './setting.ts'

const shipped = shippedReference()
const catalogue = compileCatalogue(shipped.catalogue.map(({ content }) => content))
const setUp = new Set(
  shipped.processes.find(({ content }) => content.process === 'company-setup')?.content.items,
)
const matrix = compileMatrix(shipped.matrix.content)
const participants = compileParticipants(shipped.participants.content)

type Form = Record<string, unknown>

/** One enterprise going through. */
export interface Filing {
  readonly record: string
  readonly filing: string
  readonly form: Form
  readonly approvals: readonly RoutedApproval[]
}

interface RoutedApproval {
  readonly approval: string
  readonly item: string
  readonly kind: CatalogueItem['kind']
  readonly participant: string
  readonly state: 'OPEN' | 'WAITING'
}

/** The items of the shipped catalogue whose department one of the reference systems plays. */
export const servedItems: readonly { readonly item: CatalogueItem; readonly participant: string }[] =
  catalogue.items.flatMap((item) =>
    participants
      .serving(item.department, '220202')
      .filter(({ code }) => referenceSystemCodes.includes(code))
      .map(({ code }) => ({ item, participant: code })),
  )

export class Town {
  readonly folder: string
  readonly bus: MessageBus
  readonly sides = new Map<string, ExchangeSide>()
  readonly systems = new Map<string, RunningSystem>()

  constructor(folder: string, bus: MessageBus) {
    this.folder = folder
    this.bus = bus
  }

  async start(
    code: string,
    options: ReferenceSystemOptions = {},
    more: Partial<StartOptions> = {},
  ): Promise<RunningSystem> {
    const { bus, folder } = this
    if (!this.sides.has(code)) {
      const side = new ExchangeSide(bus, code)
      await side.start()
      this.sides.set(code, side)
    }
    const common = { bus, folder, logger: silentLogger(), clock, scheduler: hasty }
    const system = await startReferenceSystem(code, { ...common, ...more, options })
    this.systems.set(code, system)
    return system
  }

  side(code: string): ExchangeSide {
    const side = this.sides.get(code)
    if (side === undefined) throw new Error(`${code} is not in town`)
    return side
  }

  /** Sends a form out to those in town; POST items wait. */
  async route(form: object, key = 'one'): Promise<Filing> {
    const copy = structuredClone(form) as Form
    const record = recordIdOf('town', key)
    const filing = filingIdOf('town', key)
    const approvals = this.#approvals(copy, filing)
    const routed = { record, filing, form: copy, approvals }
    for (const [code, side] of this.sides) {
      const own = approvals.filter(({ participant }) => participant === code)
      if (own.length === 0) continue
      const data = { process: 'company-setup', approvals: own, changes: this.#visible(code, copy, copy, {}) }
      await side.feed({ type: 'yibiao.filing.routed.v1', subject: record, filing, data })
    }
    return routed
  }

  /** Opens what waits of a filing. */
  async open({ record, filing, approvals }: Filing, items?: readonly string[]): Promise<void> {
    for (const [code, side] of this.sides) {
      const waiting = approvals.filter(
        ({ participant, state, item }) =>
          participant === code && state === 'WAITING' && (items?.includes(item) ?? true),
      )
      if (waiting.length === 0) continue
      const data = { approvals: waiting.map(({ approval }) => approval) }
      await side.feed({ type: 'yibiao.approvals.opened.v1', subject: record, filing, data })
    }
  }

  /** Records a message: everyone who has the record gets it, cut. */
  async record(
    { record, filing, form, approvals }: Filing,
    message: Message,
    source = message.source,
  ): Promise<void> {
    const data = message.data as { readonly form?: object }
    const before = structuredClone(form)
    if (data.form !== undefined) applyFragment(form, data.form)
    const { form: fragment, ...rest } = data
    const entitled = [...this.sides].filter(([code]) =>
      approvals.some(({ participant }) => participant === code),
    )
    await Promise.all(
      entitled.map(([code, side]) => {
        const changes = fragment === undefined ? [] : this.#visible(code, fragment, form, before)
        return side.feed({ type: message.type, subject: record, filing, source, data: { ...rest, changes } })
      }),
    )
  }

  /** What a participant says about an approval, as soon as it does. */
  decision(code: string, approval: string, round = 1): Promise<Message> {
    return this.side(code).until((said) =>
      said.find(({ data }) => {
        const about = data as { approval?: string; round?: number }
        return about.approval === approval && about.round === round
      }),
    )
  }

  #approvals(form: Form, filing: string): readonly RoutedApproval[] {
    const { divisionCode } = form.domicile as { divisionCode: string }
    return catalogue.applicable(form, setUp).flatMap((item) => {
      const serving = participants.serving(item.department, divisionCode).map(({ code }) => code)
      const chosen =
        item.chooses === undefined ? serving[0] : (form.bank as { participant: string }).participant
      if (chosen === undefined || !serving.includes(chosen)) return []
      const state = item.dependsOn.length === 0 ? 'OPEN' : 'WAITING'
      return [
        { approval: `${filing}/${item.code}`, item: item.code, kind: item.kind, participant: chosen, state },
      ]
    })
  }

  #visible(code: string, fragment: object, form: object, before: object) {
    const cut = matrix.cut(participants.columnsOf(code), fragment, form)
    return cut === undefined ? [] : changesBetween(before, cut)
  }
}

/** A town with a bus and nobody in it yet; all of it ends with the test. */
export async function townOf(t: Test): Promise<Town> {
  const folder = folderOf(t)
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  const town = new Town(folder, bus)
  t.teardown(async () => {
    await Promise.all([...town.systems.values()].map((system) => system.stop()))
    await Promise.all([...town.sides.values()].map((side) => side.stop()))
    await bus.close()
  })
  return town
}

/** A message of the applicant's, as the exchange records it. */
export const applicantSays = (type: string, data: object): Message => ({
  specversion: '1.0',
  id: 'said-by-the-applicant',
  source: sourceOf('PAB'),
  type,
  subject: '',
  time: '2026-09-30T01:00:00.000Z',
  authtype: 'applicant',
  authid: 'a-1',
  data,
})

/** The paths of the leaves of a fragment with `*` in place of keys, as the catalogue's `issues` are written. */
export const issuedPatterns = (form: object): readonly string[] => [
  ...new Set(leavesOf(form).map(([path]) => path.replace(/^(\/licences|\/seals)\/[^/]+/, '$1/*'))),
]
