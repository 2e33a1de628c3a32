// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import type { Clock, ClockKind, Defect, HandedIn, Leaf, Outcome, Problem, Reason, RoutedApproval, Term, Versions } from './common.ts'
import type { OneForm, OneFormFragment } from './one-form.ts'
import type { CatalogueItem, DelegationsContent, ParticipantsContent, ProcessContent } from './reference.ts'

/**
 * Acceptance deemed 视为受理
 * No notice within the term: accepted from the day of receipt, which is the effective date (行政许可法 32(4)).
 */
export interface AcceptanceDeemedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Day of receipt 收到申请材料之日
   */
  readonly receivedOn: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Accountability case concluded 问责已结论
 * What came of an accountability case.
 */
export interface AccountabilityConcludedV1 {
  /**
   * Case 案号
   */
  readonly case: string
  /**
   * Outcome 结论
   */
  readonly outcome: 'JUSTIFIED' | 'ADMONISHED' | 'SANCTIONED'
  /**
   * Reason 理由
   */
  readonly reason: string
}
/**
 * Accountability case opened 已启动问责
 * An overdue approval has to be answered for (追究问责制).
 */
export interface AccountabilityOpenedV1 {
  /**
   * Case: <approval>/<round> 案号：<审批>/<轮次>
   */
  readonly case: string
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Department 部门
   */
  readonly department: string
  /**
   * Participant 接入单位
   */
  readonly participant: string
  /**
   * Last day 届满日
   */
  readonly due: string
}
/**
 * Announcement ended 债权人公告期满
 * The period in which creditors report their claims has run out (公司法 235).
 */
export interface AnnouncementEndedV1 {
  /**
   * Clock 时限
   */
  readonly clock: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Application submitted 申请已提交
 * The enterprise applies for something after its set-up; nothing of the record changes until it is decided (市场主体登记管理条例 24, 29).
 */
export interface ApplicationSubmittedV1 {
  /**
   * Process 流程
   */
  readonly process: string
  /**
   * Values to be 申请的数据
   */
  readonly form?: OneFormFragment
  /**
   * Paths removed 删除的路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly removed?: readonly string[]
  /**
   * First day of the period applied for 申请期间起
   */
  readonly from?: string
  /**
   * Last day of the period applied for 申请期间止
   */
  readonly to?: string
  /**
   * Registry that the enterprise moves to 迁入登记机关
   */
  readonly registry?: {
    /**
     * Division of the registry 登记机关区划代码
     */
    readonly code: string
    /**
     * Name 名称
     */
    readonly name: string
  }
  /**
   * Why 事由
   */
  readonly reason?: string
  /**
   * Materials handed in 已提交的材料
   */
  readonly materials?: readonly HandedIn[]
}
/**
 * Approval accepted 已受理
 * The application is accepted (行政许可法 32(5)); the term of the decision runs from here.
 */
export interface ApprovalAcceptedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Number of the stamped receipt 受理通知书编号
   */
  readonly receiptNo?: string
}
/**
 * Approval deemed granted 视为准予
 * Silence grants where the item's catalogue entry says so (tacit consent; off unless a rule gives it, as 行政许可法 50 does for renewals).
 */
export interface ApprovalDeemedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Approval granted 已准予
 * The department granted the item (行政许可法 38).
 */
export interface ApprovalGrantedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values issued 核发的数据
   */
  readonly form?: OneFormFragment
  /**
   * Valid from 有效期自
   */
  readonly validFrom?: string
  /**
   * Valid to 有效期至
   */
  readonly validTo?: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
  /**
   * Whether the certificate is delivered later, within the term of 行政许可法 44 证件是否另行送达（行政许可法第四十四条）
   */
  readonly certificateFollows?: boolean
  /**
   * Conditions, each with rule, range and reason 附加条件，各附依据、幅度与理由
   */
  readonly conditions?: readonly Reason[]
}
/**
 * Approval recorded 已记录
 * The department recorded what nobody decides: a recordal, or what follows from the registration (社会保险经办条例 6).
 */
export interface ApprovalRecordedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values issued 核发的数据
   */
  readonly form?: OneFormFragment
  /**
   * Valid from 有效期自
   */
  readonly validFrom?: string
  /**
   * Valid to 有效期至
   */
  readonly validTo?: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
  /**
   * Paths removed 删除的路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly removed?: readonly string[]
}
/**
 * Approval refused 不予准许
 * The department refused, in writing and with reasons (行政许可法 38).
 */
export interface ApprovalRefusedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Reasons 理由
   */
  readonly reasons: readonly Reason[]
}
/**
 * Approvals closed 审批已无须办理
 * What depended on a refused item is not needed any more.
 */
export interface ApprovalsClosedV1 {
  /**
   * Approvals 审批
   *
   * Items: Approval: <filing>/<item> 审批编号：<办件>/<事项>
   */
  readonly approvals: readonly string[]
  /**
   * The refused approval 不予准许的审批
   */
  readonly because: string
}
/**
 * Approvals opened 审批已可办理
 * What waited may now be acted on.
 */
export interface ApprovalsOpenedV1 {
  /**
   * Approvals 审批
   *
   * Items: Approval: <filing>/<item> 审批编号：<办件>/<事项>
   */
  readonly approvals: readonly string[]
}
/**
 * Business resumed 恢复营业
 * Business was taken up again before the suspension ran out (市场主体登记管理条例 30).
 */
