import type { HandedIn } from '@yibiao/schemas'
import type { Names } from './names.ts'
import type { Output } from './output.ts'
import { type Cell, showTable } from './table.ts'
import { printable } from './width.ts'

/** A file as the exchange shows it; an operator is not told its title. */
export type SeenMaterial = Omit<HandedIn, 'title'> & Partial<Pick<HandedIn, 'title'>>

/** Bytes for people, with at most one decimal. */
export function showBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

/** Files in a table: what they are, what they are called, and the address to read them at. */
export function showMaterials(
  output: Output,
  names: Names,
  materials: readonly SeenMaterial[],
  indent = 0,
): void {
  showTable(output, {
    indent,
    columns: [{}, { most: 36 }, { most: 36 }, {}, { align: 'end' }, {}],
    rows: materials.map(({ code, title, mediaType, size, digest }): Cell[] => [
      code,
      names.material(code),
      printable(title ?? '—'),
      mediaType,
      showBytes(size),
      { text: digest, style: 'dim' },
    ]),
  })
}
