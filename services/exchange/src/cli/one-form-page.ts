import type { SeenRecord, SeenValue } from './answers.ts'
import { showValue } from './code-names.ts'
import { inFormOrder, leafTitle, sectionTitle } from './form-titles.ts'
import type { Names } from './names.ts'
import type { Output } from './output.ts'
import { type Cell, type Column, renderTable, widthsOf } from './table.ts'
import { text } from './text.ts'
import { widthOf } from './width.ts'
import { styles, word } from './words.ts'

const texts = {
  masked: text('（部分显示）', '(in part)'),
  legend: text(
    '状态：申报 申请人所填；登记 主管部门登记；核实 其他部门核实；存疑 有部门提出疑义。',
    'Standing: declared by the applicant; registered by its owner; confirmed by another department; disputed by one.',
  ),
}

export interface PageOptions {
  /** Also the event that each value came from. */
  readonly provenance: boolean
}

/** Least and widest that a value's column is. */
const leastValue = 24
const mostValue = 60
const mostTitle = 40

/** Lines of the one form by sections, in the form's own order: each value with its standing and who wrote it. */
export function oneFormLines(
  record: Pick<SeenRecord, 'values'>,
  output: Output,
  names: Names,
  { provenance }: PageOptions,
): string[] {
  const { lang } = output
  const values = inFormOrder(record.values)
  const rows = values.map((value) => rowOf(value, output, names, provenance))
  const others: Column[] = [{}, {}, ...(provenance ? [{}] : [])]
  const rest = widthsOf({ columns: others, rows: rows.map((row) => row.slice(2)) })
  const titles = Math.min(mostTitle, Math.max(0, ...rows.map((row) => widthOf(plain(row[0])))))
  const used = 2 + titles + 2 + rest.reduce((sum, width) => sum + width + 2, 0)
  const most = Math.min(mostValue, Math.max(leastValue, output.columns - used))
  const columns: Column[] = [{ most: mostTitle }, { most }, ...others]
  const widths = widthsOf({ columns, rows })
  const lines: string[] = []
  let section: string | undefined
  for (const [index, value] of values.entries()) {
    const title = sectionTitle(value.path, lang)
    if (title !== section) lines.push('', output.paint('bold', title))
    section = title
    lines.push(...renderTable({ columns, widths, rows: [rows[index] ?? []] }, output))
  }
  return [...lines, '', output.paint('dim', output.say(texts.legend))]
}

const plain = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text

function rowOf(value: SeenValue, output: Output, names: Names, provenance: boolean): Cell[] {
  const { lang } = output
  const shown = showValue(value.path, value.value, lang)
  return [
    leafTitle(value.path, lang),
    value.masked ? `${shown} ${output.say(texts.masked)}` : shown,
    { text: word(value.standing, lang), style: styles[value.standing] },
    value.department === 'APPLICANT' ? word('APPLICANT', lang) : value.department,
    ...(provenance
      ? [
          {
            text: value.event === null ? '' : `${names.type(value.event.type)} #${value.revision}`,
            style: 'dim' as const,
          },
        ]
      : []),
  ]
}
