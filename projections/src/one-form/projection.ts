import { recordOfStream, valueAt } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'
import { oneFormEncoder } from './encode.ts'
import { evolveOneForm } from './evolve.ts'
import { initialOneForm, type OneFormReferences, type OneFormView } from './view.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The unified one-form view of every record, by record id. */
export const oneFormProjection = (references: OneFormReferences): Projection<OneFormView> => ({
  name: 'one-form',
  version: 1,
  streamBound: true,
  concerns: (stream) => recordOfStream(stream) !== undefined,
  key: (event) => event.subject,
  initial: initialOneForm,
  evolve: evolveOneForm(references),
  encode: oneFormEncoder(),
  columns: {
    status: { type: 'text', value: (view) => view.status },
    uscc: { type: 'text', value: (view) => text(valueAt(view.form, '/uscc')), index: true },
    revision: { type: 'integer', value: (view) => view.revision },
  },
})
