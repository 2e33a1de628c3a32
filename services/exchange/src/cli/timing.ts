import type { Names } from './names.ts'
import type { Lang } from './text.ts'
import { word } from './words.ts'

/** What events about approvals, clocks and cards carry, as far as a line about them tells it. */
interface Timed {
  readonly approvals?: readonly unknown[]
  readonly clocks?: readonly unknown[]
  readonly approval?: string
  readonly clock?: string
  readonly card?: string
  readonly because?: string
  readonly fact?: string
  readonly due?: string
}

/** How many approvals or clocks an event is about, which card it raised, what it took back and what was due when: never a list. */
export function timingOf(data: object, names: Names, lang: Lang): string[] {
  const { approvals, clocks, approval, clock, card, because, fact, due } = data as Timed
  const count = approvals ?? clocks
  return [
    ...(count === undefined ? [] : [`× ${count.length}`]),
    ...(approvals !== undefined || because === undefined ? [] : [word(because, lang)]),
    ...(approval !== undefined || clock === undefined ? [] : [clock]),
    ...(card === undefined ? [] : [word(card, lang)]),
    ...(fact === undefined ? [] : [names.type(fact)]),
    ...(due === undefined ? [] : [`${lang === 'zh' ? '期限' : 'due'} ${due}`]),
  ]
}