export interface BusinessResumedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Day on which business is resumed 恢复营业之日
   */
  readonly on: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Calendar year published 年度日历已发布
 * Working days of a year, by the State Council notice.
 */
export interface CalendarPublishedV1 {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Digest of the content 内容摘要
   */
  readonly digest: string
  /**
   * The calendar year 年度日历
   */
  readonly content: {
    /**
     * Year 年份
     */
    readonly year: number
    /**
     * Version 版本
     */
    readonly version: number
    /**
     * Number of the notice 文号
     */
    readonly documentNo: string
    /**
     * Title in Chinese 标题（中文）
     */
    readonly titleZh: string
    /**
     * Title in English 标题（英文）
     */
    readonly titleEn: string
    /**
     * Published on 发布日期
     */
    readonly publishedOn: string
    /**
     * Weekdays off 放假的工作日
     */
    readonly off: readonly string[]
    /**
     * Weekend days worked 调休上班的周末
     */
    readonly on: readonly string[]
    /**
     * Source 来源
     */
    readonly source: string
  }
}
/**
 * Card raised 已亮牌
 * Yellow and red before the promised time has run out, overdue when it has (限时办结制). Each once, in order.
 */
export interface CardRaisedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Clock 时限编号
   */
  readonly clock: string
  /**
   * Card 牌
   */
  readonly card: 'YELLOW' | 'RED' | 'OVERDUE'
  /**
   * Instant it fell due 应亮牌时刻
   */
  readonly at: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Catalogue item published 事项已发布
 * One approval item with its disclosure (行政许可法 30).
 */
export interface CataloguePublishedV1 {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Digest of the content 内容摘要
   */
  readonly digest: string
  /**
   * The item 事项
   */
  readonly content: CatalogueItem
}
/**
 * Certificate issued 证件已送达
 * The certificate of a decision was delivered (行政许可法 44).
 */
export interface CertificateIssuedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Number 证件编号
   */
  readonly certificateNo?: string
}
/**
 * Change registered 变更已登记
 * The registrar entered the values to be (市场主体登记管理条例 24).
 */
export interface ChangeRegisteredV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values registered 登记的数据
   */
  readonly form?: OneFormFragment
  /**
   * Paths removed 删除的路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly removed?: readonly string[]
  /**
   * Remarks 说明
   */
  readonly remarks?: string
  /**
   * Whether the certificate is delivered later, within the term of 行政许可法 44 证件是否另行送达（行政许可法第四十四条）
   */
  readonly certificateFollows?: boolean
}
/**
 * Green channel granted 已开通绿色通道
 * A priority lane for the filing, with its basis and who authorised it (绿色通道制度).
 */
export interface ChannelGrantedV1 {
  /**
   * Basis 依据
   */
  readonly basis: string
  /**
   * Authoriser 授权人
   */
  readonly grantedBy: string
  /**
   * Promised time of every approval that is open 未结审批的承诺时限
   */
  readonly promised: Term
}
/**
 * Clocks recalculated 时限已重算
 * Other dates for clocks that run, and why.
 */
export interface ClocksRecalculatedV1 {
  /**
   * Why 原因
   */
  readonly because: 'CALENDAR' | 'EXCLUSION' | 'RESUMPTION' | 'EXTENSION' | 'GREEN_CHANNEL' | 'REVERSAL'
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
  /**
   * Clocks 时限
   */
  readonly clocks: readonly Clock[]
}
/**
 * Clocks started 时限已起算
 * From when and until when the law and the promise count, computed once and copied ever after. A clock that is named again begins anew.
 */
export interface ClocksStartedV1 {
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
  /**
   * Clocks 时限
   */
  readonly clocks: readonly Clock[]
}
/**
 * Clocks stopped 停止计时
 * What these clocks of the filing time has ended otherwise than by them.
 */
export interface ClocksStoppedV1 {
  /**
   * Clocks 时限
   *
   * Items: Clock: unique within its filing 时限编号，在办件内唯一
   */
  readonly clocks: readonly string[]
  /**
   * Type of the event that ended them 使其终止的事件类型
   */
  readonly because: string
}
/**
 * Compensation completed 撤回善后已完成
 * The department has undone what it had done for a filing that was withdrawn.
 */
export interface CompensationCompletedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Compensation requested 已要求撤回善后
 * The filing was withdrawn after these approvals had acted; each has to undo what it did.
 */
export interface CompensationRequestedV1 {
  /**
   * Approvals 审批
   *
   * Items: Approval: <filing>/<item> 审批编号：<办件>/<事项>
   */
  readonly approvals: readonly string[]
}
/**
 * First contact assigned 首问责任人已确定
 * Who answers for the filing to its end (首问负责制).
 */
export interface ContactAssignedV1 {
  /**
   * Officer 经办人
   */
  readonly officer: string
  /**
   * Window 窗口
   */
  readonly window: string
}
/**
 * Deadline breached 时限已逾期
 * A term set by law has run out without the act.
 */
