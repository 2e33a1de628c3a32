/**
 * Whether two parsed JSON values are the same, whatever the order of members: the equality of RFC 8785 forms without
 * making them. Does not recurse, for a value may be nested deeper than the call stack allows.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  const open: [unknown, unknown][] = [[a, b]]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop())
    if (!sameHere(pair[0], pair[1], open)) return false
  return true
}

/** Compares two values without what is inside them, which is put on the list. */
function sameHere(a: unknown, b: unknown, open: [unknown, unknown][]): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (const [index, element] of a.entries()) open.push([element, b[index]])
    return true
  }
  if (Array.isArray(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  for (const name of names) {
    if (!Object.hasOwn(b, name)) return false
    open.push([(a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]])
  }
  return true
}
