import type { Output, Style } from './output.ts'
import { padEnd, padStart, printable, widthOf, wrap } from './width.ts'

/** A cell: its text, or that with a style. A line break in it begins a new line of the cell. */
export type Cell = string | { readonly text: string; readonly style?: Style | undefined }

export interface Column {
  readonly title?: string
  readonly align?: 'start' | 'end'
  /** Longer text is wrapped. */
  readonly most?: number
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Spaces before every line; default 2. */
  readonly indent?: number
  /** Width of each column, where several tables should stand in line; see `widthsOf`. */
  readonly widths?: readonly number[]
}

const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text

const linesOf = (cell: Cell | undefined, most: number): string[] =>
  textOf(cell)
    .split('\n')
    .flatMap((line) => wrap(printable(line), most))

/** The width that each column needs for all its rows. */
export function widthsOf({ columns, rows }: Pick<Table, 'columns' | 'rows'>): number[] {
  return columns.map(({ title = '', most = Number.POSITIVE_INFINITY }, index) => {
    let width = widthOf(title)
    for (const row of rows)
      for (const line of linesOf(row[index], most)) width = Math.max(width, widthOf(line))
    return width
  })
}

/** Lines of a table in aligned columns, wide characters counted as two. Titles only where a column has one. */
export function renderTable(table: Table, output: Pick<Output, 'paint'>): string[] {
  const { columns, rows, indent = 2 } = table
  const widths = table.widths ?? widthsOf(table)
  const before = ' '.repeat(indent)
  const join = (cells: readonly Cell[], lineOf: (index: number) => string): string => {
    const last = columns.length - 1
    const parts = columns.map(({ align }, index) => {
      const line = lineOf(index)
      const padded =
        align === 'end'
          ? padStart(line, widths[index] ?? 0)
          : index === last
            ? line
            : padEnd(line, widths[index] ?? 0)
      const cell = cells[index]
      const style = typeof cell === 'object' ? cell.style : undefined
      return style === undefined || line === '' ? padded : output.paint(style, padded)
    })
    return (before + parts.join('  ')).trimEnd()
  }
  const lines: string[] = []
  if (columns.some(({ title }) => title !== undefined)) {
    const titles = columns.map(({ title = '' }) => ({ text: title, style: 'dim' as const }))
    lines.push(join(titles, (index) => titles[index]?.text ?? ''))
  }
  for (const row of rows) {
    const cells = columns.map(({ most = Number.POSITIVE_INFINITY }, index) => linesOf(row[index], most))
    const height = Math.max(1, ...cells.map((one) => one.length))
    for (let line = 0; line < height; line += 1) lines.push(join(row, (index) => cells[index]?.[line] ?? ''))
  }
  return lines
}

/** Writes a table. */
export function showTable(output: Output, table: Table): void {
  for (const line of renderTable(table, output)) output.line(line)
}