export interface DeadlineBreachedV1 {
  /**
   * Clock 时限编号
   */
  readonly clock: string
  /**
   * Kind 种类
   */
  readonly kind: ClockKind
  /**
   * Approval 审批
   */
  readonly approval?: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Deadline extended 时限已延长
 * More time for a decision, once, within what the law allows, by its approver and with the reason told to the applicant (行政许可法 42).
 */
export interface DeadlineExtendedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * By 延长
   */
  readonly by: Term
  /**
   * Approver 批准人
   */
  readonly approver: string
  /**
   * Reason 理由
   */
  readonly reason: string
}
/**
 * Delegations published 授权清单已发布
 * Which officers of a participant decide which items (充分授权).
 */
export interface DelegationsPublishedV1 {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Digest of the content 内容摘要
   */
  readonly digest: string
  /**
   * The delegations 授权清单
   */
  readonly content: DelegationsContent
}
/**
 * Delivery recorded 推送已记录
 * What was published on a feed: evidence and checkpoint in one.
 */
export interface DeliveryRecordedV1 {
  /**
   * First sequence 起始序号
   */
  readonly first: number
  /**
   * Last sequence; 0 while there is none 截止序号；尚无推送时为 0
   */
  readonly last: number
  /**
   * Position of the last event 最后事件的位置
   */
  readonly position: number
  /**
   * Running digest at the last 截止处的累计摘要
   */
  readonly digest: string
  /**
   * Version of the access matrix 数据共享矩阵版本
   */
  readonly matrixVersion: number
  /**
   * Epoch 纪元
   */
  readonly epoch?: number
}
/**
 * Deregistration overdue 满三年未申请注销
 * Three years have passed since the licence was revoked or the registration rescinded, and the enterprise is still on the register (公司法 241).
 */
export interface DeregistrationOverdueV1 {
  /**
   * Clock 时限
   */
  readonly clock: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Deregistration publicised 简易注销已公示
 * The promise of all investors and the notice of simple deregistration are public (市场主体登记管理条例 33).
 */
export interface DeregistrationPublicisedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Day of the publication 公示之日
   */
  readonly from: string
  /**
   * Number of the notice 公告编号
   */
  readonly noticeNo?: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Duty met 义务已履行
 * A duty that began with the registration was done, such as publicity (企业信息公示暂行条例 10).
 */
export interface DutyMetV1 {
  /**
   * Duty of the process 流程所列义务
   */
  readonly duty: string
  /**
   * Evidence 凭证
   */
  readonly evidence?: string
}
/**
 * Enterprise deregistered 企业已注销
 * The registrar entered the end of the enterprise (市场主体登记管理条例 31).
 */
export interface EnterpriseDeregisteredV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values registered, with the status 登记的数据，含登记状态
   */
  readonly form: OneFormFragment & Required<Pick<OneFormFragment, 'status'>>
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Enterprise registered 已登记设立
 * The registrar entered the enterprise; the day of issue is its day of establishment (市场主体登记管理条例 21).
 */
export interface EnterpriseRegisteredV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values issued, with code, day, status and registry 核发的数据，含代码、日期、状态和登记机关
   */
  readonly form: OneFormFragment & Required<Pick<OneFormFragment, 'uscc' | 'establishedOn' | 'status' | 'registryOrg'>>
  /**
   * Remarks 说明
   */
  readonly remarks?: string
  /**
   * Whether the certificate is delivered later, within the term of 行政许可法 44 证件是否另行送达（行政许可法第四十四条）
   */
  readonly certificateFollows?: boolean
}
/**
 * Fact of a timer reversed 计时事实已撤销
 * An act had arrived in time and was decided only after the timer's fact; the fact is named by the envelope's corrects.
 */
export interface FactReversedV1 {
  /**
   * Approval 审批
   */
  readonly approval?: string
  /**
   * Clock 时限编号
   */
  readonly clock: string
  /**
   * Type of the fact 事实类型
   */
  readonly fact: string
  /**
   * When the act had arrived 行为到达时刻
   */
  readonly receivedAt: string
  /**
   * Round 轮次
   */
  readonly round?: number
  /**
   * When the fact fell due 事实应发生时刻
   */
  readonly at: string
}
/**
 * Fee assessed 已核定收费
 * What is charged; it must be what the catalogue says (收费八公开).
 */
export interface FeeAssessedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Which of the item's fees, from 1 事项收费项序号，从 1 起
   */
  readonly fee: number
  /**
   * Amount in fen 金额（分）
   */
  readonly fen: number
}
/**
 * Fee differs from the catalogue 收费与目录不符
 * What was assessed is not what the catalogue says: an exception for the supervisor.
 */
export interface FeeDifferedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Which of the item's fees, from 1 事项收费项序号，从 1 起
   */
  readonly fee: number
  /**
   * Assessed, fen 核定金额（分）
   */
  readonly assessed: number
  /**
   * By the catalogue, fen 目录金额（分）
   */
  readonly published: number
}
/**
 * Feed acknowledged 推送已签收
 * Everything of the feed up to this sequence was received or applied.
 */
export interface FeedAcknowledgedV1 {
  /**
   * Sequence 序号
   */
  readonly sequence: number
  /**
   * Running digest at this sequence 该序号处的累计摘要
   */
  readonly digest: string
  /**
   * Received, or applied to the own system 已收到或已应用
   */
  readonly stage: 'received' | 'applied'
}
/**
 * Feed message rejected 推送被退回
 * The participant could not apply one message of its feed.
 */
