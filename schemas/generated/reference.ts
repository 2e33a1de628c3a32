// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import type { ExclusionReason, Gate, ItemKind, Term } from './common.ts'

/**
 * Text in both languages 双语文本
 */
export interface Text {
  /**
   * Chinese 中文
   */
  readonly zh: string
  /**
   * English 英文
   */
  readonly en: string
}
/**
 * Fact in both languages 双语事实
 */
export interface Fact {
  /**
   * Chinese 中文
   */
  readonly zh: string
  /**
   * English 英文
   */
  readonly en: string
  /**
   * Whether the fact was read in its source 是否经查证
   */
  readonly confirmed: boolean
}
/**
 * Material 材料
 */
export interface Material {
  /**
   * Code, unique within the item; the same in every item that takes the same material 材料编码，在事项内唯一；同一材料在各事项中编码相同
   */
  readonly code?: string
  /**
   * A filing without it is refused; only where it is handed in 缺少则不予受理；仅限提交的材料
   */
  readonly required?: boolean
  /**
   * Chinese 中文
   */
  readonly zh: string
  /**
   * English 英文
   */
  readonly en: string
  /**
   * From the one form, from sharing, or handed in 取自一表、共享获取或提交
   */
  readonly from: 'FORM' | 'SHARED' | 'HANDED_IN'
  /**
   * Whether the fact was read in its source 是否经查证
   */
  readonly confirmed: boolean
}
/**
 * Fee 收费项目
 */
export interface Fee {
  /**
   * 1 Name 一、名称
   */
  readonly name: Text
  /**
   * 2 Basis 二、依据
   */
  readonly legalBasis: Text
  /**
   * 3 Licence to charge 三、许可证
   */
  readonly feeLicenceNo: Text
  /**
   * 4 Payer 四、对象
   */
  readonly payer: Text
  /**
   * 5 Scope 五、范围
   */
  readonly scope: Text
  /**
   * 6 Rate 六、标准
   */
  readonly rate: {
    /**
     * In fen 金额（分）
     */
    readonly fen: number
    /**
     * Chinese 中文
     */
    readonly zh: string
    /**
     * English 英文
     */
    readonly en: string
  }
  /**
   * 7 Frequency 七、频次
   */
  readonly frequency: Text
  /**
   * 8 Period 八、期限
   */
  readonly period: Text
  /**
   * Whether the fact was read in its source 是否经查证
   */
  readonly confirmed: boolean
}
/**
 * Catalogue item 审批事项
 * One approval item with both lists that must be public: 事项八公开 and 收费八公开 (行政许可法 30, 58, 59). An item with a blank is refused.
 */
