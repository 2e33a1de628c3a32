/** One comparison: whether `to` accepts everything that `from` accepts, and what changed on the way. */
import { compareCombinators } from './combinators.ts'
import { compareArrays, compareObjects } from './containers.ts'
import type { Context, Pair } from './context.ts'
import {
  canonical,
  isAnnotation,
  isObject,
  type Located,
  resolve,
  type SchemaObject,
  targetOf,
} from './located.ts'
import { type ChangeRule, type Reason, type SchemaChange, step, type Wording } from './report.ts'
import { compareScalars } from './scalars.ts'

/** Keywords that the parts below compare. Any other that changes is beyond what this check understands. */
const understood = new Set(
  `type enum const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format
  minItems maxItems uniqueItems contains minContains maxContains items prefixItems additionalItems minProperties
  maxProperties properties required additionalProperties patternProperties propertyNames dependencies dependentRequired
  dependentSchemas unevaluatedProperties unevaluatedItems allOf anyOf oneOf not if then else`.split(/\s+/),
)

/** Beyond this many trials within trials nothing is decided; only schemas that negate themselves come near. */
const deepestTrial = 24

export class Comparison implements Context {
  readonly changes: SchemaChange[] = []
  readonly words: Wording
  readonly tolerant: boolean
  /** Pairs under way. A recursive schema meets itself; what holds for one turn holds for all. */
  readonly #underWay = new Map<SchemaObject, Set<SchemaObject>>()
  readonly #depth: number

  constructor(words: Wording, tolerant: boolean, depth = 0) {
    this.words = words
    this.tolerant = tolerant
    this.#depth = depth
  }

  breaks(path: string, rule: ChangeRule, [reasonZh, reasonEn]: Reason): void {
    this.changes.push({ path, rule, breaking: true, reasonZh, reasonEn })
  }

  allows(path: string, rule: ChangeRule, [reasonZh, reasonEn]: Reason): void {
    this.changes.push({ path, rule, breaking: false, reasonZh, reasonEn })
  }

  undecidable(path: string, rule: ChangeRule, keyword: string): void {
    const { fromZh, toZh, fromEn, toEn } = this.words
    this.breaks(path, rule, [
      `关键字 ${keyword} 在${fromZh}与${toZh}中不同，无法判定是否收窄，按不兼容处理。`,
      `The keyword ${keyword} differs between ${fromEn} and ${toEn}; whether it narrows cannot be decided, so it counts as breaking.`,
    ])
  }

  dropped(path: string, rule: ChangeRule, keyword: string): void {
    this.allows(path, rule, [
      `${this.words.toZh}没有约束 ${keyword}，只放宽不收窄。`,
      `The constraint ${keyword} is not in ${this.words.toEn}: it only widens.`,
    ])
  }

  compareRoots(from: Located, to: Located): void {
    const dialect = (located: Located) => (isObject(located.schema) ? located.schema.$schema : undefined)
    if (dialect(from) !== dialect(to)) this.undecidable('/$schema', '$schema', '$schema')
    this.compare(from, to, '')
  }

  compare(fromPlace: Located, toPlace: Located, path: string): void {
    const from = resolve(fromPlace)
    const to = resolve(toPlace)
    if (from.schema === false || to.schema === true) return
    if (to.schema === false) {
      this.breaks(path, 'refuses-all', [
        `${this.words.toZh}在此不接受任何值。`,
        `Here ${this.words.toEn} accepts no value at all.`,
      ])
      return
    }
    const pair: Pair = {
      from: { ...from, schema: from.schema === true ? {} : from.schema },
      to: { ...to, schema: to.schema },
      path,
    }
    if (pair.from.schema.$ref !== undefined || pair.to.schema.$ref !== undefined)
      this.#compareUnresolved(pair)
    else this.#once(pair)
  }

  accepts(from: Located, to: Located): boolean {
    const trial = new Comparison(this.words, this.tolerant, this.#depth + 1)
    for (const [schema, others] of this.#underWay) trial.#underWay.set(schema, new Set(others))
    return trial.#passes(from, to)
  }

  includes(from: Located, to: Located): boolean {
    return new Comparison(this.words, false, this.#depth + 1).#passes(from, to)
  }

  same(from: Located, to: Located): boolean {
    return this.includes(from, to) && this.includes(to, from)
  }

  #passes(from: Located, to: Located): boolean {
    if (this.#depth > deepestTrial) return false
    this.compare(from, to, '')
    return this.changes.every(({ breaking }) => !breaking)
  }

  /**
   * A reference with assertions beside it, or to a document not at hand. It passes only if it is written the same and
   * means the same, as far as that can be known: a document not at hand is taken to be as published, for ever.
   */
  #compareUnresolved({ from, to, path }: Pair): void {
    const meaning = (schema: SchemaObject) =>
      canonical(Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword))))
    const [before, after] = [targetOf(from), targetOf(to)]
    const elsewhere = typeof from.schema.$ref === 'string' && !from.schema.$ref.startsWith('#')
    const alike =
      before === undefined || after === undefined ? elsewhere && before === after : this.same(before, after)
    if (!alike || meaning(from.schema) !== meaning(to.schema))
      this.undecidable(step(path, '$ref'), '$ref', '$ref')
  }

  #once(pair: Pair): void {
    const others = this.#underWay.get(pair.from.schema) ?? new Set()
    if (others.has(pair.to.schema)) return
    this.#underWay.set(pair.from.schema, others.add(pair.to.schema))
    compareScalars(this, pair)
    compareArrays(this, pair)
    compareObjects(this, pair)
    compareCombinators(this, pair)
    this.#compareUnknown(pair)
    others.delete(pair.to.schema)
  }

  #compareUnknown({ from, to, path }: Pair): void {
    for (const keyword of new Set([...Object.keys(from.schema), ...Object.keys(to.schema)])) {
      if (understood.has(keyword) || isAnnotation(keyword)) continue
      if (canonical(from.schema[keyword]) !== canonical(to.schema[keyword])) {
        this.undecidable(step(path, keyword), 'keyword', keyword)
      }
    }
  }
}
