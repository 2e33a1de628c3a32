import { type CalendarYear, WorkingCalendar } from '@yibiao/schemas'
import type { Command } from '../command.ts'
import { exitCodes, type Output } from '../output.ts'
import { publishes, publishFile, publishKeyOption } from '../publish.ts'
import { asOfOption, showOrigin, theOne, withInForce } from '../reference-data.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'

const texts = {
  year: text('年份', 'year'),
  version: text('版本', 'version'),
  days: text('工作日', 'working days'),
  off: text('放假', 'weekdays off'),
  on: text('调休上班', 'weekend days worked'),
  notice: text('文号', 'notice'),
  published: text('发布日期', 'published'),
  title: text('标题', 'title'),
  source: text('来源', 'source'),
  none: text('没有已公布的年度。', 'No year is published.'),
  same: text('日期没有变化。', 'No day changes.'),
}

export const command: Command = {
  arguments: [
    {
      name: '[year]',
      text: text('只看此年；或 import，导入放假安排', 'only this year; or import, to put a notice in force'),
    },
    {
      name: '[file]',
      text: text('import 的 JSON 文件，- 为标准输入', 'JSON file for import, - for standard input'),
    },
  ],
  options: [asOfOption, publishKeyOption],
  online: true,
  notes: text(
    '列出平台当前有效的日历；没有平台时为随本版本发布的，并予说明。导入须由操作员进行，版本为该年的下一版；有误的日期逐一指出，不予发布。--json：每行一年，可编辑后再导入。',
    'What is in force in the exchange; where there is none, what is shipped, and says so. An operator imports the next version of a year; every day that is wrong is named, and nothing is published then. --json: one year on a line, ready to be edited and imported.',
  ),
  examples: [
    { line: 'calendar', text: text('已公布的年度', 'the years that are published') },
    { line: 'calendar 2026', text: text('一年的放假与调休', 'the days of a year') },
    {
      line: 'calendar import examples/calendar-2027-sandbox.json',
      text: text('导入（样例为沙箱虚构）', 'import a year (the sample is made up for the sandbox)'),
    },
  ],
  run(call) {
    const { output } = call
    const [first] = call.args
    if (publishes(call, 'import'))
      return publishFile(call, { kept: 'calendars', member: 'year', changes: showDays })
    return withInForce(call, 'calendars', async (known) => {
      const years = known.publications.map(({ content }) => content)
      if (first !== undefined) {
        const { content } = theOne(known, first, texts.year)
        if (output.json) output.data(content)
        else showYear(output, content)
      } else if (output.json) for (const year of years) output.data(year)
      else if (years.length === 0) output.line(output.say(texts.none))
      else showYears(output, years)
      if (!output.json) showOrigin(output, known.origin)
      return exitCodes.done
    })
  },
}

/** Working days of a year, by its own notice. */
function workingDays(year: CalendarYear): number {
  const counted = new WorkingCalendar([year]).workingDaysBetween(
    `${year.year - 1}-12-31`,
    `${year.year}-12-31`,
  )
  return counted.determined ? counted.days : 0
}

function showYears(output: Output, years: readonly CalendarYear[]): void {
  showTable(output, {
    columns: [
      { title: output.say(texts.year) },
      { title: output.say(texts.version), align: 'end' },
      { title: output.say(texts.days), align: 'end' },
      { title: output.say(texts.off), align: 'end' },
      { title: output.say(texts.on), align: 'end' },
      { title: output.say(texts.published) },
      { title: output.say(texts.notice) },
    ],
    rows: years.map((year) => [
      String(year.year),
      String(year.version),
      String(workingDays(year)),
      String(year.off.length),
      String(year.on.length),
      year.publishedOn,
      year.documentNo,
    ]),
  })
}

function showYear(output: Output, year: CalendarYear): void {
  showTable(output, {
    columns: [{}, { most: 110 }],
    rows: [
      [output.say(texts.year), `${year.year}`],
      [output.say(texts.version), `${year.version}`],
      [output.say(texts.title), output.lang === 'zh' ? year.titleZh : year.titleEn],
      [output.say(texts.notice), year.documentNo],
      [output.say(texts.published), year.publishedOn],
      [output.say(texts.source), year.source],
      [output.say(texts.days), `${workingDays(year)}`],
      [output.say(texts.off), year.off.join('  ')],
      [output.say(texts.on), year.on.join('  ')],
    ],
  })
}

/** What an import changes: days off and worked, and the working days of the year. */
function showDays(output: Output, year: CalendarYear, before: CalendarYear | undefined): void {
  const changes = (['off', 'on'] as const).flatMap((which) => {
    const [old, now] = [new Set(before?.[which]), new Set(year[which])]
    return [
      ...[...now].filter((date) => !old.has(date)).map((date) => ({ date, sign: '+', which })),
      ...[...old].filter((date) => !now.has(date)).map((date) => ({ date, sign: '−', which })),
    ]
  })
  if (changes.length === 0) output.line(`  ${output.say(texts.same)}`)
  for (const { date, sign, which } of changes.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    output.line(`  ${sign} ${date}  ${output.say(texts[which])}`)
  const days = workingDays(year)
  const was = before === undefined ? undefined : workingDays(before)
  output.line(
    output.say(
      was === undefined
        ? text(
            `${year.year} 年工作日 ${days} 天（此前未公布）。`,
            `${days} working days in ${year.year}, which was not published before.`,
          )
        : text(
            `${year.year} 年工作日 ${was} → ${days} 天。`,
            `Working days of ${year.year}: ${was} → ${days}.`,
          ),
    ),
  )
}