export interface CatalogueItem {
  /**
   * Code 事项编码
   */
  readonly code: string
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Name 名称
   */
  readonly name: Text
  /**
   * Department in charge 承办部门
   */
  readonly department: string
  /**
   * Kind 种类
   */
  readonly kind: ItemKind
  /**
   * Gate 前置或后置
   */
  readonly gate: Gate
  /**
   * Items that must end before, where they apply 须先办结的事项（如适用）
   *
   * Items: Item of the catalogue 事项编码
   */
  readonly dependsOn: readonly string[]
  /**
   * JSON Schema (draft-07) that the form fits when the item applies 适用条件：表单须符合的 JSON Schema
   */
  readonly appliesWhen: {readonly [name: string]: unknown} | boolean
  /**
   * Path of the form where the founder names the participant 申请人选定接入单位的表单路径
   */
  readonly chooses?: string
  /**
   * Instant (即办件) or promised (承诺件) 即办件或承诺件
   */
  readonly itemType: 'INSTANT' | 'PROMISED'
  /**
   * Whether silence grants; the law gives this to renewals alone (行政许可法 50) 逾期是否视为准予；法律仅对延续有此规定（行政许可法第五十条）
   */
  readonly tacitConsent: boolean
  /**
   * Paths whose values it issues; * stands for a key 核发数据的路径，* 代表键
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly issues: readonly string[]
  /**
   * Kind of the licence issued 核发许可证的类别
   */
  readonly licenceKind?: string
  /**
   * The eight facts of the item (事项八公开) 事项八公开
   */
  readonly disclosure: {
    /**
     * 1 Name 一、名称
     */
    readonly name: Text
    /**
     * 2 Legal basis 二、依据
     */
    readonly legalBasis: readonly Fact[]
    /**
     * 3 Conditions 三、条件
     */
    readonly conditions: readonly Fact[]
    /**
     * 4 Procedure 四、程序
     */
    readonly procedure: readonly Fact[]
    /**
     * 5 Quota 五、数量
     */
    readonly quota: Fact
    /**
     * 6 Time limits 六、时限
     */
    readonly timeLimit: {
      /**
       * Statutory 法定时限
       */
      readonly statutory: {
        /**
         * Value; 0 is the same day 数值，0 为当日
         */
        readonly value: number
        /**
         * Unit 单位
         */
        readonly unit: 'WORKING_HOUR' | 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'
        /**
         * Basis 依据
         */
        readonly basis: Text
        /**
         * Whether the fact was read in its source 是否经查证
         */
        readonly confirmed: boolean
      }
      /**
       * Promised 承诺时限
       */
      readonly promised: {
        /**
         * Value; 0 is the same day 数值，0 为当日
         */
        readonly value: number
        /**
         * Unit 单位
         */
        readonly unit: 'WORKING_HOUR' | 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'
        /**
         * Basis 依据
         */
        readonly basis: Text
        /**
         * Whether the fact was read in its source 是否经查证
         */
        readonly confirmed: boolean
      }
    }
    /**
     * 7 Materials 七、所需材料
     */
    readonly materials: readonly Material[]
    /**
     * 8 Fee basis and standard 八、收费依据及标准
     */
    readonly feeBasisAndStandard: Fact
  }
  /**
   * The eight facts of each fee (收费八公开); an item without a fee says so in one entry 收费八公开；不收费的事项以一条说明
   */
  readonly fees: readonly Fee[]
  /**
   * Shares of the promised time at which cards are raised, in percent; 50 and 90 when left out 亮牌比例（承诺时限的百分比），缺省为 50 与 90
   */
  readonly cards?: {
    /**
     * Yellow 黄牌
     */
    readonly warning: number
    /**
     * Red 红牌
     */
    readonly red: number
  }
  /**
   * By how much the statutory term may be extended, once (行政许可法 42) 可延长的期限，一次为限（行政许可法第四十二条）
   */
  readonly extension?: Term
  /**
   * Grounds of 行政许可法 45 that may occur here; all of them when left out 本事项可能适用的扣除事由，缺省为全部
   */
  readonly exclusions?: readonly ExclusionReason[]
  /**
   * The rule by which an on-site verification does not count; without one it runs inside the term (行政许可法 34) 现场核查不计入时限的依据；无依据则计入（行政许可法第三十四条）
   */
  readonly verificationExcluded?: string
  /**
   * Rules with the ranges of discretion that are public (裁量权基准); where an item has them, every reason of a refusal and every condition names one 裁量依据与公开的裁量幅度；载明后，不予许可的每项理由与每项附加条件须引用其一
   */
  readonly discretion?: readonly {
    /**
     * Provision relied on 法律依据条款
     */
    readonly rule: string
    /**
     * Range 幅度
     */
    readonly range: Text
  }[]
}
/**
 * Department 部门
 */
export interface Department {
  /**
   * Code 代码
   */
  readonly code: string
  /**
   * Name in Chinese 中文名称
   */
  readonly zh: string
  /**
   * Name in English 英文名称
   */
  readonly en: string
  /**
   * Former names 曾用名称
   */
  readonly formerZh?: readonly string[]
  /**
   * Column of the access matrix; null for none 共享矩阵的列，无则为 null
   */
  readonly column: string | null
  /**
   * Since; null when before 2011 起始日期，2011 年以前为 null
   */
  readonly since: string | null
  /**
   * Until, the last day; null while it exists 截止日期，现存为 null
   */
  readonly until: string | null
  /**
   * Who took over 职能承接部门
   */
  readonly successor?: string
  /**
   * Whether the dates were found in a source 日期是否经查证
   */
  readonly confirmed: boolean
}
/**
 * Departments 部门名录
 * Authorities as the catalogue and the access matrix know them, with those merged away since 2011.
 */
