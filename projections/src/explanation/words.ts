import type { LegalTerm } from '@yibiao/schemas'
import type {
  Awaited,
  ComingFact,
  ExplainedApproval,
  ExplainedClock,
  NextActor,
  NobodyReason,
  Words,
} from './types.ts'

/** An approval as somebody may see it: who is in charge elsewhere is told by department. */
export type ToldApproval = Omit<ExplainedApproval, 'participant' | 'next'> & {
  readonly participant: string | null
  readonly next: ToldActor
}

export type ToldActor =
  | Exclude<NextActor, { who: 'PARTICIPANT' } | { who: 'ITEM' }>
  | { readonly who: 'PARTICIPANT'; readonly participant: string | null; readonly act: 'DECIDE' | 'RECORD' }
  | { readonly who: 'ITEM'; readonly items: readonly ToldAwaited[] }

export type ToldAwaited = Omit<Awaited, 'participant'> & { readonly participant: string | null }

/** What things are called. */
export interface NamesToTell {
  /** A participant, or a department where the participant is nobody's business. */
  who(participant: string | null, department: string): Words
  item(code: string): Words
}

const words = (zh: string, en: string): Words => ({ zh, en })

const shanghai = 8 * 3_600_000
/** An instant as a clock in Shanghai shows it, to the minute. */
export const minuteOf = (instant: string): string =>
  new Date(Date.parse(instant) + shanghai).toISOString().slice(0, 16).replace('T', ' ')

const units: Readonly<Record<LegalTerm['unit'], Words>> = {
  WORKING_HOUR: words('个工作小时', 'working hour'),
  WORKING_DAY: words('个工作日', 'working day'),
  CALENDAR_DAY: words('日', 'day'),
  MONTH: words('个月', 'month'),
  YEAR: words('年', 'year'),
}

/** A term as people say it. */
export function termWords({ value, unit }: LegalTerm): Words {
  if (value === 0) return words('当日', 'the same day')
  const { zh, en } = units[unit]
  return words(`${value} ${zh}`, `${value} ${en}${value === 1 ? '' : 's'}`)
}

const minutes = 60_000

/** Elapsed time as people say it. */
function spanWords({ measure }: Pick<ExplainedClock, 'measure'>, span: number): Words {
  if (measure === 'CALENDAR_DAYS') return words(`${span} 日`, `${span} day${span === 1 ? '' : 's'}`)
  const whole = Math.floor(span / minutes)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  return words(`工作时间 ${hours} 小时 ${rest} 分`, `${hours} h ${rest} min of working time`)
}

const facts: Readonly<Record<ComingFact, Words>> = {
  YELLOW: words('亮黄牌', 'a yellow card'),
  RED: words('亮红牌', 'a red card'),
  OVERDUE: words('承诺逾期，问责立案', 'overdue, and an accountability case'),
  DEEMED_ACCEPTANCE: words('视为受理', 'accepted by law, for nothing was said'),
  DEEMED_GRANT: words('视为准予', 'granted by silence'),
  BREACH: words('时限届满未办结', 'the term is broken'),
}

const nobody: Readonly<Record<NobodyReason, Words>> = {
  PARTICIPANT_GONE: words(
    '承办单位已不在接入单位名录中，无人可办',
    'who is in charge is no participant any more: nobody can act',
  ),
  NOT_OPENED: words('前置事项已具备但尚未开始', 'what it waited for is there, and it was not opened'),
  CANNOT_BE_MET: words('所依赖的事项不予办理，无法进行', 'what it waits for was refused'),
  PERIOD_RUNS: words('公示等法定期间届满后方可办理', 'a period that it comes after still runs'),
}

/** One line: with whom it is and since when. */
export function actorWords({ next, since, department }: ToldApproval, names: NamesToTell): Words {
  const from = minuteOf(since)
  switch (next.who) {
    case 'PARTICIPANT': {
      const who = names.who(next.participant, department)
      return next.act === 'DECIDE'
        ? words(`待${who.zh}作出决定，自 ${from} 起`, `${who.en} has to decide, since ${from}`)
        : words(`待${who.zh}记录，自 ${from} 起`, `${who.en} has to record it, since ${from}`)
    }
    case 'APPLICANT':
      return words(
        `待申请人补正 ${next.asked} 项，自 ${from} 起；其间部门时限不计，收到全部补正后重新起算（行政许可法第三十二条）`,
        `the applicant has to supply ${next.asked} thing${next.asked === 1 ? '' : 's'}, since ${from}; meanwhile no time runs against the department, with the last one its term begins anew (行政许可法 32)`,
      )
    case 'ITEM': {
      const awaited = next.items.map((one) => {
        const [item, who] = [names.item(one.item), names.who(one.participant, one.department)]
        return words(`${item.zh}（${who.zh}）`, `${item.en} (${who.en})`)
      })
      return words(
        `等待${awaited.map(({ zh }) => zh).join('、')}，自 ${from} 起`,
        `waits for ${awaited.map(({ en }) => en).join(', ')}, since ${from}`,
      )
    }
    case 'NOBODY':
      return nobody[next.reason]
  }
}

