import type { Leaf } from './paths.ts'

/** What stands for a value of which nothing is shown. */
export const masked = '***'

interface Shown {
  readonly first: number
  readonly last: number
}

/** How many characters of a value stay, by the last name of its path. */
const shown: Readonly<Record<string, Shown>> = {
  idNo: { first: 4, last: 2 },
  uscc: { first: 4, last: 2 },
  registrationNo: { first: 4, last: 2 },
  taxpayerId: { first: 4, last: 2 },
  recordNo: { first: 4, last: 2 },
  recordCode: { first: 4, last: 2 },
  no: { first: 4, last: 2 },
  mobile: { first: 3, last: 2 },
  phone: { first: 3, last: 2 },
  name: { first: 1, last: 0 },
}

/**
 * What a reader with M sees of a leaf: of identity and licence numbers the first four and the last two characters, of a
 * telephone number the first three and the last two, of a name the first character, of everything else nothing. The length of
 * what is left out is not shown. A text too short to hide at least three characters is hidden whole, but for a name.
 */
export function mask(path: string, value: Leaf): string {
  return maskNamed(path.slice(path.lastIndexOf('/') + 1), value)
}

/** `mask` for whoever has the last name of the path already. */
export function maskNamed(name: string, value: Leaf): string {
  const keep = Object.hasOwn(shown, name) ? shown[name] : undefined
  if (keep === undefined || typeof value !== 'string') return masked
  if (name === 'name') return String.fromCodePoint(value.codePointAt(0) ?? 0x2a) + masked
  if (value.length < keep.first + keep.last + 3) return masked
  return value.slice(0, keep.first) + masked + value.slice(-keep.last)
}