export interface DepartmentsContent {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Departments 部门
   */
  readonly departments: readonly Department[]
}
/**
 * Delegations 授权清单
 * Which officers of a participant decide which items, and when: what a department hands to its officers at the window (充分授权). Without a list every officer of the participant decides.
 */
export interface DelegationsContent {
  /**
   * Participant 接入单位
   */
  readonly participant: string
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Who decides what; an officer may stand in several entries 授权条目；同一经办人可有多条
   */
  readonly officers: readonly {
    /**
     * Officer 经办人
     */
    readonly officer: string
    /**
     * Items 事项
     *
     * Items: Item of the catalogue 事项编码
     */
    readonly items: readonly string[]
    /**
     * First day 起始日
     */
    readonly from: string
    /**
     * Last day; without one until further notice 截止日，缺省为另行通知前有效
     */
    readonly to?: string
    /**
     * Window 窗口
     */
    readonly window?: string
  }[]
}
/**
 * Participant 接入单位
 */
export interface Participant {
  /**
   * Code 代码
   */
  readonly code: string
  /**
   * Name in Chinese 中文名称
   */
  readonly zh: string
  /**
   * Name in English 英文名称
   */
  readonly en: string
  /**
   * Departments it plays 承担的部门
   *
   * Items: Department 部门代码
   */
  readonly departments: readonly string[]
  /**
   * Prefixes of the divisions it serves (GB/T 2260) 服务的行政区划前缀（GB/T 2260）
   */
  readonly divisions: readonly string[]
  /**
   * Whether the exchange itself speaks for it 是否由交换平台代为发布
   */
  readonly ours?: boolean
  /**
   * Whether it is a reference department, which production refuses 是否为参考部门，生产环境不接受
   */
  readonly reference: boolean
}
/**
 * Participants 接入单位名录
 * The systems that take part, the departments they play, and where.
 */
export interface ParticipantsContent {
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Participants 接入单位
   */
  readonly participants: readonly Participant[]
}
/**
 * Process 流程
 * How filings of one kind go. Pinned by the first event of a filing.
 */