export interface FeedRejectedV1 {
  /**
   * Sequence 序号
   */
  readonly sequence: number
  /**
   * Reason 原因
   */
  readonly reason: string
}
/**
 * Filing completed 办件已办结
 * Every approval of the filing has ended.
 */
export interface FilingCompletedV1 {
  /**
   * Outcome of each approval, by its id 各审批的结果
   */
  readonly outcomes: {
    readonly [k: string]: Outcome
  }
}
/**
 * Filing refused 办件不予办理
 * The registration or an item before it was refused, so the filing is.
 */
export interface FilingRefusedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Reasons 理由
   */
  readonly reasons: readonly Reason[]
}
/**
 * Filing routed 办件已分送
 * Who decides what in this filing, by which versions. Entitles those named to the record.
 */
export interface FilingRoutedV1 {
  /**
   * Process 流程
   */
  readonly process: string
  /**
   * Versions 适用版本
   */
  readonly versions: Versions
  /**
   * Approvals 审批
   */
  readonly approvals: readonly RoutedApproval[]
  /**
   * Who answers for the filing to its end (首问负责制) 首问责任人
   */
  readonly firstContact?: {
    /**
     * Officer 经办人
     */
    readonly officer: string
    /**
     * Window 窗口
     */
    readonly window: string
  }
}
/**
 * Filing submitted 办件已提交
 * The founder handed in the whole one form. Opens the record (市场主体登记管理条例 16, 17).
 */
export interface FilingSubmittedV1 {
  /**
   * Process 流程
   */
  readonly process: string
  /**
   * The one form 一表
   */
  readonly form: OneForm
  /**
   * Materials handed in 已提交的材料
   */
  readonly materials?: readonly HandedIn[]
}
/**
 * Filing withdrawn 办件已撤回
 * The founder took the filing back before it ended.
 */
export interface FilingWithdrawnV1 {
  /**
   * Reason 撤回原因
   */
  readonly reason: string
}
/**
 * History opened 历史已开启
 * The first event of a history, and of each new epoch of it.
 */
export interface HistoryOpenedV1 {
  /**
   * Identity of the history 历史标识
   */
  readonly history: string
  /**
   * Mode, for ever 模式，不可更改
   */
  readonly mode: 'sandbox' | 'production'
  /**
   * Division (GB/T 2260) 行政区划（GB/T 2260）
   */
  readonly division: string
  /**
   * Epoch 纪元
   */
  readonly epoch: number
}
/**
 * Identifier claimed 标识已占用
 * The identifier belongs to this record from now on.
 */
export interface IdentifierClaimedV1 {
  /**
   * Record 档案
   */
  readonly record: string
  /**
   * Identifier, as its stream is named 标识，与其流同名
   */
  readonly identifier: string
}
/**
 * Identifier released 标识已释放
 * The claim was not needed after all, or the record that had made it bears the identifier no longer.
 */
export interface IdentifierReleasedV1 {
  /**
   * Record 档案
   */
  readonly record: string
  /**
   * Identifier, as its stream is named 标识，与其流同名
   */
  readonly identifier: string
  /**
   * Reason 原因
   */
  readonly reason?: string
  /**
   * Last day on which no other record may have it (企业名称登记管理规定 17) 保护期届满日，至该日其他主体不得使用
   */
  readonly protectedUntil?: string
}
/**
 * Inbound messages expired 入站消息已过期
 * The bus no longer holds messages of this partition that the ledger had not taken. Nothing is skipped: the partition stands still until an operator decides.
 */
export interface InboundExpiredV1 {
  /**
   * Topic 主题
   */
  readonly topic: string
  /**
   * Partition 分区
   */
  readonly partition: number
  /**
   * Offset the ledger was to take next 账本应处理的下一位移
   */
  readonly committed: number
  /**
   * First offset still kept 仍保留的最早位移
   */
  readonly earliest: number
  /**
   * Next offset to be written 下一写入位移
   */
  readonly latest: number
}
/**
 * Joint deadline extended 并联总时限已延长
 * More time for the filing as a whole, approved by the head of the government (行政许可法 42(2)).
 */
export interface JointExtendedV1 {
  /**
   * By 延长
   */
  readonly by: Term
  /**
   * Approver 批准人
   */
  readonly approver: string
  /**
   * Reason 理由
   */
  readonly reason: string
}
/**
 * Business licence revoked 营业执照已吊销
 * The licence is revoked; the entity still exists and has to be wound up (公司法 229; 市场主体登记管理条例 31).
 */
export interface LicenceRevokedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values registered, with the status 登记的数据，含登记状态
   */
  readonly form: OneFormFragment & Required<Pick<OneFormFragment, 'status'>>
  /**
   * Number of the written decision 决定文书编号
   */
  readonly decisionNo: string
  /**
   * Reasons 理由
   */
  readonly reasons: readonly Reason[]
}
/**
 * Liquidation notified 清算组已备案
 * The liquidation group is on record and creditors are called (公司法 232, 235; 市场主体登记管理条例 32).
 */
