import type { Change } from '@yibiao/schemas'
import { Beside } from '../beside.ts'
import { QuotedPaths } from '../quoted-paths.ts'
import { type Scratch, utf8Of } from '../scratch.ts'
import type { OneFormView } from './view.ts'

/** What of a view that was written once still holds. */
interface Kept {
  /** The members of the form as JSON in UTF-8, `"name":value`, by name. What changed is left out. */
  readonly form: Map<string, Buffer>
  /** The members of the provenance as JSON, comma-separated; undefined where they must be made anew. */
  provenance: string | undefined
}

/** The first step of a path. Undefined where it is escaped, which no name of the form is. */
const sectionOf = (path: string): string | undefined => {
  const end = path.indexOf('/', 1)
  const name = end === -1 ? path.slice(1) : path.slice(1, end)
  return name.includes('~') ? undefined : name
}

/**
 * Gives the bytes of `JSON.stringify` for views that are written again and again: an event changes few values, so the bytes of
 * all others are kept for as long as the view itself. Outside of the heap, for there are many.
 */
export class OneFormTexts {
  readonly #kept = new Beside<OneFormView, Kept>()
  readonly #quoted = new QuotedPaths()

  /** MUST be told of every change of values, once it has been made and the view is in its revision. */
  noteChanges(view: OneFormView, changes: readonly Change[]): void {
    const kept = this.#kept.get(view)
    if (kept === undefined) return
    let { provenance } = kept
    for (const { path, before, after } of changes) {
      const section = sectionOf(path)
      if (section === undefined) kept.form.clear()
      else kept.form.delete(section)
      if (provenance === undefined) continue
      if (after === null) provenance = undefined
      else if (before === null) {
        // A new path stands behind all others.
        const next = `${this.#quoted.of(path)}:${view.revision}`
        provenance = provenance === '' ? next : `${provenance},${next}`
      } else provenance = withRevision(provenance, `${this.#quoted.of(path)}:`, view.revision)
    }
    kept.provenance = provenance
  }

  encode(view: OneFormView, scratch: Scratch): Uint8Array {
    const { record, revision, status, flags, form, provenance, ...rest } = view
    const kept =
      this.#kept.get(view) ??
      this.#kept.keep(view, { form: new Map<string, Buffer>(), provenance: undefined })
    kept.provenance ??= this.#members(provenance)
    const pieces: (string | Buffer)[] = [
      `{"record":${JSON.stringify(record)},"revision":${revision},"status":"${status}","flags":${JSON.stringify(flags)},"form":{`,
    ]
    for (const name in form) {
      if (pieces.length > 1) pieces.push(',')
      pieces.push(keptMember(name, form[name], kept.form))
    }
    pieces.push('},"provenance":{', kept.provenance, `},${JSON.stringify(rest).slice(1)}`)
    return utf8Of(pieces, scratch)
  }

  #members(provenance: OneFormView['provenance']): string {
    // Joined, not added up: what is kept should be one string, not a tree of them.
    const members: string[] = []
    for (const path in provenance) members.push(`${this.#quoted.of(path)}:${provenance[path]}`)
    return members.join(',')
  }
}

/** Replaces the revision behind a quoted path: within JSON text a quoted name and its colon stand in one place only. */
function withRevision(members: string, name: string, revision: number): string | undefined {
  const at = members.indexOf(name)
  if (at === -1) return undefined
  const from = at + name.length
  const end = members.indexOf(',', from)
  return `${members.slice(0, from)}${revision}${end === -1 ? '' : members.slice(end)}`
}

function keptMember(name: string, value: unknown, kept: Map<string, Buffer>): Buffer {
  const known = kept.get(name)
  if (known !== undefined) return known
  const made = Buffer.from(`${JSON.stringify(name)}:${JSON.stringify(value)}`)
  kept.set(name, made)
  return made
}
