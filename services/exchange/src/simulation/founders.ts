import type { StoredEvent } from '@yibiao/event-store'
import { decodeEvent, type EventDataByType, filingIdOf, makeForm, recordIdOf } from '@yibiao/schemas'
import { Agenda } from './agenda.ts'
import { delays, shares } from './paces.ts'
import { type Said, said } from './say.ts'
import { spread } from './spread.ts'
import type { Tick } from './timetable.ts'
import { type Actor, byName, type World } from './world.ts'

const registration = 'company-setup-registration'

type Errand =
  | { readonly what: 'submit' | 'contact' | 'channel'; readonly name: string; readonly number: number }
  | { readonly what: 'supply' | 'withdraw'; readonly name: string; readonly notice: Notice }

interface Notice {
  readonly record: string
  readonly filing: string
  readonly approval: string
  readonly round: number
  readonly paths: readonly string[]
}

/**
 * The founders at the counter and at home, and the counter's own officers. They hear of notices as everybody does who follows a
 * filing: from the history. A notice is answered after some days, or the filing is given up.
 */
export class Founders implements Actor {
  readonly #world: World
  readonly #account: string
  readonly #agenda = new Agenda<Errand>()
  #tick = 0

  constructor(world: World, seed: number, filings: number) {
    this.#world = world
    this.#account = `city-${seed}`
    for (const [number, tick] of spread(filings, 'filing', submissionWeight(world), world).entries())
      this.#agenda.add(tick, { what: 'submit', name: nameOf(number), number })
  }

  at(tick: number): void {
    this.#tick = tick
  }

  hear(stored: StoredEvent): void {
    if (stored.type !== 'yibiao.supplement.requested.v1') return
    const {
      subject: record,
      filing = '',
      data,
    } = decodeEvent<EventDataByType['yibiao.supplement.requested.v1']>(stored)
    const { approval, round, defects } = data
    const notice = { record, filing, approval, round, paths: defects.flatMap(({ path }) => path ?? []) }
    const { draws, timetable } = this.#world
    const name = `${approval}/${round}`
    const gives = approval.endsWith(`/${registration}`) && draws.happens(`${name}/give-up`, shares.givenUp)
    const tick = timetable.workAfter(this.#tick, draws.between(`${name}/answer`, delays.supplement))
    this.#agenda.add(tick, { what: gives ? 'withdraw' : 'supply', name, notice })
  }

  act(tick: Tick): readonly Said[] {
    return this.#agenda
      .takeUpTo(tick.index)
      .sort(byName(({ name, what }) => `${name}/${what}`))
      .map((errand) => this.#run(errand, tick))
  }

  #run(errand: Errand, tick: Tick): Said {
    switch (errand.what) {
      case 'submit':
        return this.#submit(errand.number, tick)
      case 'contact': {
        const officer = `PAB-0${1 + (errand.number % 9)}`
        const data = { officer, window: `W0${1 + (errand.number % 6)}` }
        return this.#counter(errand.number, 'contact.assigned', data, tick)
      }
      case 'channel': {
        const promised = { value: 1, unit: 'WORKING_DAY' }
        const data = { basis: '重点项目，绿色通道', grantedBy: 'PAB-HEAD', promised }
        return this.#counter(errand.number, 'channel.granted', data, tick)
      }
      case 'supply':
        return this.#supply(errand.notice, tick)
      default: {
        const { record, filing } = errand.notice
        return this.#founder(
          `${filing}/withdrawn`,
          'filing.withdrawn',
          { record, filing },
          { reason: '不办了' },
          tick,
        )
      }
    }
  }

  #submit(number: number, tick: Tick): Said {
    const { draws, timetable } = this.#world
    const next = timetable.workAfter(tick.index, 0)
    this.#agenda.add(next, { what: 'contact', name: nameOf(number), number })
    if (draws.happens(`${nameOf(number)}/channel`, shares.greenChannel))
      this.#agenda.add(next, { what: 'channel', name: nameOf(number), number })
    const data = { process: 'company-setup', form: makeForm(this.#first + number) }
    return this.#founder(`${nameOf(number)}/submitted`, 'filing.submitted', this.#idsOf(number), data, tick)
  }

  /** Evidence is given again with another number; of anything else the founder says that it is as it is. */
  #supply(notice: Notice, tick: Tick): Said {
    const { approval, round, paths } = notice
    const evidence = paths.includes('/domicile/evidenceId')
    const given = evidence ? { form: { domicile: { evidenceId: `ZM-BZ-${notice.filing}-${round}` } } } : {}
    const data = { approval, round, ...given, remarks: '已按告知补正' }
    return this.#founder(`${approval}/${round}/provided`, 'supplement.provided', notice, data, tick)
  }

  #founder(
    id: string,
    type: string,
    { record, filing }: { readonly record: string; readonly filing: string },
    data: object,
    { time }: Tick,
  ): Said {
    const who = { authtype: 'applicant', authid: this.#account } as const
    return said({ participant: 'PAB', id, type, subject: record, filing, ...who, data }, time)
  }

  #counter(number: number, type: string, data: object, { time }: Tick): Said {
    const { record, filing } = this.#idsOf(number)
    const who = { authtype: 'officer', authid: `PAB-0${1 + (number % 9)}` } as const
    const id = `${nameOf(number)}/${type}`
    return said({ participant: 'PAB', id, type, subject: record, filing, ...who, data }, time)
  }

  #idsOf(number: number) {
    const key = String(number)
    return { record: recordIdOf(this.#account, key), filing: filingIdOf(this.#account, key) }
  }

  /** Two seeds have other enterprises: their forms begin at another place of the workload. */
  get #first(): number {
    return Math.floor(this.#world.draws.share('forms') * 1_000) * 97
  }
}

const nameOf = (number: number): string => `set-up/${String(number).padStart(7, '0')}`

/** On working days most come to the counter; in the evening and on days off they hand in from home. */
const submissionWeight = ({ timetable }: World) => {
  const work = timetable.ticks.filter(({ kind }) => kind === 'WORK').length
  const home = timetable.ticks.filter(({ kind }) => kind === 'EVENING').length
  return ({ kind }: Tick): number =>
    kind === 'WORK' ? (1 - shares.fromHome) / work : kind === 'EVENING' ? shares.fromHome / home : 0
}