export interface LiquidationNotifiedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Day on which the group was formed 清算组成立之日
   */
  readonly formedOn: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Access matrix published 数据共享矩阵已发布
 * Who needs, writes, confirms or may not see what, from now on.
 */
export interface MatrixPublishedV1 {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Digest of the content 内容摘要
   */
  readonly digest: string
  /**
   * The access matrix 数据共享矩阵
   */
  readonly content: {readonly [name: string]: unknown}
}
/**
 * Message refused 消息被拒
 * A message was not taken; the bytes as received are the evidence.
 */
export interface MessageRefusedV1 {
  /**
   * Problem 问题
   */
  readonly problem: Problem
  /**
   * Participant whose topic it came in on 所在主题的接入单位
   */
  readonly participant?: string
  /**
   * Source: as the message claims, else by its topic 来源：消息所称，否则按主题
   */
  readonly source: string
  /**
   * Id of the message 消息编号
   */
  readonly messageid?: string
  /**
   * Type of the message 消息类型
   */
  readonly type?: string
  /**
   * Topic it came in on 所在主题
   */
  readonly topic?: string
  /**
   * First 64 KiB of the message, base64 消息的前 64 KiB，base64
   */
  readonly bytes: string
  /**
   * Length in bytes 字节数
   */
  readonly length: number
  /**
   * SHA-256 of all bytes 全部字节的 SHA-256
   */
  readonly digest: string
}
/**
 * Migration accepted 迁移已受理
 * The registry that the enterprise moves to takes it in and asks for the file (市场主体登记管理条例 27).
 */
export interface MigrationAcceptedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Registry that takes it in 迁入登记机关
   */
  readonly registry: {
    /**
     * Division of the registry 登记机关区划代码
     */
    readonly code: string
    /**
     * Name 名称
     */
    readonly name: string
  }
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Migration completed 迁移已完成
 * The file was handed over; the code stays what it is (市场主体登记管理条例 27).
 */
export interface MigrationCompletedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values registered, with the status 登记的数据，含登记状态
   */
  readonly form: OneFormFragment & Required<Pick<OneFormFragment, 'status'>>
  /**
   * Number of the file that was handed over 移交档案编号
   */
  readonly archiveNo?: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * One-time notice violated 违反一次性告知
 * A further notice with new defects, or one after the acceptance: recorded all the same, and marked (一次性告知制; 行政许可法 32(4)).
 */
export interface NoticeViolatedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Why 原因
   */
  readonly because: 'NEW_DEFECTS' | 'AFTER_ACCEPTANCE'
  /**
   * Codes of the defects not told before 未曾告知的问题代码
   *
   * Items: Code of a defect or reason 问题或理由代码
   */
  readonly codes: readonly string[]
}
/**
 * Objection raised 已提出异议
 * Somebody whose business it is objects to the simple deregistration while it is public (市场主体登记管理条例 33).
 */
export interface ObjectionRaisedV1 {
  /**
   * Reasons 理由
   */
  readonly reasons: readonly Reason[]
}
/**
 * Operation completed 操作已完成
 * How the operation ended.
 */
export interface OperationCompletedV1 {
  /**
   * Operation 操作编号
   */
  readonly operation: string
  /**
   * Outcome 结果
   */
  readonly outcome: 'done' | 'refused' | 'differs' | 'undetermined' | 'failed'
  /**
   * Figures and findings; no personal data 数据与结论，不含个人信息
   */
  readonly result: {readonly [name: string]: unknown}
}
/**
 * Operation requested 操作已申请
 * An operator asks for an act on the machinery, with a reason and the plan seen before.
 */
export interface OperationRequestedV1 {
  /**
   * Operation 操作编号
   */
  readonly operation: string
  /**
   * Kind 种类
   */
  readonly kind: 'replay' | 'rebuild' | 'switch' | 'rollback'
  /**
   * Reason 原因
   */
  readonly reason: string
  /**
   * Plan, as shown to the operator; what else it holds depends on the kind 经操作员确认的方案；其余内容因种类而异
   */
  readonly plan: {
    /**
     * Digest of the plan 方案摘要
     */
    readonly digest?: string
    /**
     * Participant 接入单位
     */
    readonly participant?: string
    /**
     * Projection 视图
     */
    readonly projection?: string
    readonly [k: string]: unknown
  }
}
/**
 * Participants published 接入单位名录已发布
 * Which systems take part, for which departments and where.
 */
export interface ParticipantsPublishedV1 {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Digest of the content 内容摘要
   */
  readonly digest: string
  /**
   * The participants 接入单位名录
   */
  readonly content: ParticipantsContent
}
/**
 * Proceeding opened 立案
 * The registrar begins something of its own motion, such as the revocation of a licence (行政处罚法; 市场主体登记管理条例 40).
 */
export interface ProceedingOpenedV1 {
  /**
   * Process 流程
   */
  readonly process: string
  /**
   * Values to be 申请的数据
   */
  readonly form?: OneFormFragment
  /**
   * Paths removed 删除的路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly removed?: readonly string[]
  /**
   * First day of the period applied for 申请期间起
   */
  readonly from?: string
  /**
   * Last day of the period applied for 申请期间止
   */
  readonly to?: string
  /**
   * Registry that the enterprise moves to 迁入登记机关
   */
  readonly registry?: {
    /**
     * Division of the registry 登记机关区划代码
     */
    readonly code: string
    /**
     * Name 名称
     */
    readonly name: string
  }
  /**
   * Why 事由
   */
  readonly reason: string
  /**
   * Ground in law, by a code of the process 法定情形，按流程所列代码
   */
  readonly ground?: string
}
/**
 * Process published 流程已发布
 * How filings of one kind go.
 */
