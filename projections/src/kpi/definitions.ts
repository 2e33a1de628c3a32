import type { Words } from '../explanation/types.ts'

export type KpiUnit = 'RATIO' | 'COUNT' | 'WORKING_DAYS' | 'DAYS' | 'MILLISECONDS'

/** What a value is to reach; null where nobody has set anything. */
export type KpiTarget = { readonly atLeast: number } | { readonly atMost: number } | null

export interface KpiDefinition {
  readonly unit: KpiUnit
  readonly target: KpiTarget
  readonly name: Words
  /** What is counted against what, with the phrase or the law that asks for it. */
  readonly definition: Words
  /** What the ids behind it are. */
  readonly of: 'FILING' | 'APPROVAL' | 'EVENT' | 'ITEM' | 'PARTICIPANT' | 'RECORD'
}

const kpi = (
  [unit, target, of]: readonly [KpiUnit, KpiTarget, KpiDefinition['of']],
  [nameZh, nameEn]: readonly [string, string],
  [zh, en]: readonly [string, string],
): KpiDefinition => ({ unit, target, of, name: { zh: nameZh, en: nameEn }, definition: { zh, en } })

const atLeast = (value: number): KpiTarget => ({ atLeast: value })
const atMost = (value: number): KpiTarget => ({ atMost: value })

