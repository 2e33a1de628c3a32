// Generated from the JSON Schemas by `npm run generate`. Do not edit.

/**
 * A value or a list of values 值或值的列表
 */
export type Leaf = (string | number | boolean) | readonly (string | number | boolean)[]
/**
 * Kind of item 事项种类
 */
export type ItemKind = 'LICENCE' | 'REGISTRATION' | 'RECORDAL' | 'COMMITMENT' | 'CONSEQUENCE'
/**
 * Before or after the business licence 前置或后置
 */
export type Gate = 'PRE' | 'POST' | 'NONE'
/**
 * How an approval ended 审批结果
 */
export type Outcome = 'GRANTED' | 'RECORDED' | 'REFUSED' | 'NOT_NEEDED'
/**
 * What is timed: NOTICE the one-time notice (行政许可法 32(4)), PROMISED and STATUTORY the decision, JOINT the whole filing (42(2)), CERTIFICATE its delivery (44), FOLLOW_UP a duty after the registration, PERIOD a period of the record's life 计时对象：一次性告知、承诺时限、法定时限、并联总时限、送达证件、登记后义务、主体状态期间
 */
export type ClockKind = 'NOTICE' | 'PROMISED' | 'STATUTORY' | 'JOINT' | 'CERTIFICATE' | 'FOLLOW_UP' | 'PERIOD'
/**
 * Ground on which time does not count: the closed list of 行政许可法 45 不计入时限的法定事由（行政许可法第四十五条，封闭列举）
 */
export type ExclusionReason =
  'HEARING' | 'BIDDING' | 'AUCTION' | 'INSPECTION' | 'TESTING' | 'QUARANTINE' | 'APPRAISAL' | 'EXPERT_REVIEW'

/**
 * Material handed in; the file itself is outside the history 已提交的材料；文件本身不在历史之内
 */
export interface HandedIn {
  /**
   * Code in the catalogue 事项目录中的材料编码
   */
  readonly code: string
  /**
   * SHA-256 of the file, lower-case hex: its address 文件的 SHA-256 摘要，小写十六进制，即其地址
   */
  readonly digest: string
  /**
   * Media type of the file 文件的媒体类型
   */
  readonly mediaType: string
  /**
   * Size in bytes 大小（字节）
   */
  readonly size: number
  /**
   * Title of the file, as whoever handed it in calls it 文件名称，由提交人填写
   */
  readonly title: string
}
/**
 * Defect 需补正之处
 */
export interface Defect {
  /**
   * Path of the value at fault 有误的数据路径
   */
  readonly path?: string
  /**
   * Code of the material that is missing or at fault 缺少或有误的材料的编码
   */
  readonly material?: string
  /**
   * Code 代码
   */
  readonly code: string
  /**
   * What is wrong and what to do, in Chinese 问题及补正要求（中文）
   */
  readonly zh: string
  /**
   * What is wrong and what to do, in English 问题及补正要求（英文）
   */
  readonly en: string
}
/**
 * Reason of a refusal 不予许可的理由
 */
export interface Reason {
  /**
   * Code 代码
   */
  readonly code: string
  /**
   * Provision relied on 法律依据条款
   */
  readonly rule: string
  /**
   * Reason in Chinese 理由（中文）
   */
  readonly zh: string
  /**
   * Reason in English 理由（英文）
   */
  readonly en: string
  /**
   * Range of discretion within which it was decided 适用的裁量幅度
   */
  readonly range?: string
}
/**
 * Versions that decide this filing 本办件适用的版本
 */
export interface Versions {
  /**
   * Access matrix 数据共享矩阵版本
   */
  readonly matrix: number
  /**
   * Participants 接入单位名录版本
   */
  readonly participants: number
  /**
   * Process 流程版本
   */
  readonly process: number
}
/**
 * Approval as sent out 分送的审批
 */
