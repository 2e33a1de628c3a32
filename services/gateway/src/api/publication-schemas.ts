import { count, described, object, open, text, time } from './schema.ts'

/** A publication with its content. */
export const publication = object({
  key: described(text, 'The item, year, process or participant. 事项、年份、流程或接入单位。'),
  version: count,
  digest: text,
  position: described(count, 'In force from here on. 自该位置起生效。'),
  recordedAt: time,
  content: described(open, 'As it was published. 发布内容。'),
})

const share = { type: 'number', minimum: 0, maximum: 1 } as const
const speedUp = { type: ['number', 'null'], maximum: 1 } as const

/** The figures of a catalogue. */
export const catalogueSummary = object({
  items: count,
  instant: count,
  instantShare: described(share, 'Instant items ÷ items; 0.8 is aimed at. 即办件比例，目标 80%。'),
  promised: count,
  speedUp: described(
    speedUp,
    '1 − promised ÷ statutory terms of promised items; 0.5 is required of each. 承诺件提速，每项不低于 50%。',
  ),
  leastSpeedUp: speedUp,
  complete: described(count, 'Items without a blank in both lists of eight. “八公开”完整的事项数。'),
  confirmed: described(count, 'Facts that were read in their source. 经查证的要素数。'),
  facts: count,
})