export interface ProcessPublishedV1 {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Digest of the content 内容摘要
   */
  readonly digest: string
  /**
   * The process 流程
   */
  readonly content: ProcessContent
}
/**
 * Stream of publications listed 发布流已列入目录
 * Names a stream of reference data before its first event, so that a start finds it without a pass over the whole history.
 */
export interface PublicationListedV1 {
  /**
   * Stream 流
   */
  readonly stream: string
}
/**
 * Publicity begun 已开始公示
 * What the registrar is about to decide of its own motion is public, for those whom it concerns to object: a rescission where the parties cannot be reached (市场主体登记管理条例 40), a forced deregistration (公司法 241).
 */
export interface PublicityBegunV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Day of the publication 公示之日
   */
  readonly from: string
  /**
   * Number of the notice 公告编号
   */
  readonly noticeNo?: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Publicity ended 公示期满
 * The period in which objections may be raised has run out (市场主体登记管理条例 33).
 */
export interface PublicityEndedV1 {
  /**
   * Clock 时限
   */
  readonly clock: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Publicity lapsed 公示失效
 * The simple deregistration was not applied for in the time allowed after the publicity (市场主体登记管理条例 33).
 */
export interface PublicityLapsedV1 {
  /**
   * Clock 时限
   */
  readonly clock: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Publicity unopposed 公示期满无异议
 * What the registrar had made public stood to the end of its time and nobody objected (市场主体登记管理条例 40; 公司法 241).
 */
export interface PublicityUnopposedV1 {
  /**
   * Clock 时限
   */
  readonly clock: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Read recorded 查阅已记录
 * Somebody read personal fields of the record (个人信息保护法 51, 54).
 */
export interface ReadRecordedV1 {
  /**
   * Who read: an opaque account 查阅人账号
   */
  readonly reader: string
  /**
   * Purpose 查阅目的
   */
  readonly purpose: string
  /**
   * Paths read 查阅的路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly paths: readonly string[]
}
/**
 * Record changed 档案已变更
 * The owner of a path set or removed values.
 */
export interface RecordChangedV1 {
  /**
   * Reason 变更原因
   */
  readonly reason: string
  /**
   * Values set 设置的数据
   */
  readonly form?: OneFormFragment
  /**
   * Paths removed 删除的路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly removed?: readonly string[]
}
/**
 * Registration rescinded 登记已撤销
 * A registration that was got by fraud is rescinded (市场主体登记管理条例 40).
 */
export interface RegistrationRescindedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values registered, with the status 登记的数据，含登记状态
   */
  readonly form: OneFormFragment & Required<Pick<OneFormFragment, 'status'>>
  /**
   * Number of the written decision 决定文书编号
   */
  readonly decisionNo: string
  /**
   * Reasons 理由
   */
  readonly reasons: readonly Reason[]
}
/**
 * Replay delivered 重放已送达
 * What was published on a replay topic, under the original sequences.
 */
export interface ReplayDeliveredV1 {
  /**
   * Replay 重放编号
   */
  readonly replay: string
  /**
   * First sequence 起始序号
   */
  readonly first: number
  /**
   * Last sequence 截止序号
   */
  readonly last: number
  /**
   * Position of the last event 最后事件的位置
   */
  readonly position: number
  /**
   * Running digest at the last 截止处的累计摘要
   */
  readonly digest: string
  /**
   * Version of the access matrix 数据共享矩阵版本
   */
  readonly matrixVersion: number
}
/**
 * Rescission reversed 撤销登记决定已撤销
 * The rescission was wrong: the record stands as before it. The event names the one it withdraws; nothing is deleted (市场主体登记管理条例 42).
 */
export interface RescissionReversedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values registered, with the status 登记的数据，含登记状态
   */
  readonly form: OneFormFragment & Required<Pick<OneFormFragment, 'status'>>
  /**
   * Number of the written decision 决定文书编号
   */
  readonly decisionNo: string
  /**
   * Reasons 理由
   */
  readonly reasons: readonly Reason[]
}
/**
 * Responsibility transferred 首问责任已移交
 * One officer hands a filing over to another, and why.
 */
export interface ResponsibilityTransferredV1 {
  /**
   * From 移交人
   */
  readonly from: string
  /**
   * To 接收人
   */
  readonly to: string
  /**
   * Window 窗口
   */
  readonly window?: string
  /**
   * Reason 理由
   */
  readonly reason: string
}
/**
 * Supplement provided 已补正
 * The founder supplied what was asked for, and nothing else.
 */
export interface SupplementProvidedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Values supplied 补正的数据
   */
  readonly form?: OneFormFragment
  /**
   * Materials handed in 已提交的材料
   */
  readonly materials?: readonly HandedIn[]
  /**
   * Remarks 说明
   */
  readonly remarks?: string
  /**
   * Values to be, of an application after the set-up 变更后的申请数据（设立后的申请）
   */
  readonly amended?: OneFormFragment
}
/**
 * Supplement requested 已要求补正
 * All that is to be supplemented, told at once (行政许可法 32(4)).
 */
export interface SupplementRequestedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Defects, all at once 全部需补正之处，一次性告知
   */
  readonly defects: readonly Defect[]
}
/**
 * Suspension lapsed 歇业期满
 * The period has run out: business counts as resumed (市场主体登记管理条例实施细则 42).
 */
export interface SuspensionLapsedV1 {
  /**
   * Clock 时限
   */
  readonly clock: string
  /**
   * Last day 届满日
   */
  readonly due: string
  /**
   * Calendar it was computed by 计算所依日历
   */
  readonly calendar: string
}
/**
 * Suspension recorded 歇业已备案
 * Business is suspended for a period of three years at most; the address for service stands in for the domicile (市场主体登记管理条例 30).
 */
export interface SuspensionRecordedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * First day 歇业起
   */
  readonly from: string
  /**
   * Last day 歇业止
   */
  readonly to: string
  /**
   * Address for service, where it is set 法律文书送达地址
   */
  readonly form?: OneFormFragment
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Tax cleared 已结清税款
 * Taxes, surcharges, fines and invoices are settled; needed before the deregistration (税收征收管理法 16).
 */
export interface TaxClearedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Number of the clearance certificate 清税证明编号
   */
  readonly certificateNo: string
  /**
   * Remarks 说明
   */
  readonly remarks?: string
}
/**
 * Time excluded 已依法扣除期间
 * Days that do not count, with the written notice of their length (行政许可法 45). On-site verification runs inside the term unless the item cites a rule.
 */
