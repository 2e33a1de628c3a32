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

/** A line of the page: its section, and its cells from the title on. */
interface Row {
  readonly section: string
  readonly cells: readonly [title: string, ...rest: Cell[]]
}

/** Least and widest that a value's column is. */
const leastValue = 24
const mostValue = 72
const mostTitle = 40

/** The one form by sections, in its own order: each value with its standing, who wrote it and the event it came from. */
export const oneFormLines = (
  { values }: Pick<SeenRecord, 'values'>,
  output: Output,
  names: Names,
): string[] =>
  layOut(
    inFormOrder(values).map((value) => ({
      section: sectionTitle(value.path, output.lang),
      cells: [
        leafTitle(value.path, output.lang),
        shownValue(value, output),
        ...standingOf(value, output),
        {
          text: value.event === null ? '' : `${names.type(value.event.type)} #${value.revision}`,
          style: 'dim',
        },
      ],
    })),
    output,
  )

/** The same in short: values that belong together, have one standing and come from one department share a line. */
export function compactOneFormLines({ values }: Pick<SeenRecord, 'values'>, output: Output): string[] {
  const groups = new Map<string, SeenValue[]>()
  for (const value of inFormOrder(values)) {
    const key = `${parentOf(value.path)} ${value.standing} ${value.department}`
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  const rows = [...groups.values()].map((group): Row => {
    const [first] = group as [SeenValue, ...SeenValue[]]
    const title = leafTitle(first.path, output.lang)
    const parent = parentOf(first.path)
    const alone = group.length === 1 || parent === ''
    const shared = alone ? title : leafTitle(parent, output.lang)
    const parts = group.map((one) =>
      alone ? shownValue(one, output) : `${lastTitle(one.path, output)} ${shownValue(one, output)}`,
    )
    return {
      section: sectionTitle(first.path, output.lang),
      cells: [shared, parts.join(output.lang === 'zh' ? '；' : '; '), ...standingOf(first, output)],
    }
  })
  return layOut(rows, output)
}

/** What holds a leaf; a leaf at the top is by itself. */
const parentOf = (path: string): string => {
  const parent = path.slice(0, path.lastIndexOf('/'))
  return parent === '' ? path : parent
}

const lastTitle = (path: string, { lang }: Output): string => leafTitle(path, lang).split(' · ').at(-1) ?? ''

function layOut(rows: readonly Row[], output: Output): string[] {
  const others: Column[] = (rows[0]?.cells ?? []).slice(2).map(() => ({}))
  const rest = widthsOf({ columns: others, rows: rows.map(({ cells }) => cells.slice(2)) })
  const titles = Math.min(mostTitle, Math.max(0, ...rows.map(({ cells }) => widthOf(cells[0]))))
  const used = 2 + titles + 2 + rest.reduce((sum, width) => sum + width + 2, 0)
  const most = Math.min(mostValue, Math.max(leastValue, output.columns - used))
  const columns: Column[] = [{ most: mostTitle }, { most }, ...others]
  const widths = widthsOf({ columns, rows: rows.map(({ cells }) => cells) })
  const lines: string[] = []
  let section: string | undefined
  for (const row of rows) {
    if (row.section !== section) lines.push('', output.paint('bold', row.section))
    section = row.section
    lines.push(...renderTable({ columns, widths, rows: [row.cells] }, output))
  }
  return [...lines, '', output.paint('dim', output.say(texts.legend))]
}

function shownValue({ path, value, masked }: SeenValue, output: Output): string {
  const shown = showValue(path, value, output.lang)
  return masked ? `${shown} ${output.say(texts.masked)}` : shown
}

const standingOf = ({ standing, department }: SeenValue, { lang }: Output): Cell[] => [
  { text: word(standing, lang), style: styles[standing] },
  department === 'APPLICANT' ? word('APPLICANT', lang) : department,
]
