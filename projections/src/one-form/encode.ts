import type { Change } from '@yibiao/schemas'
import type { OneFormView } from './view.ts'

/** The members of a view's form and provenance as JSON, `"name":value`, by name. What changed in the form is left out. */
interface Members {
  readonly form: Map<string, string>
  readonly provenance: Map<string, string>
}

const member = (name: string, value: unknown): string => `${JSON.stringify(name)}:${JSON.stringify(value)}`

/** The first step of a path. Undefined where it is escaped, which no name of the form is. */
const sectionOf = (path: string): string | undefined => {
  const end = path.indexOf('/', 1)
  const name = end === -1 ? path.slice(1) : path.slice(1, end)
  return name.includes('~') ? undefined : name
}

/**
 * Gives the text of `JSON.stringify` for views that are written again and again: an event changes few values, so the texts of
 * all others are kept for as long as the view itself.
 */
export class OneFormTexts {
  readonly #kept = new WeakMap<OneFormView, Members>()

  /** MUST be told of every change of values, once it has been made and the view is in its revision. */
  noteChanges(view: OneFormView, changes: readonly Change[]): void {
    const kept = this.#kept.get(view)
    if (kept === undefined) return
    for (const { path, after } of changes) {
      const section = sectionOf(path)
      if (section === undefined) kept.form.clear()
      else kept.form.delete(section)
      if (after === null) kept.provenance.delete(path)
      else kept.provenance.set(path, member(path, view.revision))
    }
  }

  encode(view: OneFormView): string {
    const { record, revision, status, flags, form, provenance, ...rest } = view
    const kept = this.#kept.get(view) ?? { form: new Map(), provenance: membersOf(provenance) }
    this.#kept.set(view, kept)
    const head = `{"record":${JSON.stringify(record)},"revision":${revision},"status":"${status}","flags":${JSON.stringify(flags)}`
    const values = `"form":{${formText(form, kept.form)}},"provenance":{${[...kept.provenance.values()].join(',')}}`
    return `${head},${values},${JSON.stringify(rest).slice(1)}`
  }
}

const membersOf = (provenance: OneFormView['provenance']): Map<string, string> =>
  new Map(Object.entries(provenance).map(([path, revision]) => [path, member(path, revision)]))

function formText(form: OneFormView['form'], kept: Map<string, string>): string {
  const texts: string[] = []
  for (const name in form) {
    const text = kept.get(name) ?? member(name, form[name])
    kept.set(name, text)
    texts.push(text)
  }
  return texts.join(',')
}
