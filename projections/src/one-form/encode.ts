import type { OneFormView } from './view.ts'

/**
 * Gives the text of `JSON.stringify`, faster: of most events neither the form nor the provenance changes, so their texts are
 * kept for as long as the objects themselves. The fold therefore never changes either of them in place.
 */
export function oneFormEncoder(): (view: OneFormView) => string {
  const texts = new WeakMap<object, string>()
  const kept = (part: object): string => {
    const known = texts.get(part)
    if (known !== undefined) return known
    const text = JSON.stringify(part)
    texts.set(part, text)
    return text
  }
  return (view) => {
    const { record, revision, status, form, provenance, ...rest } = view
    const head = `{"record":${JSON.stringify(record)},"revision":${revision},"status":"${status}"`
    return `${head},"form":${kept(form)},"provenance":${kept(provenance)},${JSON.stringify(rest).slice(1)}`
  }
}
