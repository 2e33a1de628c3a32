/** Fixtures: what chance decides of a form that `makeForm` makes. */
import { hash } from 'node:crypto'
import type { OneForm } from '../../generated/one-form.ts'
import { checkResidentId, fixtureResidentId } from '../identifiers/index.ts'
import {
  givenNames,
  type LineOfBusiness,
  linesOfBusiness,
  type Place,
  places,
  surnames,
  tradeCharacters,
} from './workload-words.ts'

/** So many different trade names there are: seeds 0 … this − 1 have names of their own. */
export const distinctNames = tradeCharacters.length ** 3

const peopleOfAForm = 4
export const readAt = '2025-12-20T09:41:05+08:00'

/** What the parts of one form are made from. */
export interface Draft {
  readonly seed: number
  /** The next whole number below `limit`. */
  readonly below: (limit: number) => number
  readonly place: Place
  readonly business: LineOfBusiness
  readonly people: OneForm['people']
  readonly capitalFen: number
  /** A board of three and an audit committee, or one director and one supervisor. */
  readonly board: boolean
}

/** Mulberry32: a small generator whose numbers depend on the seed alone. */
function generator(seed: number): (limit: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

export const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

/** A bijection of the seeds below `distinctNames`, so that neighbours do not look alike. 1,732,051 is prime to 160. */
export function tradeNameOf(seed: number): string {
  const index = ((seed % distinctNames) * 1_732_051) % distinctNames
  const size = tradeCharacters.length
  const places = [Math.floor(index / size ** 2), Math.floor(index / size) % size, index % size]
  return places.map((place) => pick(tradeCharacters, place)).join('')
}

function personOf(seed: number, index: number, below: Draft['below']): OneForm['people'][number] {
  const number = seed * peopleOfAForm + index
  const idNo = fixtureResidentId({
    division: pick(places, Math.floor(number / 18_000_000)).code,
    day: number % 18_000,
    sequence: Math.floor(number / 18_000) % 1000,
  })
  const { parts } = checkResidentId(idNo)
  return {
    key: `P${index + 1}`,
    name: pick(surnames, below(surnames.length)) + pick(givenNames, below(givenNames.length)),
    idType: '111',
    idNo,
    nationality: '156',
    sex: parts?.sex ?? '1',
    birthDate: parts?.birthDate ?? '1800-01-01',
    mobile: `+999${String(number % 100_000_000).padStart(8, '0')}`,
    ...(index < 2
      ? {
          email: `p${number}@example.com`,
          residence: `吉林省吉林市样例路${1 + (number % 999)}号`,
          faceVerifiedAt: readAt,
          eSignature: `sig:${digestOf(number)}`,
        }
      : {}),
  }
}

const digestOf = (number: number): string => hash('sha256', String(number), 'hex').slice(0, 24)

/** What a seed's form is made from. Throws `RangeError` when the seed is no whole number from 0. */
export function draftOf(seed: number): Draft {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('A seed is a whole number from 0.')
  const below = generator(seed)
  return {
    seed,
    below,
    place: pick(places, below(places.length)),
    business: pick(linesOfBusiness, below(linesOfBusiness.length)),
    people: Array.from({ length: peopleOfAForm }, (_, index) => personOf(seed, index, below)),
    capitalFen: 10_000_000 * (1 + below(120)),
    board: below(4) === 0,
  }
}
