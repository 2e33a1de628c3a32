/** `kafka:` of `kafka://localhost:9092`; empty where there is none. */
export const schemeOf = (url: string): string => url.slice(0, url.indexOf(':') + 1)

const embedded: ReadonlySet<string> = new Set(['sqlite:', 'embedded:'])

/** Whether an engine lives in the data folder and belongs to one process. */
export const isEmbedded = (url: string): boolean => embedded.has(schemeOf(url))

/**
 * Takes the settings that are ours off a URL's query, for the engine's own client would not know them:
 * `postgres://db/yibiao?sslmode=require&schema=history` → the URL without `schema`, and `{ schema: 'history' }`.
 */
export function withoutOwn<Name extends string>(
  url: string,
  names: readonly Name[],
): { readonly url: string; readonly own: Partial<Readonly<Record<Name, string>>> } {
  const mark = url.indexOf('?')
  if (mark < 0) return { url, own: {} }
  const settings = new URLSearchParams(url.slice(mark + 1))
  const own: Partial<Record<Name, string>> = {}
  const kept: string[] = []
  for (const part of url.slice(mark + 1).split('&')) {
    const name = decodeURIComponent(part.split('=')[0] ?? '') as Name
    if (names.includes(name)) own[name] = settings.get(name) ?? ''
    else if (part !== '') kept.push(part)
  }
  const base = url.slice(0, mark)
  return { url: kept.length === 0 ? base : `${base}?${kept.join('&')}`, own }
}