export interface ProcessContent {
  /**
   * Process 流程编码
   */
  readonly process: string
  /**
   * Version 版本
   */
  readonly version: number
  /**
   * Name in Chinese 中文名称
   */
  readonly zh: string
  /**
   * Name in English 英文名称
   */
  readonly en: string
  /**
   * URN of the form 表单的 URN
   */
  readonly form: string
  /**
   * The item that decides the filing 决定办件结果的事项
   */
  readonly registration: string
  /**
   * Items of the catalogue that may apply 可适用的事项
   *
   * Items: Item of the catalogue 事项编码
   */
  readonly items: readonly string[]
  /**
   * Terms of the filing as a whole; without them nothing is timed 办件总体时限；缺省则不计时
   */
  readonly terms?: {
    /**
     * Joint (行政许可法 42(2)) 并联总时限（行政许可法第四十二条第二款）
     */
    readonly joint: Term
    /**
     * By how much it may be extended, once 可延长的期限，一次为限
     */
    readonly jointExtension: Term
    /**
     * One-time notice (行政许可法 32(4)) 一次性告知（行政许可法第三十二条第四项）
     */
    readonly notice: Term
    /**
     * Delivery of the certificate (行政许可法 44) 送达证件（行政许可法第四十四条）
     */
    readonly certificate: Term
  }
  /**
   * Hours in which work is done, ascending, Asia/Shanghai 办公时间，升序，北京时间
   */
  readonly officeHours?: readonly {
    /**
     * From 起
     */
    readonly from: string
    /**
     * To 止
     */
    readonly to: string
  }[]
  /**
   * Who answers for a filing until somebody else is named (首问负责制) 缺省首问责任人
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
  /**
   * Duties that begin with the registration 登记后的法定义务
   */
  readonly followUps?: readonly {
    /**
     * Code 代码
     */
    readonly code: string
    /**
     * Chinese 中文
     */
    readonly zh: string
    /**
     * English 英文
     */
    readonly en: string
    /**
     * Term from the day of the registration 自登记之日起的期限
     */
    readonly term: Term
    /**
     * Basis 依据
     */
    readonly basis: string
    /**
     * Item whose outcome meets it 以该事项办结为履行
     */
    readonly metBy?: string
  }[]
  /**
   * SETUP opens a record (the default), LIFE is of one that exists SETUP 设立档案（缺省），LIFE 针对已有档案
   */
  readonly kind?: 'SETUP' | 'LIFE'
  /**
   * Who begins it: APPLICANT by an application (the default), REGISTRAR of its own motion 由谁启动：APPLICANT 依申请（缺省），REGISTRAR 依职权
   */
  readonly begunBy?: 'APPLICANT' | 'REGISTRAR'
  /**
   * Records of which it may be: a JSON Schema over {status, flags} 适用的主体状态：对 {status, flags} 的 JSON Schema
   */
  readonly admits?: {readonly [name: string]: unknown} | boolean
  /**
   * Applications that it takes: a JSON Schema over the application’s data 可受理的申请：对申请数据的 JSON Schema
   */
  readonly asks?: {readonly [name: string]: unknown} | boolean
  /**
   * Parts of the form that an application may change 申请可变更的表单部分
   *
   * Items: Path: a JSON pointer with keys in place of indexes 路径：以键代替序号的 JSON 指针
   */
  readonly paths?: readonly string[]
  /**
   * Items that apply only to some applications: a JSON Schema over the application’s data, by item 仅适用于部分申请的事项：按事项给出的对申请数据的 JSON Schema
   */
  readonly when?: {
    readonly [k: string]: {readonly [name: string]: unknown} | boolean
  }
  /**
   * Types of event that items are decided by, where their kind does not say it 事项办结时的事件类型（与事项种类的缺省不同时）
   */
  readonly outcomes?: {
    /**
     * Type of an event 事件类型
     */
    readonly [k: string]: string
  }
  /**
   * Rules that data cannot say: functions by name and version 数据无法表达的规则：以名称和版本指明的函数
   */
  readonly rules?: readonly string[]
  /**
   * Periods of the record’s life, and the fact that each makes when it has run out 主体状态期间及其届满时形成的法律事实
   */
  readonly timers?: readonly {
    /**
     * Code, the clock’s name 代码，即时限编号
     */
    readonly code: string
    /**
     * Chinese 中文
     */
    readonly zh: string
    /**
     * English 英文
     */
    readonly en: string
    /**
     * Type of the event that begins it 起算事件的类型
     */
    readonly begunBy: string
    /**
     * Member of that event with the day it begins; else the day of the event 起算事件中载明起算日的成员；缺省为事件当日
     */
    readonly from?: string
    /**
     * Member of that event with the last day; else the term is counted 起算事件中载明届满日的成员；缺省按期限计算
     */
    readonly until?: string
    /**
     * Term, the longest where the event names the last day 期限；事件载明届满日时为最长期限
     */
    readonly term: Term
    /**
     * Basis 依据
     */
    readonly basis: string
    /**
     * Type of the fact when it has run out 届满时形成的事实的类型
     */
    readonly fact: string
    /**
     * Types of event that end it before 使其提前终止的事件类型
     *
     * Items: Type of an event 事件类型
     */
    readonly endedBy?: string[]
  }[]
  /**
   * Items that can be decided only when these periods of the filing have run out, where it has begun them: clocks, by item 须待办件中已起算的期间届满方可作出决定的事项：按事项列出时限
   */
  readonly after?: {
    /**
     * Periods 期间
     *
     * Items: Item of the catalogue 事项编码
     */
    readonly [k: string]: readonly string[]
  }
}
