import type { Kpi, KpiUnit } from '@yibiao/projections'
import type { Answers } from '../answers.ts'
import { type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { exitCodes, type Output } from '../output.ts'
import { type Cell, showTable } from '../table.ts'
import { type Lang, text } from '../text.ts'
import { showSpan } from '../times.ts'

const texts = {
  id: text('代号', 'id'),
  name: text('指标', 'indicator'),
  value: text('值', 'value'),
  counted: text('计数', 'counted'),
  target: text('目标', 'target'),
  behind: text('计入：', 'counted: '),
  against: text('不达标：', 'against: '),
  why: text('未测：', 'not measured: '),
}

export const command: Command = {
  options: [
    { flags: '--from <date>', text: text('自此日提交的办件', 'filings submitted from this day on') },
    { flags: '--to <date>', text: text('至此日（含）提交的办件', 'up to and with this day') },
    { flags: '--department <code>', text: text('只看此部门', 'only this department') },
    {
      flags: '--events',
      text: text('定义及所依办件、审批与事件的编号', 'definitions, and the ids of what is behind each'),
    },
  ],
  online: true,
  notes: text(
    '每项指标均有定义，并可追溯到办件与事件。',
    'Every indicator has its definition and leads to the filings and events behind it.',
  ),
  examples: [
    { line: 'kpi --from 2026-09-01 --to 2026-09-30', text: text('九月', 'September') },
    {
      line: 'kpi --department AMR-FOOD --events',
      text: text('某部门，附定义与编号', 'one department, with what is behind it'),
    },
  ],
  run(call) {
    const { output, options } = call
    return withExchange(call, async ({ client }) => {
      const body = await client.get<Answers['kpi']>('/v1/kpi', {
        from: optionOf(call, 'from'),
        to: optionOf(call, 'to'),
        department: optionOf(call, 'department'),
      })
      if (output.json) output.data(body)
      else if (options.events === true) for (const kpi of body.kpis) showWhole(output, kpi)
      else showAll(output, body.kpis)
      return exitCodes.done
    })
  },
}

const units: Readonly<Record<KpiUnit, (value: number, lang: Lang) => string>> = {
  RATIO: (value) => `${(value * 100).toFixed(1)} %`,
  COUNT: (value) => String(value),
  WORKING_DAYS: (value, lang) => (lang === 'zh' ? `${value} 个工作日` : `${value} wd`),
  DAYS: (value, lang) => (lang === 'zh' ? `${value} 天` : `${value} d`),
  MILLISECONDS: (value) => showSpan(value),
}

const shown = (value: number | null, unit: KpiUnit, lang: Lang): string =>
  value === null ? '—' : units[unit](value, lang)

function targetText({ target, unit }: Kpi, lang: Lang): string {
  if (target === null) return ''
  return 'atLeast' in target
    ? `≥ ${shown(target.atLeast, unit, lang)}`
    : `≤ ${shown(target.atMost, unit, lang)}`
}

const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2))

function countedText({ numerator, denominator }: Kpi): string {
  if (numerator === null) return denominator === null ? '' : number(denominator)
  return denominator === null ? number(numerator) : `${number(numerator)} / ${number(denominator)}`
}

const valueCell = ({ value, unit, met }: Kpi, lang: Lang): Cell => ({
  text: shown(value, unit, lang),
  style: met === null ? undefined : met ? 'green' : 'red',
})

function showAll(output: Output, kpis: readonly Kpi[]): void {
  const { lang } = output
  showTable(output, {
    columns: [
      { title: output.say(texts.id) },
      { title: output.say(texts.name), most: 40 },
      { title: output.say(texts.value), align: 'end' },
      { title: output.say(texts.target) },
      { title: '' },
      { title: output.say(texts.counted), most: 60 },
    ],
    rows: kpis.map((kpi) => [
      kpi.id,
      kpi.name[lang],
      valueCell(kpi, lang),
      targetText(kpi, lang),
      kpi.met === null ? '' : kpi.met ? '✓' : '✗',
      kpi.reason === undefined ? countedText(kpi) : `${output.say(texts.why)}${kpi.reason[lang]}`,
    ]),
  })
}

function showWhole(output: Output, kpi: Kpi): void {
  const { lang } = output
  const target = targetText(kpi, lang)
  output.line(
    `${output.paint('bold', kpi.name[lang])} (${kpi.id})  ${shown(kpi.value, kpi.unit, lang)}  ${countedText(kpi)}${target === '' ? '' : `  ${target}`}`,
  )
  output.line(`  ${kpi.definition[lang]}`)
  if (kpi.reason !== undefined) output.line(`  ${output.say(texts.why)}${kpi.reason[lang]}`)
  for (const [title, { count, ids }] of [
    [texts.behind, kpi.behind],
    [texts.against, kpi.against],
  ] as const) {
    if (count === 0) continue
    const more = count > ids.length ? ' …' : ''
    output.line(`  ${output.say(title)}${count}: ${ids.join(' ')}${more}`)
  }
  output.line()
}