const kinds: Readonly<Record<string, Words>> = {
  NOTICE: words('一次性告知', 'Notice of defects'),
  PROMISED: words('承诺', 'Promised'),
  STATUTORY: words('法定', 'By law'),
  JOINT: words('并联总时限', 'The filing as a whole'),
  CERTIFICATE: words('证照送达', 'Delivery of the certificate'),
  FOLLOW_UP: words('后续义务', 'Follow-up'),
}

/** One line on a clock: how long, how much of it has passed, until when, by which calendar. */
export function clockWords(clock: ExplainedClock): Words {
  const kind = kinds[clock.kind] ?? words(clock.kind, clock.kind)
  const term = termWords(clock.term)
  const { elapsed, allowed, due } = clock
  const spent = elapsed === null ? undefined : spanWords(clock, elapsed)
  const share =
    allowed === null || elapsed === null || allowed === 0 ? undefined : Math.round((elapsed / allowed) * 100)
  const used =
    spent === undefined || share === undefined
      ? words('', '')
      : words(`，已用${spent.zh}（${share}%）`, `, ${spent.en} used (${share} %)`)
  const until =
    due !== undefined
      ? words(`，至 ${due} 届满`, `, until the end of ${due}`)
      : words(
          `，届满日未定：不早于 ${clock.notBefore}，${clock.missingYear} 年放假安排尚未公布`,
          `, its end is undetermined: not before ${clock.notBefore}, for the holidays of ${clock.missingYear} are not published`,
        )
  const extended = clock.extendedBy && termWords(clock.extendedBy)
  const more =
    extended === undefined ? words('', '') : words(`，已延长 ${extended.zh}`, `, extended by ${extended.en}`)
  const ranges = clock.excluded.map(({ from, to }) => `${from}…${to}`).join(', ')
  const left = ranges === '' ? words('', '') : words(`，扣除 ${ranges}`, `, without ${ranges}`)
  return words(
    `${kind.zh} ${term.zh}，自 ${clock.from} 次日起${used.zh}${until.zh}${more.zh}${left.zh}`,
    `${kind.en}: ${term.en} from the day after ${clock.from}${used.en}${until.en}${more.en}${left.en}`,
  )
}

/** Everything about an approval that has not ended, a line each. */
export function tellApproval(one: ToldApproval, names: NamesToTell): readonly Words[] {
  const lines = [actorWords(one, names)]
  if (one.acceptedOn !== undefined)
    lines.push(words(`受理日 ${one.acceptedOn}`, `Accepted from ${one.acceptedOn}`))
  for (const clock of one.clocks.filter(({ running }) => running)) {
    const { zh, en } = clockWords(clock)
    const rules = clock.rules
    lines.push(
      rules.length === 0
        ? words(zh, en)
        : words(
            `${zh}（${rules.map((rule) => rule.zh).join('；')}）`,
            `${en} (${rules.map((rule) => rule.en).join('; ')})`,
          ),
    )
  }
  if (one.coming !== undefined) {
    const { zh, en } = facts[one.coming.fact]
    const at = minuteOf(one.coming.at)
    lines.push(words(`下一步：${at} ${zh}`, `Next: ${en} at ${at}`))
  }
  return [...lines, ...deliveryWords(one), ...refusedWords(one)]
}

function deliveryWords({ delivery, next }: ToldApproval): Words[] {
  if (delivery === null || next.who !== 'PARTICIPANT') return []
  const { published, received, applied, rejected, sequence } = delivery
  if (rejected !== null)
    return [
      words(
        `其系统于 ${minuteOf(rejected.time)} 拒绝了该推送`,
        `Its system rejected the message at ${minuteOf(rejected.time)}`,
      ),
    ]
  if (published === null) return [words('尚无向其推送的记录', 'No delivery to it is on record yet')]
  if (received === null)
    return [
      words(
        `已于 ${minuteOf(published)} 推送（第 ${sequence} 条），尚无接收回执`,
        `Sent at ${minuteOf(published)} (#${sequence}), no receipt yet`,
      ),
    ]
  if (applied === null)
    return [
      words(
        `其系统已于 ${minuteOf(received)} 接收，尚未生效`,
        `Its system received it at ${minuteOf(received)} and has not applied it`,
      ),
    ]
  return [
    words(
      `其系统已于 ${minuteOf(applied)} 接收并生效`,
      `Its system received and applied it at ${minuteOf(applied)}`,
    ),
  ]
}

function refusedWords({ refused }: ToldApproval): Words[] {
  if (refused === null) return []
  const at = minuteOf(refused.at)
  return [
    words(
      `最近一次被拒收的消息：${at} ${refused.code} ${refused.title.zh}`,
      `Last message that was not taken: ${at} ${refused.code} ${refused.title.en}`,
    ),
  ]
}