export interface TimeExcludedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Ground 事由
   */
  ground:
    | 'HEARING'
    | 'BIDDING'
    | 'AUCTION'
    | 'INSPECTION'
    | 'TESTING'
    | 'QUARANTINE'
    | 'APPRAISAL'
    | 'EXPERT_REVIEW'
    | 'VERIFICATION'
  /**
   * First day that does not count 首日
   */
  readonly from: string
  /**
   * Last day that does not count 末日
   */
  readonly to: string
  /**
   * Number of the written notice 书面告知文书编号
   */
  readonly noticeNo: string
  /**
   * Rule, for a verification 依据（核查）
   */
  readonly rule?: string
}
/**
 * Time resumed 期间扣除已提前结束
 * An exclusion ends before its notice said: from this day on days count again.
 */
export interface TimeResumedV1 {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Round 轮次
   */
  readonly round: number
  /**
   * Number of the written notice 书面告知文书编号
   */
  readonly noticeNo: string
  /**
   * First day that counts again 恢复计时之日
   */
  readonly on: string
}
/**
 * Timer due 计时到点
 * An alarm: something of the record is due. It is never recorded; what is due is what its history says.
 */
export interface TimerDueV1 {
  /**
   * Timer 计时编号
   */
  readonly timer: string
  /**
   * Due at 到点时刻
   */
  readonly due: string
}
/**
 * Values confirmed 数据已核实
 * A department with C in the access matrix confirms values of another.
 */
