import type { CatalogueItem, LegalTerm, ProcessContent } from '@yibiao/schemas'
import type { ApprovalView, ClockView, FilingView } from '../filing-board/view.ts'
import type { Words } from './types.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

const law = {
  notice: words(
    '行政许可法第三十二条第一款第（四）项：五日内一次告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理',
    '行政许可法 32(4): everything to be supplemented is told at once within five days, else the application is accepted from the day of receipt',
  ),
  supplemented: words(
    '行政许可法第三十二条第一款第（五）项：按要求提交全部补正材料的，应当受理；时限自收到之日重新起算',
    '行政许可法 32(5): with the last supplement the application is accepted; the term begins anew',
  ),
  joint: words(
    '行政许可法第四十二条第二款：统一办理或者联合办理不得超过四十五日',
    '行政许可法 42(2): handled jointly within forty-five days',
  ),
  jointExtended: words(
    '行政许可法第四十二条第二款：经本级人民政府负责人批准，可以延长十五日',
    '行政许可法 42(2): fifteen days more with the approval of the head of the government',
  ),
  extended: words(
    '行政许可法第四十二条第一款：经本行政机关负责人批准，可以延长，并告知理由',
    '行政许可法 42(1): extended with the approval of the head of the authority, the reason told',
  ),
  certificate: words(
    '行政许可法第四十四条：自作出决定之日起十日内颁发、送达',
    '行政许可法 44: the certificate is delivered within ten days of the decision',
  ),
  excluded: words(
    '行政许可法第四十五条：听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在内，并书面告知申请人',
    '行政许可法 45: the time of hearing, bidding, auction, inspection, testing, quarantine, appraisal and expert review does not count; the applicant is told in writing',
  ),
}

/** What a filing's clock rests on: the pinned item, the pinned process, the law. */
export interface Grounds {
  readonly view: FilingView
  readonly clock: ClockView
  readonly approval: ApprovalView | undefined
  readonly item: CatalogueItem | undefined
  readonly process: ProcessContent | undefined
}

const greenChannel = (basis: string): Words => words(`绿色通道：${basis}`, `green channel: ${basis}`)

function ownRules({ view, clock, approval, item, process }: Grounds): readonly Words[] {
  const { statutory, promised } = item?.disclosure.timeLimit ?? {}
  const anew = (approval?.round ?? 1) > 1 ? [law.supplemented] : []
  switch (clock.kind) {
    case 'NOTICE':
      return [law.notice]
    case 'PROMISED':
      return [
        ...(view.channel ? [greenChannel(view.channel.basis)] : promised ? [promised.basis] : []),
        ...anew,
      ]
    case 'STATUTORY':
      return [...(statutory ? [statutory.basis] : []), ...anew]
    case 'JOINT':
      return [law.joint]
    case 'CERTIFICATE':
      return [law.certificate]
    case 'FOLLOW_UP': {
      const duty = process?.followUps?.find(({ code }) => clock.clock === `follow-up/${code}`)
      return duty === undefined ? [] : [words(`${duty.basis}：${duty.zh}`, `${duty.basis}: ${duty.en}`)]
    }
    default:
      return []
  }
}

/** Every rule that a clock stands on, the term's own first. */
export function rulesOf(grounds: Grounds): readonly Words[] {
  const { clock } = grounds
  const extended =
    extensionOf(grounds) === undefined ? [] : [clock.kind === 'JOINT' ? law.jointExtended : law.extended]
  const excluded = (clock.excluded ?? []).length === 0 ? [] : [law.excluded]
  return [...ownRules(grounds), ...extended, ...excluded]
}

/** By how much a term is longer than it was published. */
export function extensionOf({ clock, item, process }: Grounds): LegalTerm | undefined {
  const published =
    clock.kind === 'STATUTORY'
      ? item?.disclosure.timeLimit.statutory
      : clock.kind === 'JOINT'
        ? process?.terms?.joint
        : undefined
  const { value, unit } = clock.term
  if (published === undefined || published.unit !== unit || value <= published.value) return undefined
  return { value: value - published.value, unit }
}
