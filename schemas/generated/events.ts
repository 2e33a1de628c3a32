// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import type { Defect, HandedIn, Leaf, Outcome, Problem, Reason, RoutedApproval, Versions } from './common.ts'
import type { OneForm, OneFormFragment } from './one-form.ts'
import type { CatalogueItem, ParticipantsContent, ProcessContent } from './reference.ts'

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
 * The claim was not needed after all.
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
  readonly 'yibiao.approval.granted.v1': ApprovalGrantedV1
  readonly 'yibiao.approval.recorded.v1': ApprovalRecordedV1
  readonly 'yibiao.approval.refused.v1': ApprovalRefusedV1
  readonly 'yibiao.approvals.closed.v1': ApprovalsClosedV1
  readonly 'yibiao.approvals.opened.v1': ApprovalsOpenedV1
  readonly 'yibiao.calendar.published.v1': CalendarPublishedV1
  readonly 'yibiao.catalogue.published.v1': CataloguePublishedV1
  readonly 'yibiao.delivery.recorded.v1': DeliveryRecordedV1
  readonly 'yibiao.enterprise.registered.v1': EnterpriseRegisteredV1
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
  readonly 'yibiao.matrix.published.v1': MatrixPublishedV1
  readonly 'yibiao.message.refused.v1': MessageRefusedV1
  readonly 'yibiao.operation.completed.v1': OperationCompletedV1
  readonly 'yibiao.operation.requested.v1': OperationRequestedV1
  readonly 'yibiao.participants.published.v1': ParticipantsPublishedV1
  readonly 'yibiao.process.published.v1': ProcessPublishedV1
  readonly 'yibiao.read.recorded.v1': ReadRecordedV1
  readonly 'yibiao.record.changed.v1': RecordChangedV1
  readonly 'yibiao.replay.delivered.v1': ReplayDeliveredV1
  readonly 'yibiao.supplement.provided.v1': SupplementProvidedV1
  readonly 'yibiao.supplement.requested.v1': SupplementRequestedV1
  readonly 'yibiao.value.confirmed.v1': ValueConfirmedV1
  readonly 'yibiao.value.disputed.v1': ValueDisputedV1
}

/** Every event type. */
export type EventType = keyof EventDataByType