export interface ValueConfirmedV1 {
  /**
   * Paths 路径
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly paths: readonly string[]
}
/**
 * Value disputed 数据有疑义
 * A department with C in the access matrix holds a value to be wrong (政务数据共享条例 26).
 */
export interface ValueDisputedV1 {
  /**
   * Path 路径
   */
  readonly path: string
  /**
   * What it should be 应为
   */
  readonly claimed?: Leaf
  /**
   * Reason 疑义理由
   */
  readonly reason: string
}

/** The data of each event type. */
export interface EventDataByType {
  readonly 'yibiao.acceptance.deemed.v1': AcceptanceDeemedV1
  readonly 'yibiao.accountability.concluded.v1': AccountabilityConcludedV1
  readonly 'yibiao.accountability.opened.v1': AccountabilityOpenedV1
  readonly 'yibiao.announcement.ended.v1': AnnouncementEndedV1
  readonly 'yibiao.application.submitted.v1': ApplicationSubmittedV1
  readonly 'yibiao.approval.accepted.v1': ApprovalAcceptedV1
  readonly 'yibiao.approval.deemed.v1': ApprovalDeemedV1
  readonly 'yibiao.approval.granted.v1': ApprovalGrantedV1
  readonly 'yibiao.approval.recorded.v1': ApprovalRecordedV1
  readonly 'yibiao.approval.refused.v1': ApprovalRefusedV1
  readonly 'yibiao.approvals.closed.v1': ApprovalsClosedV1
  readonly 'yibiao.approvals.opened.v1': ApprovalsOpenedV1
  readonly 'yibiao.business.resumed.v1': BusinessResumedV1
  readonly 'yibiao.calendar.published.v1': CalendarPublishedV1
  readonly 'yibiao.card.raised.v1': CardRaisedV1
  readonly 'yibiao.catalogue.published.v1': CataloguePublishedV1
  readonly 'yibiao.certificate.issued.v1': CertificateIssuedV1
  readonly 'yibiao.change.registered.v1': ChangeRegisteredV1
  readonly 'yibiao.channel.granted.v1': ChannelGrantedV1
  readonly 'yibiao.clocks.recalculated.v1': ClocksRecalculatedV1
  readonly 'yibiao.clocks.started.v1': ClocksStartedV1
  readonly 'yibiao.clocks.stopped.v1': ClocksStoppedV1
  readonly 'yibiao.compensation.completed.v1': CompensationCompletedV1
  readonly 'yibiao.compensation.requested.v1': CompensationRequestedV1
  readonly 'yibiao.contact.assigned.v1': ContactAssignedV1
  readonly 'yibiao.deadline.breached.v1': DeadlineBreachedV1
  readonly 'yibiao.deadline.extended.v1': DeadlineExtendedV1
  readonly 'yibiao.delegations.published.v1': DelegationsPublishedV1
  readonly 'yibiao.delivery.recorded.v1': DeliveryRecordedV1
  readonly 'yibiao.deregistration.overdue.v1': DeregistrationOverdueV1
  readonly 'yibiao.deregistration.publicised.v1': DeregistrationPublicisedV1
  readonly 'yibiao.duty.met.v1': DutyMetV1
  readonly 'yibiao.enterprise.deregistered.v1': EnterpriseDeregisteredV1
  readonly 'yibiao.enterprise.registered.v1': EnterpriseRegisteredV1
  readonly 'yibiao.fact.reversed.v1': FactReversedV1
  readonly 'yibiao.fee.assessed.v1': FeeAssessedV1
  readonly 'yibiao.fee.differed.v1': FeeDifferedV1
  readonly 'yibiao.feed.acknowledged.v1': FeedAcknowledgedV1
  readonly 'yibiao.feed.rejected.v1': FeedRejectedV1
  readonly 'yibiao.filing.completed.v1': FilingCompletedV1
  readonly 'yibiao.filing.refused.v1': FilingRefusedV1
  readonly 'yibiao.filing.routed.v1': FilingRoutedV1
  readonly 'yibiao.filing.submitted.v1': FilingSubmittedV1
  readonly 'yibiao.filing.withdrawn.v1': FilingWithdrawnV1
  readonly 'yibiao.history.opened.v1': HistoryOpenedV1
  readonly 'yibiao.identifier.claimed.v1': IdentifierClaimedV1
  readonly 'yibiao.identifier.released.v1': IdentifierReleasedV1
  readonly 'yibiao.inbound.expired.v1': InboundExpiredV1
  readonly 'yibiao.joint.extended.v1': JointExtendedV1
  readonly 'yibiao.licence.revoked.v1': LicenceRevokedV1
  readonly 'yibiao.liquidation.notified.v1': LiquidationNotifiedV1
  readonly 'yibiao.matrix.published.v1': MatrixPublishedV1
  readonly 'yibiao.message.refused.v1': MessageRefusedV1
  readonly 'yibiao.migration.accepted.v1': MigrationAcceptedV1
  readonly 'yibiao.migration.completed.v1': MigrationCompletedV1
  readonly 'yibiao.notice.violated.v1': NoticeViolatedV1
  readonly 'yibiao.objection.raised.v1': ObjectionRaisedV1
  readonly 'yibiao.operation.completed.v1': OperationCompletedV1
  readonly 'yibiao.operation.requested.v1': OperationRequestedV1
  readonly 'yibiao.participants.published.v1': ParticipantsPublishedV1
  readonly 'yibiao.proceeding.opened.v1': ProceedingOpenedV1
  readonly 'yibiao.process.published.v1': ProcessPublishedV1
  readonly 'yibiao.publication.listed.v1': PublicationListedV1
  readonly 'yibiao.publicity.begun.v1': PublicityBegunV1
  readonly 'yibiao.publicity.ended.v1': PublicityEndedV1
  readonly 'yibiao.publicity.lapsed.v1': PublicityLapsedV1
  readonly 'yibiao.publicity.unopposed.v1': PublicityUnopposedV1
  readonly 'yibiao.read.recorded.v1': ReadRecordedV1
  readonly 'yibiao.record.changed.v1': RecordChangedV1
  readonly 'yibiao.registration.rescinded.v1': RegistrationRescindedV1
  readonly 'yibiao.replay.delivered.v1': ReplayDeliveredV1
  readonly 'yibiao.rescission.reversed.v1': RescissionReversedV1
  readonly 'yibiao.responsibility.transferred.v1': ResponsibilityTransferredV1
  readonly 'yibiao.supplement.provided.v1': SupplementProvidedV1
  readonly 'yibiao.supplement.requested.v1': SupplementRequestedV1
  readonly 'yibiao.suspension.lapsed.v1': SuspensionLapsedV1
  readonly 'yibiao.suspension.recorded.v1': SuspensionRecordedV1
  readonly 'yibiao.tax.cleared.v1': TaxClearedV1
  readonly 'yibiao.time.excluded.v1': TimeExcludedV1
  readonly 'yibiao.time.resumed.v1': TimeResumedV1
  readonly 'yibiao.timer.due.v1': TimerDueV1
  readonly 'yibiao.value.confirmed.v1': ValueConfirmedV1
  readonly 'yibiao.value.disputed.v1': ValueDisputedV1
}

/** Every event type. */
export type EventType = keyof EventDataByType