export interface RoutedApproval {
  /**
   * Approval 审批
   */
  readonly approval: string
  /**
   * Item 事项
   */
  readonly item: string
  /**
   * Version of the item 事项版本
   */
  readonly itemVersion: number
  /**
   * Kind 种类
   */
  readonly kind: ItemKind
  /**
   * Gate 前置或后置
   */
  readonly gate: Gate
  /**
   * Department in charge 承办部门
   */
  readonly department: string
  /**
   * Participant that serves it 承办接入单位
   */
  readonly participant: string
  /**
   * Items that must end before 须先办结的事项
   *
   * Items: Item of the catalogue 事项编码
   */
  readonly dependsOn: readonly string[]
  /**
   * Materials handed in for it 为本事项提交的材料
   */
  readonly materials?: readonly HandedIn[]
  /**
   * State: open, or waiting for what it depends on 状态：可办理或等待前项
   */
  readonly state: 'OPEN' | 'WAITING'
}
/**
 * One thing that is wrong 一处问题
 */
export interface Issue {
  /**
   * Code 代码
   */
  readonly code: string
  /**
   * JSON pointer into the message 消息内的 JSON 指针
   */
  readonly pointer: string
  /**
   * In Chinese 中文说明
   */
  readonly zh: string
  /**
   * In English 英文说明
   */
  readonly en: string
}
/**
 * Problem details (RFC 9457) 问题详情（RFC 9457）
 */
export interface Problem {
  /**
   * URN of the code 代码的 URN
   */
  readonly type: string
  /**
   * Code 代码
   */
  readonly code: string
  /**
   * Title in English 标题（英文）
   */
  readonly title: string
  /**
   * Title in Chinese 标题（中文）
   */
  readonly titleZh: string
  /**
   * Detail in English 说明（英文）
   */
  readonly detail: string
  /**
   * Detail in Chinese 说明（中文）
   */
  readonly detailZh: string
  /**
   * Whether the same message may succeed later 同一消息稍后能否成功
   */
  readonly retryable: boolean
  /**
   * Every problem at once 全部问题
   */
  readonly issues: readonly Issue[]
}
/**
 * Term 期限
 */
export interface Term {
  /**
   * Value; 0 is the same day 数值，0 为当日
   */
  readonly value: number
  /**
   * Unit 单位
   */
  readonly unit: 'WORKING_HOUR' | 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'
}
/**
 * Clock 时限
 * Dates are legal dates of Asia/Shanghai. Where the calendar is not published far enough there is no due date but the earliest possible one.
 */
export interface Clock {
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
   * Day it begins, not counted (民法典 201) 起算日，不计入（民法典第二百零一条）
   */
  readonly from: string
  /**
   * Instant it begins, of a term in hours 起算时刻（以小时计的期限）
   */
  readonly fromAt?: string
  /**
   * Term 期限
   */
  readonly term: Term
  /**
   * Days that do not count (行政许可法 45) 依法扣除的期间（行政许可法第四十五条）
   */
  readonly excluded?: readonly DateRange[]
  /**
   * Last day 届满日
   */
  readonly due?: string
  /**
   * Instant at which it has run out 届满时刻
   */
  readonly dueAt?: string
  /**
   * Instant of the yellow card 黄牌时刻
   */
  readonly yellowAt?: string
  /**
   * Instant of the red card 红牌时刻
   */
  readonly redAt?: string
  /**
   * Undetermined: it cannot end before 未定：不早于
   */
  readonly notBefore?: string
  /**
   * Undetermined: days still to count 未定：尚待计算的天数
   */
  readonly remaining?: number
  /**
   * Undetermined: the year whose notice is missing 未定：尚未公布安排的年份
   */
  readonly missingYear?: number
  /**
   * Last day, where it is named and not counted 明定的届满日
   */
  readonly until?: string
  /**
   * Types of event that end a period before it has run out 使期间提前终止的事件类型
   *
   * Items: Type of an event 事件类型
   */
  readonly endedBy?: readonly string[]
}
/**
 * Days from … to, both included 起止日期（含）
 */
export interface DateRange {
  /**
   * From 起
   */
  readonly from: string
  /**
   * To 止
   */
  readonly to: string
}
