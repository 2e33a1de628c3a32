import { exceptionsProjection } from './exceptions/projection.ts'
import { feedStateProjection } from './feed-state/projection.ts'
import { filingBoardProjection } from './filing-board/projection.ts'
import { oneFormProjection } from './one-form/projection.ts'
import type { OneFormReferences } from './one-form/view.ts'
import { operationsProjection } from './operations/projection.ts'
import type { AnyProjection } from './projection.ts'
import { refusalsProjection } from './refusals/projection.ts'
import { searchProjection } from './search/projection.ts'

/** The projections that the read API needs. */
export const standardProjections = (references: OneFormReferences): readonly AnyProjection[] => [
  oneFormProjection(references),
  filingBoardProjection,
  searchProjection,
  feedStateProjection,
  operationsProjection,
  refusalsProjection,
  exceptionsProjection,
]
