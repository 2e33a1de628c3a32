import { type RecordedEvent, recordOfStream, typedOutcomes } from '@yibiao/schemas'
import { type RecordStatus, statusAfter } from '../one-form/view.ts'
import type { Projection } from '../projection.ts'
import { foldName, nameTokens, wordToken } from '../tokens.ts'

/** What a record is found by. */
export interface SearchView {
  readonly record: string
  /** The full name as written, empty until there is one. */
  name: string
  uscc: string | null
  status: RecordStatus
}

/** The types that set a name or code, or move the status. */
const types: ReadonlySet<string> = new Set([
  'yibiao.filing.submitted.v1',
  'yibiao.filing.refused.v1',
  'yibiao.filing.withdrawn.v1',
  'yibiao.supplement.provided.v1',
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
  'yibiao.enterprise.registered.v1',
  'yibiao.record.changed.v1',
  ...typedOutcomes,
])

interface Naming {
  readonly form?: { readonly name?: { readonly full?: string }; readonly uscc?: string }
}

function evolve(view: SearchView, event: RecordedEvent): SearchView {
  view.status = statusAfter(view.status, event)
  const { form } = event.data as Naming
  if (form?.name?.full !== undefined) view.name = form.name.full
  if (form?.uscc !== undefined) view.uscc = form.uscc
  return view
}

/** The token that limits a search to one status. */
export const statusToken = (status: RecordStatus): string => wordToken('s', status)

/** Records by their present name, code and id. */
export const searchProjection: Projection<SearchView> = {
  name: 'search',
  version: 1,
  streamBound: true,
  concerns: (stream, type) => types.has(type) && recordOfStream(stream) !== undefined,
  key: (event) => (types.has(event.type) ? event.subject : undefined),
  initial: (record) => ({ record, name: '', uscc: null, status: 'FILED' }),
  evolve,
  columns: {
    folded: { type: 'text', value: (view) => foldName(view.name), index: true },
    // Status and name in one, so that the names of one status that begin alike are one stretch of an index.
    by_status: { type: 'text', value: (view) => `${view.status} ${foldName(view.name)}`, index: true },
    uscc: { type: 'text', value: (view) => view.uscc, index: true },
    status: { type: 'text', value: (view) => view.status },
  },
  terms: (view) => [statusToken(view.status), ...nameTokens(foldName(view.name))].join(' '),
}
