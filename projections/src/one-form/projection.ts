import { recordOfStream, valueAt } from '@yibiao/schemas'
import type { Projection } from '../projection.ts'
import { OneFormTexts } from './encode.ts'
import { evolveOneForm, isReadByOneForm } from './evolve.ts'
import { initialOneForm, type OneFormReferences, type OneFormView } from './view.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The unified one-form view of every record, by record id. */
export function oneFormProjection(references: OneFormReferences): Projection<OneFormView> {
  const texts = new OneFormTexts()
  return {
    name: 'one-form',
    version: 2,
    streamBound: true,
    concerns: (stream) => recordOfStream(stream) !== undefined,
    reads: isReadByOneForm,
    key: (event) => event.subject,
    initial: initialOneForm,
    evolve: evolveOneForm(references, (view, changes) => texts.noteChanges(view, changes)),
    encode: (view, scratch) => texts.encode(view, scratch),
    columns: {
      status: { type: 'text', value: (view) => view.status },
      uscc: { type: 'text', value: (view) => text(valueAt(view.form, '/uscc')), index: true },
      revision: { type: 'integer', value: (view) => view.revision },
    },
  }
}