/** The indicators, in the order in which they are told. */
export const kpiDefinitions = {
  parallelCoverage: kpi(
    ['RATIO', atLeast(1), 'FILING'],
    ['并联审批覆盖率', 'Parallel coverage'],
    [
      '已一次分送全部部门的设立办件 ÷ 全部设立办件（“凡是新办企业一律实行并联审批”）',
      'Set-up filings sent out to all departments at once ÷ all set-up filings (凡是新办企业一律实行并联审批)',
    ],
  ),
  instantItemRatio: kpi(
    ['RATIO', atLeast(0.8), 'ITEM'],
    ['即办件比例（按事项）', 'Instant items'],
    [
      '现行目录中的即办件事项 ÷ 全部事项（“即办件比例提高到80%”，按事项理解）',
      'Instant items ÷ all items of the catalogue in force (即办件比例提高到80%, read of items)',
    ],
  ),
  instantCaseRatio: kpi(
    ['RATIO', atLeast(0.8), 'APPROVAL'],
    ['即办件比例（按办件）', 'Instant cases'],
    [
      '即办件事项的审批 ÷ 全部审批，按办件所依目录版本（“即办件比例提高到80%”，按办件理解）',
      'Approvals of instant items ÷ all approvals, by the version that the filing pinned (即办件比例提高到80%, read of cases)',
    ],
  ),
  promisedSpeedUp: kpi(
    ['RATIO', atLeast(0.5), 'ITEM'],
    ['承诺提速', 'Promised speed-up'],
    [
      '现行目录承诺件的（1 − 承诺时限 ÷ 法定时限）平均值；单位不同者不计（“承诺件审批时限提速50%”）',
      'Mean of 1 − promised ÷ statutory time over the promised items in force; items whose two units differ are left out (承诺件审批时限提速50%)',
    ],
  ),
  actualOverStatutory: kpi(
    ['RATIO', atMost(0.5), 'APPROVAL'],
    ['实际用时与法定时限之比', 'Actual over statutory time'],
    [
      '已作决定的承诺件审批：实际用时 ÷ 法定时限的平均值，按工作时间及时限所依日历计（“承诺件审批时限提速50%”）',
      'Mean of time used ÷ statutory time over decided approvals of promised items, in working time by the clock’s own calendar (承诺件审批时限提速50%)',
    ],
  ),
  onTimeRate: kpi(
    ['RATIO', atLeast(1), 'APPROVAL'],
    ['承诺按期办结率', 'On time by the promise'],
    [
      '未亮逾期牌的已决定审批 ÷（已决定的审批 + 已逾期未决定的审批）（限时办结制）',
      'Approvals decided without an overdue card ÷ those decided, and those overdue and undecided (限时办结制)',
    ],
  ),
  medianSetupWD: kpi(
    ['WORKING_DAYS', null, 'FILING'],
    ['企业开办用时中位数', 'Median set-up time'],
    [
      '已办结设立办件自收到至全部审批办结的工作日中位数；跨未公布年度者不计',
      'Median working days from receipt until the last approval, over completed set-up filings; not those that reach into an unpublished year',
    ],
  ),
  oneTimeViolation: kpi(
    ['COUNT', atMost(0), 'EVENT'],
    ['违反一次性告知', 'Second notices'],
    [
      '受理后或含新内容的再次告知次数；分母为全部补正告知（一次性告知制，行政许可法第三十二条第一款第（四）项）',
      'Notices with new defects or after acceptance; denominator: all notices of defects (一次性告知制, 行政许可法 32(4))',
    ],
  ),
  repeatAskRate: kpi(
    ['RATIO', atMost(0), 'EVENT'],
    ['重复索要率', 'Asked again for what is held'],
    [
      '因已有材料被拒的索要 ÷（补正告知 + 被拒的索要）（“一表制”，市场主体登记管理条例第十六条第三款）',
      'Requests refused because the thing is held already ÷ notices of defects and such requests (一表制, 市场主体登记管理条例 16(3))',
    ],
  ),
  exchangeLatencyP95: kpi(
    ['MILLISECONDS', null, 'PARTICIPANT'],
    ['交换时延 P95', 'Exchange latency, 95th percentile'],
    [
      '自事件记录至接收单位生效回执的时间，第 95 百分位，取各单位最近的推送（“实现数据实时、双向交换”）',
      'From the recording of an event to the receipt that it was applied, 95th percentile over the latest deliveries of each participant (实现数据实时、双向交换)',
    ],
  ),
  unackedEvents: kpi(
    ['COUNT', null, 'PARTICIPANT'],
    ['未签收推送数', 'Messages without a receipt'],
    [
      '各接入单位已推送而无生效回执的消息数合计（“实现数据实时、双向交换”）',
      'Messages sent to participants for which there is no receipt that they were applied (实现数据实时、双向交换)',
    ],
  ),
  openDisputes: kpi(
    ['COUNT', null, 'RECORD'],
    ['未决异议数', 'Open disputes'],
    [
      '现存疑的数据项数（在线政务服务若干规定：异议数据由提供部门核实）',
      'Values that stand disputed (国务院关于在线政务服务的若干规定: the department that provides a value verifies it)',
    ],
  ),
  openDisputeAge: kpi(
    ['DAYS', null, 'RECORD'],
    ['最久未决异议天数', 'Age of the oldest dispute'],
    ['现存最久异议自记录之日起的天数', 'Days since the oldest dispute that stands was recorded'],
  ),
  publicityLag: kpi(
    ['WORKING_DAYS', atMost(20), 'FILING'],
    ['公示滞后中位数', 'Publicity lag'],
    [
      '自信息形成至公示的工作日中位数；分子为期内公示，分母为已公示（企业信息公示暂行条例第六条：二十个工作日）',
      'Median working days from the registration to its publication; in time ÷ published (企业信息公示暂行条例 6: twenty working days)',
    ],
  ),
  greenChannelOnTime: kpi(
    ['RATIO', atLeast(1), 'APPROVAL'],
    ['绿色通道按期率', 'Green channel on time'],
    [
      '绿色通道办件中按期办结的审批，算法同承诺按期办结率（“绿色通道”制度）',
      'The same as on time by the promise, over filings with a green channel (“绿色通道”制度)',
    ],
  ),
  catalogueCompleteness: kpi(
    ['RATIO', atLeast(1), 'ITEM'],
    ['目录完整率', 'Completeness of the catalogue'],
    [
      '事项“八公开”与收费“八公开”无空项的事项 ÷ 全部事项',
      'Items without a blank in either list of eight disclosures ÷ all items (事项八公开、收费八公开)',
    ],
  ),
  complaintAnswerTime: kpi(
    ['WORKING_DAYS', null, 'EVENT'],
    ['投诉答复用时', 'Time to answer complaints'],
    [
      '自收到投诉至公开答复的工作日（健全投诉、信访通道）',
      'Working days from a complaint to its published answer (健全投诉、信访通道)',
    ],
  ),
} as const satisfies Readonly<Record<string, KpiDefinition>>

export type KpiId = keyof typeof kpiDefinitions
export const kpiIds = Object.keys(kpiDefinitions) as readonly KpiId[]
