// Generated from the JSON Schemas by `npm run generate`. Do not edit.

/**
 * One form: setting up a limited company 一表：内资有限责任公司设立
 */
export type OneForm = {
  /**
   * Company name 企业名称
   */
  name: {
    /**
     * Full name 企业名称
     * The parts joined; one name only (市场主体登记管理条例 10).
     */
    full: string
    /**
     * Division in the name 行政区划名称
     * County or above, a district with its city; absent only across provinces (企业名称登记管理规定 7).
     */
    division?: string
    /**
     * Trade name 字号
     * At least two Han characters (企业名称登记管理规定 8).
     */
    tradeName: string
    /**
     * Industry in the name 行业或者经营特点
     * By the main industry (企业名称登记管理规定 9).
     */
    industry?: string
    /**
     * Form of organisation 组织形式
     * 公司法 7.
     */
    orgForm: '有限公司' | '有限责任公司'
    /**
     * Reservation number 名称保留编号
     */
    reservationNo?: string
    /**
     * Reservation ends on 名称保留期截止
     * Two months; one year where approval must come first (企业名称登记管理规定 18).
     */
    expiresOn?: string
  }
  /**
   * Enterprise type 主体类型
   * Must agree with the shareholders.
   */
  enterpriseType: '1110' | '1130' | '1140' | '1150' | '1151' | '1152' | '1153' | '1190'
  /**
   * Unified social credit code 统一社会信用代码
   * GB 32100; issued once, never changed.
   */
  uscc?: string
  /**
   * Registration number 注册号
   * GS 15; records of before 2015 only.
   */
  registrationNo?: string
  /**
   * Legacy entity id 主体身份代码
   * For adapters to existing systems only.
   */
  legacyEntityId?: string
  /**
   * Registration status 登记状态
   * 1 existing, 2 revoked, 3 revoked and deregistered, 4 deregistered, 5 rescinded, 6 moved away, 9 other.
   */
  status?: '1' | '2' | '3' | '4' | '5' | '6' | '9'
  /**
   * Established on 成立日期
   * The day on which the licence is issued (公司法 33, 市场主体登记管理条例 21).
   */
  establishedOn?: string
  /**
   * Registration authority 登记机关
   */
  registryOrg?: {
    /**
     * Code 代码
     */
    code: string
    /**
     * Name 名称
     */
    name: string
  }
  /**
   * Domicile 住所
   */
  domicile: {
    /**
     * Address 住所
     * One only (市场主体登记管理条例 11).
     */
    text: string
    /**
     * Division code 行政区划代码
     * GB/T 2260, six digits; nine with the street, twelve with the community.
     */
    divisionCode: string
    /**
     * Postal code 邮政编码
     */
    postalCode?: string
    /**
     * Telephone 联系电话
     */
    phone?: string
    /**
     * Right to the premises 住所使用权
     * DECLARED: by declaration and commitment (申报承诺制).
     */
    rightKind: 'OWNED' | 'LEASED' | 'FREE_USE' | 'DECLARED'
    /**
     * Evidence 住所证明编号
     */
    evidenceId?: string
  }
  /**
   * Place of business 生产经营地
   * Only if it is not the domicile.
   */
  businessPlace?: {
    /**
     * Address 地址
     */
    text: string
    /**
     * Division code 行政区划代码
     */
    divisionCode: string
  }
  /**
   * Service of documents 法律文书送达
   */
  serviceOfProcess?: {
    /**
     * Address 法律文书送达地址
     * Needed for suspension (市场主体登记管理条例 30).
     */
    address: string
  }
  /**
   * Registered capital 注册资本
   */
  capital: {
    /**
     * Amount in fen 注册资本（分）
     * Integer fen; REGCAP of existing systems counts 万元.
     */
    amountFen: number
    /**
     * Currency 币种
     * 市场主体登记管理条例 13.
     */
    currency: 'CNY'
    /**
     * To be paid in by 认缴期限
     * At most five years after establishment (公司法 47).
     */
    paidInBy: string
  }
  /**
   * People 人员
   * Everybody once; the roles refer to a person by key.
   */
  people: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Name 姓名
     */
    name: string
    /**
     * Kind of document 证件类型
     * GA/T 2000.156: 111 resident identity card, 414 passport, 511 Taiwan, 516 Hong Kong and Macao permits, 553 permanent residence.
     */
    idType: '111' | '414' | '511' | '516' | '553'
    /**
     * Number of the document 证件号码
     * GB 11643 for a resident; sensitive by policy (个人信息保护法 28).
     */
    idNo: string
    /**
     * Nationality 国籍
     * GB/T 2659, numeric; 156 is China.
     */
    nationality?: string
    /**
     * Sex 性别
     * GB/T 2261.1.
     */
    sex?: '0' | '1' | '2' | '9'
    /**
     * Date of birth 出生日期
     */
    birthDate?: string
    /**
     * Mobile 移动电话
     */
    mobile?: string
    /**
     * E-mail 电子邮箱
     */
    email?: string
    /**
     * Residence 居所
     */
    residence?: string
    /**
     * Identity verified at 实名核验时间
     * The result alone, never the biometrics (市场主体登记管理条例 15; 个人信息保护法 28).
     */
    faceVerifiedAt?: string
    /**
     * Electronic signature 电子签名
     * Reference to the signature kept by its provider (电子签名法 13).
     */
    eSignature?: string
  }[]
  /**
   * Legal representative 法定代表人
   * A director who manages the affairs, or the manager (公司法 10).
   */
  legalRepresentative: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
  }
  /**
   * Directors 董事
   * One, or three and more for a board (公司法 68, 75).
   */
  directors: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
    /**
     * Position 职务
     * Chair, vice chair, director managing the affairs, director.
     */
    position: 'CHAIR' | 'VICE_CHAIR' | 'EXECUTIVE' | 'DIRECTOR'
    /**
     * Term in years 任期（年）
     * At most three years (公司法 70).
     */
    termYears: number
  }[]
  /**
   * Supervision 监督机构
   */
  supervision: {
    /**
     * Kind 形式
     * Supervisory board, one supervisor, none by unanimous consent, or an audit committee of the board (公司法 69, 76, 83).
     */
    kind: 'BOARD' | 'SINGLE' | 'NONE_UNANIMOUS' | 'AUDIT_COMMITTEE'
  }
  /**
   * Supervisors 监事
   */
  supervisors?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
    /**
     * Position 职务
     */
    position: 'CHAIR' | 'SUPERVISOR'
    /**
     * Elected by the staff 职工代表
     * At least one third of a board (公司法 76).
     */
    staff: boolean
  }[]
  /**
   * Manager 经理
   * Senior management, filed (公司法 74, 265; 市场主体登记管理条例 9).
   */
  manager?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
  }
  /**
   * Finance officer 财务负责人
   * Senior management, filed (公司法 265; 市场主体登记管理条例 9).
   */
  financeOfficer: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
  }
  /**
   * Registration liaison 登记联络员
   * 市场主体登记管理条例 9.
   */
  liaison: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
  }
  /**
   * Agent 委托代理人
   * A person or a firm (市场主体登记管理条例 18).
   */
  agent?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
    /**
     * Firm 代理机构名称
     */
    name?: string
    /**
     * Authority 委托权限
     * To file, to correct the filing, to collect the licence.
     */
    authority: ('FILE' | 'CORRECT' | 'COLLECT')[]
    /**
     * From 委托期限自
     */
    from: string
    /**
     * To 委托期限至
     */
    to: string
  }
  /**
   * Business scope 经营范围
   */
  scope: {
    /**
     * Items 经营范围条目
     */
    items: {
      /**
       * Key 序键
       * Names this element in every path. Given once, never reused.
       */
      key: string
      /**
       * Item code 条目代码
       * From the catalogue of standard wordings (经营范围规范表述目录).
       */
      itemCode: string
      /**
       * Wording 规范表述
       */
      text: string
      /**
       * Kind 类别
       * General or licensed (市场主体登记管理条例 14).
       */
      kind: 'GENERAL' | 'LICENSED'
      /**
       * Gate 审批环节
       * Licence before or after the registration, or none (优化营商环境条例 19).
       */
      gate: 'PRE' | 'POST' | 'NONE'
    }[]
    /**
     * Whole text 经营范围全文
     * Made from the items.
     */
    text: string
  }
  /**
   * Industry 行业
   */
  industry: {
    /**
     * Class 行业小类
     * GB/T 4754-2017, four digits.
     */
    code: string
    /**
     * Section 行业门类
     * GB/T 4754-2017, one letter.
     */
    section: string
  }
  /**
   * Term of operation 营业期限
   */
  term: {
    /**
     * Kind 类别
     */
    kind: 'LONG_TERM' | 'FIXED'
    /**
     * From 自
     */
    from?: string
    /**
     * To 至
     * Only for FIXED. Existing systems write 9999-09-09 or 2999-12-31 for none.
     */
    to?: string
  }
  /**
   * Licences 许可证件
   */
  licences?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Number 许可证编号
     */
    no: string
    /**
     * Kind 许可证类别
     */
    kind: string
    /**
     * Issuer 发证机关
     */
    issuer: string
    /**
     * Valid from 有效期自
     */
    validFrom: string
    /**
     * Valid to 有效期至
     */
    validTo?: string
    /**
     * Scope items 对应经营范围条目
     * Keys of elements of scope.items.
     */
    scopeItemKeys: string[]
  }[]
  /**
   * Shareholders 股东
   * One to fifty (公司法 42).
   */
  shareholders: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Kind 股东类型
     */
    kind: 'NATURAL' | 'LEGAL'
    /**
     * Person 自然人股东
     * For NATURAL: the key of an element of people.
     */
    person?: string
    /**
     * Unified social credit code 统一社会信用代码
     * For LEGAL.
     */
    uscc?: string
    /**
     * Name 名称
     * For LEGAL.
     */
    name?: string
    /**
     * Type 法人类型
     * For LEGAL.
     */
    type?:
      | 'ENTERPRISE'
      | 'STATE_ORGAN'
      | 'INSTITUTION'
      | 'SOCIAL_ORGANISATION'
      | 'PARTNERSHIP'
      | 'FOREIGN'
      | 'OTHER'
    /**
     * Subscribed, in fen 认缴出资额（分）
     */
    subscribedFen: number
    /**
     * To be paid in by 认缴出资期限
     * 公司法 47.
     */
    subscribedBy: string
    /**
     * Forms of contribution 出资方式
     * CASH, IN_KIND, INTELLECTUAL_PROPERTY, LAND_USE_RIGHT, EQUITY, CLAIM (公司法 48).
     */
    forms: string[]
    /**
     * Paid in, in fen 实缴出资额（分）
     * Made public by the company within 20 working days (公司法 40).
     */
    paidFen?: number
    /**
     * Paid in on 实缴日期
     */
    paidOn?: string
  }[]
  /**
   * Articles of association 章程
   */
  articles: {
    /**
     * Digest of the file 章程摘要值
     * The file holds personal data and stays with the registrar (公司法 46).
     */
    digest: string
    /**
     * Adopted on 通过日期
     */
    adoptedOn: string
  }
  /**
   * Beneficial owners 受益所有人
   * Not public; use limited by 反洗钱法 19.
   */
  beneficialOwners?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Person 人员
     * The key of an element of people.
     */
    person: string
    /**
     * Nature 受益类型
     * 25 % of the equity; 25 % of income or votes; actual control (受益所有人信息管理办法 6).
     */
    nature: 'EQUITY' | 'INCOME_OR_VOTES' | 'CONTROL'
    /**
     * Share in per cent 比例（%）
     */
    sharePercentage?: number
    /**
     * Since 形成日期
     */
    from: string
  }[]
  /**
   * Exempt from naming beneficial owners 承诺免报受益所有人
   * Capital up to 10 million yuan, natural shareholders only, nobody else in control (受益所有人信息管理办法 3).
   */
  beneficialOwnershipExempt?: boolean
  /**
   * Tax 税务信息
   * 税收征收管理法 15.
   */
  tax: {
    /**
     * Tax authority 主管税务机关代码
     */
    authorityCode?: string
    /**
     * Taxpayer id 纳税人识别号
     * The unified social credit code; 15 characters before October 2015.
     */
    taxpayerId?: string
    /**
     * VAT status 增值税纳税人类型
     */
    vatStatus: 'SMALL_SCALE' | 'GENERAL'
    /**
     * Taxes 税（费）种
     */
    types?: (
      | 'VAT'
      | 'CIT'
      | 'IIT'
      | 'URBAN'
      | 'EDUCATION'
      | 'LOCAL_EDUCATION'
      | 'STAMP'
      | 'PROPERTY'
      | 'LAND_USE'
      | 'CONSUMPTION'
      | 'RESOURCE'
      | 'VEHICLE'
    )[]
    /**
     * Accounting standard 会计制度（准则）
     * Filed with the tax authority (税收征收管理法 20).
     */
    accountingSystem: 'ENTERPRISE' | 'SMALL_ENTERPRISE' | 'OTHER'
    /**
     * Depreciation 折旧方法
     */
    depreciation?: 'STRAIGHT_LINE' | 'UNITS_OF_OUTPUT' | 'DOUBLE_DECLINING' | 'SUM_OF_YEARS'
    /**
     * Tax officer 办税人员
     */
    officer: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person: string
    }
    /**
     * Invoice collector 领票人
     */
    invoiceCollector?: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person: string
    }
    /**
     * Invoices 发票需求
     * 发票管理办法 15.
     */
    invoice?: {
      /**
       * Kinds 发票种类
       */
      kinds: ('DIGITAL_SPECIAL' | 'DIGITAL_ORDINARY' | 'PAPER_SPECIAL' | 'PAPER_ORDINARY')[]
      /**
       * A month 每月份数
       */
      monthlyQuantity: number
      /**
       * Cap an invoice, in fen 单份最高限额（分）
       */
      perInvoiceCapFen?: number
      /**
       * Delivery 领取方式
       */
      delivery?: 'ELECTRONIC' | 'COUNTER' | 'POST'
    }
  }
  /**
   * Seals 印章
   */
  seals?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Kind 印章类型
     */
    kind: 'OFFICIAL' | 'FINANCE' | 'CONTRACT' | 'INVOICE' | 'LEGAL_REPRESENTATIVE'
    /**
     * Material 材质
     * NONE for a seal that is only electronic.
     */
    material: 'RUBBER' | 'COPPER' | 'PHOTOSENSITIVE' | 'NONE'
    /**
     * Electronic as well 同时制发电子印章
     */
    electronic: boolean
    /**
     * Maker 刻制单位
     */
    maker?: string
    /**
     * Record number 印章备案编码
     */
    recordNo?: string
  }[]
  /**
   * Social insurance 社会保险
   * Registered together with the enterprise (社会保险经办条例 6).
   */
  social: {
    /**
     * Expected headcount 从业人数
     */
    expectedHeadcount: number
    /**
     * Kinds of insurance 参保险种
     */
    insuranceTypes: ('PENSION' | 'UNEMPLOYMENT' | 'INJURY' | 'MEDICAL' | 'MATERNITY')[]
    /**
     * First month of payment 首次缴费月份
     */
    firstPayMonth?: string
    /**
     * Risk class 工伤风险类别
     * By industry.
     */
    injuryRiskClass?: number
    /**
     * Unit number 社保单位编号
     */
    unitNo?: string
    /**
     * Contact 社保经办人
     */
    contact: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person: string
    }
  }
  /**
   * Medical insurance 医疗保险
   */
  medical?: {
    /**
     * Unit number 医保单位编号
     */
    unitNo: string
  }
  /**
   * Employees 职工名册
   * For social insurance, medical insurance and the housing fund alone.
   */
  employees?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Name 姓名
     */
    name: string
    /**
     * Number of the document 证件号码
     */
    idNo: string
    /**
     * Hired on 入职日期
     */
    hireDate: string
    /**
     * Base of contribution, in fen 缴费基数（分）
     */
    baseFen?: number
  }[]
  /**
   * Housing fund 住房公积金
   * Within 30 days of the establishment (住房公积金管理条例 14).
   */
  housingFund?: {
    /**
     * Ratio of the unit, basis points 单位缴存比例（万分比）
     * At least 5 % (住房公积金管理条例 18).
     */
    ratioUnit: number
    /**
     * Ratio of the staff, basis points 个人缴存比例（万分比）
     * 住房公积金管理条例 18.
     */
    ratioStaff: number
    /**
     * First month 首次汇缴月份
     */
    firstMonth: string
    /**
     * Staff 缴存人数
     */
    staffCount: number
    /**
     * Contact 公积金经办人
     */
    contact: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person: string
    }
    /**
     * Unit account 单位公积金账号
     */
    accountNo?: string
    /**
     * Entrusted bank 受托银行
     */
    bank?: string
  }
  /**
   * Bank 银行开户意向
   */
  bank?: {
    /**
     * Bank code 支付系统行号
     * CNAPS, twelve digits.
     */
    bankCode: string
    /**
     * Participant of the bank 开户银行接入代码
     */
    participant: string
    /**
     * Branch 开户网点
     */
    branchName: string
    /**
     * Appointment on 预约日期
     */
    appointmentOn?: string
    /**
     * Nature of the account 账户性质
     */
    accountNature: 'BASIC' | 'GENERAL'
    /**
     * Consent to share with the bank 同意向银行提供
     * Separate consent (个人信息保护法 23, 29).
     */
    consent: boolean
    /**
     * Account number 银行账号
     * Confidential: tax, social insurance, medical insurance and housing fund alone (税收征收管理法 17).
     */
    accountNo?: string
    /**
     * Number of the basic account 基本存款账户编号
     */
    basicAccountNo?: string
  }
  /**
   * Delivery of the licence 领取方式
   */
  delivery: {
    /**
     * Kind 方式
     */
    kind: 'ELECTRONIC' | 'COUNTER' | 'POST'
    /**
     * Address 邮寄地址
     */
    address?: string
  }
  /**
   * Consents 同意
   */
  consents?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Purpose 用途
     * Only where the processing is not a duty by law (个人信息保护法 13, 23).
     */
    purpose: string
    /**
     * Version 版本
     */
    version: string
    /**
     * Given at 同意时间
     */
    givenAt: string
  }[]
  /**
   * Notices read 已阅告知
   */
  noticesRead: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Notice 告知书
     * 个人信息保护法 17, 35.
     */
    notice: string
    /**
     * Version 版本
     */
    version: string
    /**
     * Read at 阅读时间
     */
    readAt: string
  }[]
  /**
   * Customs 海关备案
   * 海关报关单位备案管理规定.
   */
  customs?: {
    /**
     * Imports or exports 从事进出口
     */
    importExport: boolean
    /**
     * Record code 海关备案编码
     */
    recordCode?: string
  }
  /**
   * Statistics 统计
   * 统计法 25.
   */
  statistics?: {
    /**
     * Unit code 统计单位代码
     */
    unitCode?: string
    /**
     * Industry for statistics 统计行业代码
     * GB/T 4754-2017.
     */
    industryCode?: string
  }
}
/**
 * One form: setting up a limited company (fragment) 一表：内资有限责任公司设立（片段）
 */
export type OneFormFragment = {
  /**
   * Company name 企业名称
   */
  name?: {
    /**
     * Full name 企业名称
     * The parts joined; one name only (市场主体登记管理条例 10).
     */
    full?: string
    /**
     * Division in the name 行政区划名称
     * County or above, a district with its city; absent only across provinces (企业名称登记管理规定 7).
     */
    division?: string
    /**
     * Trade name 字号
     * At least two Han characters (企业名称登记管理规定 8).
     */
    tradeName?: string
    /**
     * Industry in the name 行业或者经营特点
     * By the main industry (企业名称登记管理规定 9).
     */
    industry?: string
    /**
     * Form of organisation 组织形式
     * 公司法 7.
     */
    orgForm?: '有限公司' | '有限责任公司'
    /**
     * Reservation number 名称保留编号
     */
    reservationNo?: string
    /**
     * Reservation ends on 名称保留期截止
     * Two months; one year where approval must come first (企业名称登记管理规定 18).
     */
    expiresOn?: string
  }
  /**
   * Enterprise type 主体类型
   * Must agree with the shareholders.
   */
  enterpriseType?: '1110' | '1130' | '1140' | '1150' | '1151' | '1152' | '1153' | '1190'
  /**
   * Unified social credit code 统一社会信用代码
   * GB 32100; issued once, never changed.
   */
  uscc?: string
  /**
   * Registration number 注册号
   * GS 15; records of before 2015 only.
   */
  registrationNo?: string
  /**
   * Legacy entity id 主体身份代码
   * For adapters to existing systems only.
   */
  legacyEntityId?: string
  /**
   * Registration status 登记状态
   * 1 existing, 2 revoked, 3 revoked and deregistered, 4 deregistered, 5 rescinded, 6 moved away, 9 other.
   */
  status?: '1' | '2' | '3' | '4' | '5' | '6' | '9'
  /**
   * Established on 成立日期
   * The day on which the licence is issued (公司法 33, 市场主体登记管理条例 21).
   */
  establishedOn?: string
  /**
   * Registration authority 登记机关
   */
  registryOrg?: {
    /**
     * Code 代码
     */
    code?: string
    /**
     * Name 名称
     */
    name?: string
  }
  /**
   * Domicile 住所
   */
  domicile?: {
    /**
     * Address 住所
     * One only (市场主体登记管理条例 11).
     */
    text?: string
    /**
     * Division code 行政区划代码
     * GB/T 2260, six digits; nine with the street, twelve with the community.
     */
    divisionCode?: string
    /**
     * Postal code 邮政编码
     */
    postalCode?: string
    /**
     * Telephone 联系电话
     */
    phone?: string
    /**
     * Right to the premises 住所使用权
     * DECLARED: by declaration and commitment (申报承诺制).
     */
    rightKind?: 'OWNED' | 'LEASED' | 'FREE_USE' | 'DECLARED'
    /**
     * Evidence 住所证明编号
     */
    evidenceId?: string
  }
  /**
   * Place of business 生产经营地
   * Only if it is not the domicile.
   */
  businessPlace?: {
    /**
     * Address 地址
     */
    text?: string
    /**
     * Division code 行政区划代码
     */
    divisionCode?: string
  }
  /**
   * Service of documents 法律文书送达
   */
  serviceOfProcess?: {
    /**
     * Address 法律文书送达地址
     * Needed for suspension (市场主体登记管理条例 30).
     */
    address?: string
  }
  /**
   * Registered capital 注册资本
   */
  capital?: {
    /**
     * Amount in fen 注册资本（分）
     * Integer fen; REGCAP of existing systems counts 万元.
     */
    amountFen?: number
    /**
     * Currency 币种
     * 市场主体登记管理条例 13.
     */
    currency?: 'CNY'
    /**
     * To be paid in by 认缴期限
     * At most five years after establishment (公司法 47).
     */
    paidInBy?: string
  }
  /**
   * People 人员
   * Everybody once; the roles refer to a person by key.
   */
  people?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Name 姓名
     */
    name?: string
    /**
     * Kind of document 证件类型
     * GA/T 2000.156: 111 resident identity card, 414 passport, 511 Taiwan, 516 Hong Kong and Macao permits, 553 permanent residence.
     */
    idType?: '111' | '414' | '511' | '516' | '553'
    /**
     * Number of the document 证件号码
     * GB 11643 for a resident; sensitive by policy (个人信息保护法 28).
     */
    idNo?: string
    /**
     * Nationality 国籍
     * GB/T 2659, numeric; 156 is China.
     */
    nationality?: string
    /**
     * Sex 性别
     * GB/T 2261.1.
     */
    sex?: '0' | '1' | '2' | '9'
    /**
     * Date of birth 出生日期
     */
    birthDate?: string
    /**
     * Mobile 移动电话
     */
    mobile?: string
    /**
     * E-mail 电子邮箱
     */
    email?: string
    /**
     * Residence 居所
     */
    residence?: string
    /**
     * Identity verified at 实名核验时间
     * The result alone, never the biometrics (市场主体登记管理条例 15; 个人信息保护法 28).
     */
    faceVerifiedAt?: string
    /**
     * Electronic signature 电子签名
     * Reference to the signature kept by its provider (电子签名法 13).
     */
    eSignature?: string
  }[]
  /**
   * Legal representative 法定代表人
   * A director who manages the affairs, or the manager (公司法 10).
   */
  legalRepresentative?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
  }
  /**
   * Directors 董事
   * One, or three and more for a board (公司法 68, 75).
   */
  directors?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
    /**
     * Position 职务
     * Chair, vice chair, director managing the affairs, director.
     */
    position?: 'CHAIR' | 'VICE_CHAIR' | 'EXECUTIVE' | 'DIRECTOR'
    /**
     * Term in years 任期（年）
     * At most three years (公司法 70).
     */
    termYears?: number
  }[]
  /**
   * Supervision 监督机构
   */
  supervision?: {
    /**
     * Kind 形式
     * Supervisory board, one supervisor, none by unanimous consent, or an audit committee of the board (公司法 69, 76, 83).
     */
    kind?: 'BOARD' | 'SINGLE' | 'NONE_UNANIMOUS' | 'AUDIT_COMMITTEE'
  }
  /**
   * Supervisors 监事
   */
  supervisors?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
    /**
     * Position 职务
     */
    position?: 'CHAIR' | 'SUPERVISOR'
    /**
     * Elected by the staff 职工代表
     * At least one third of a board (公司法 76).
     */
    staff?: boolean
  }[]
  /**
   * Manager 经理
   * Senior management, filed (公司法 74, 265; 市场主体登记管理条例 9).
   */
  manager?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
  }
  /**
   * Finance officer 财务负责人
   * Senior management, filed (公司法 265; 市场主体登记管理条例 9).
   */
  financeOfficer?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
  }
  /**
   * Registration liaison 登记联络员
   * 市场主体登记管理条例 9.
   */
  liaison?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
  }
  /**
   * Agent 委托代理人
   * A person or a firm (市场主体登记管理条例 18).
   */
  agent?: {
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
    /**
     * Firm 代理机构名称
     */
    name?: string
    /**
     * Authority 委托权限
     * To file, to correct the filing, to collect the licence.
     */
    authority?: ('FILE' | 'CORRECT' | 'COLLECT')[]
    /**
     * From 委托期限自
     */
    from?: string
    /**
     * To 委托期限至
     */
    to?: string
  }
  /**
   * Business scope 经营范围
   */
  scope?: {
    /**
     * Items 经营范围条目
     */
    items?: {
      /**
       * Key 序键
       * Names this element in every path. Given once, never reused.
       */
      key: string
      /**
       * Item code 条目代码
       * From the catalogue of standard wordings (经营范围规范表述目录).
       */
      itemCode?: string
      /**
       * Wording 规范表述
       */
      text?: string
      /**
       * Kind 类别
       * General or licensed (市场主体登记管理条例 14).
       */
      kind?: 'GENERAL' | 'LICENSED'
      /**
       * Gate 审批环节
       * Licence before or after the registration, or none (优化营商环境条例 19).
       */
      gate?: 'PRE' | 'POST' | 'NONE'
    }[]
    /**
     * Whole text 经营范围全文
     * Made from the items.
     */
    text?: string
  }
  /**
   * Industry 行业
   */
  industry?: {
    /**
     * Class 行业小类
     * GB/T 4754-2017, four digits.
     */
    code?: string
    /**
     * Section 行业门类
     * GB/T 4754-2017, one letter.
     */
    section?: string
  }
  /**
   * Term of operation 营业期限
   */
  term?: {
    /**
     * Kind 类别
     */
    kind?: 'LONG_TERM' | 'FIXED'
    /**
     * From 自
     */
    from?: string
    /**
     * To 至
     * Only for FIXED. Existing systems write 9999-09-09 or 2999-12-31 for none.
     */
    to?: string
  }
  /**
   * Licences 许可证件
   */
  licences?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Number 许可证编号
     */
    no?: string
    /**
     * Kind 许可证类别
     */
    kind?: string
    /**
     * Issuer 发证机关
     */
    issuer?: string
    /**
     * Valid from 有效期自
     */
    validFrom?: string
    /**
     * Valid to 有效期至
     */
    validTo?: string
    /**
     * Scope items 对应经营范围条目
     * Keys of elements of scope.items.
     */
    scopeItemKeys?: string[]
  }[]
  /**
   * Shareholders 股东
   * One to fifty (公司法 42).
   */
  shareholders?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Kind 股东类型
     */
    kind?: 'NATURAL' | 'LEGAL'
    /**
     * Person 自然人股东
     * For NATURAL: the key of an element of people.
     */
    person?: string
    /**
     * Unified social credit code 统一社会信用代码
     * For LEGAL.
     */
    uscc?: string
    /**
     * Name 名称
     * For LEGAL.
     */
    name?: string
    /**
     * Type 法人类型
     * For LEGAL.
     */
    type?:
      | 'ENTERPRISE'
      | 'STATE_ORGAN'
      | 'INSTITUTION'
      | 'SOCIAL_ORGANISATION'
      | 'PARTNERSHIP'
      | 'FOREIGN'
      | 'OTHER'
    /**
     * Subscribed, in fen 认缴出资额（分）
     */
    subscribedFen?: number
    /**
     * To be paid in by 认缴出资期限
     * 公司法 47.
     */
    subscribedBy?: string
    /**
     * Forms of contribution 出资方式
     * CASH, IN_KIND, INTELLECTUAL_PROPERTY, LAND_USE_RIGHT, EQUITY, CLAIM (公司法 48).
     */
    forms?: string[]
    /**
     * Paid in, in fen 实缴出资额（分）
     * Made public by the company within 20 working days (公司法 40).
     */
    paidFen?: number
    /**
     * Paid in on 实缴日期
     */
    paidOn?: string
  }[]
  /**
   * Articles of association 章程
   */
  articles?: {
    /**
     * Digest of the file 章程摘要值
     * The file holds personal data and stays with the registrar (公司法 46).
     */
    digest?: string
    /**
     * Adopted on 通过日期
     */
    adoptedOn?: string
  }
  /**
   * Beneficial owners 受益所有人
   * Not public; use limited by 反洗钱法 19.
   */
  beneficialOwners?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Person 人员
     * The key of an element of people.
     */
    person?: string
    /**
     * Nature 受益类型
     * 25 % of the equity; 25 % of income or votes; actual control (受益所有人信息管理办法 6).
     */
    nature?: 'EQUITY' | 'INCOME_OR_VOTES' | 'CONTROL'
    /**
     * Share in per cent 比例（%）
     */
    sharePercentage?: number
    /**
     * Since 形成日期
     */
    from?: string
  }[]
  /**
   * Exempt from naming beneficial owners 承诺免报受益所有人
   * Capital up to 10 million yuan, natural shareholders only, nobody else in control (受益所有人信息管理办法 3).
   */
  beneficialOwnershipExempt?: boolean
  /**
   * Tax 税务信息
   * 税收征收管理法 15.
   */
  tax?: {
    /**
     * Tax authority 主管税务机关代码
     */
    authorityCode?: string
    /**
     * Taxpayer id 纳税人识别号
     * The unified social credit code; 15 characters before October 2015.
     */
    taxpayerId?: string
    /**
     * VAT status 增值税纳税人类型
     */
    vatStatus?: 'SMALL_SCALE' | 'GENERAL'
    /**
     * Taxes 税（费）种
     */
    types?: (
      | 'VAT'
      | 'CIT'
      | 'IIT'
      | 'URBAN'
      | 'EDUCATION'
      | 'LOCAL_EDUCATION'
      | 'STAMP'
      | 'PROPERTY'
      | 'LAND_USE'
      | 'CONSUMPTION'
      | 'RESOURCE'
      | 'VEHICLE'
    )[]
    /**
     * Accounting standard 会计制度（准则）
     * Filed with the tax authority (税收征收管理法 20).
     */
    accountingSystem?: 'ENTERPRISE' | 'SMALL_ENTERPRISE' | 'OTHER'
    /**
     * Depreciation 折旧方法
     */
    depreciation?: 'STRAIGHT_LINE' | 'UNITS_OF_OUTPUT' | 'DOUBLE_DECLINING' | 'SUM_OF_YEARS'
    /**
     * Tax officer 办税人员
     */
    officer?: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person?: string
    }
    /**
     * Invoice collector 领票人
     */
    invoiceCollector?: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person?: string
    }
    /**
     * Invoices 发票需求
     * 发票管理办法 15.
     */
    invoice?: {
      /**
       * Kinds 发票种类
       */
      kinds?: ('DIGITAL_SPECIAL' | 'DIGITAL_ORDINARY' | 'PAPER_SPECIAL' | 'PAPER_ORDINARY')[]
      /**
       * A month 每月份数
       */
      monthlyQuantity?: number
      /**
       * Cap an invoice, in fen 单份最高限额（分）
       */
      perInvoiceCapFen?: number
      /**
       * Delivery 领取方式
       */
      delivery?: 'ELECTRONIC' | 'COUNTER' | 'POST'
    }
  }
  /**
   * Seals 印章
   */
  seals?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Kind 印章类型
     */
    kind?: 'OFFICIAL' | 'FINANCE' | 'CONTRACT' | 'INVOICE' | 'LEGAL_REPRESENTATIVE'
    /**
     * Material 材质
     * NONE for a seal that is only electronic.
     */
    material?: 'RUBBER' | 'COPPER' | 'PHOTOSENSITIVE' | 'NONE'
    /**
     * Electronic as well 同时制发电子印章
     */
    electronic?: boolean
    /**
     * Maker 刻制单位
     */
    maker?: string
    /**
     * Record number 印章备案编码
     */
    recordNo?: string
  }[]
  /**
   * Social insurance 社会保险
   * Registered together with the enterprise (社会保险经办条例 6).
   */
  social?: {
    /**
     * Expected headcount 从业人数
     */
    expectedHeadcount?: number
    /**
     * Kinds of insurance 参保险种
     */
    insuranceTypes?: ('PENSION' | 'UNEMPLOYMENT' | 'INJURY' | 'MEDICAL' | 'MATERNITY')[]
    /**
     * First month of payment 首次缴费月份
     */
    firstPayMonth?: string
    /**
     * Risk class 工伤风险类别
     * By industry.
     */
    injuryRiskClass?: number
    /**
     * Unit number 社保单位编号
     */
    unitNo?: string
    /**
     * Contact 社保经办人
     */
    contact?: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person?: string
    }
  }
  /**
   * Medical insurance 医疗保险
   */
  medical?: {
    /**
     * Unit number 医保单位编号
     */
    unitNo?: string
  }
  /**
   * Employees 职工名册
   * For social insurance, medical insurance and the housing fund alone.
   */
  employees?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Name 姓名
     */
    name?: string
    /**
     * Number of the document 证件号码
     */
    idNo?: string
    /**
     * Hired on 入职日期
     */
    hireDate?: string
    /**
     * Base of contribution, in fen 缴费基数（分）
     */
    baseFen?: number
  }[]
  /**
   * Housing fund 住房公积金
   * Within 30 days of the establishment (住房公积金管理条例 14).
   */
  housingFund?: {
    /**
     * Ratio of the unit, basis points 单位缴存比例（万分比）
     * At least 5 % (住房公积金管理条例 18).
     */
    ratioUnit?: number
    /**
     * Ratio of the staff, basis points 个人缴存比例（万分比）
     * 住房公积金管理条例 18.
     */
    ratioStaff?: number
    /**
     * First month 首次汇缴月份
     */
    firstMonth?: string
    /**
     * Staff 缴存人数
     */
    staffCount?: number
    /**
     * Contact 公积金经办人
     */
    contact?: {
      /**
       * Person 人员
       * The key of an element of people.
       */
      person?: string
    }
    /**
     * Unit account 单位公积金账号
     */
    accountNo?: string
    /**
     * Entrusted bank 受托银行
     */
    bank?: string
  }
  /**
   * Bank 银行开户意向
   */
  bank?: {
    /**
     * Bank code 支付系统行号
     * CNAPS, twelve digits.
     */
    bankCode?: string
    /**
     * Participant of the bank 开户银行接入代码
     */
    participant?: string
    /**
     * Branch 开户网点
     */
    branchName?: string
    /**
     * Appointment on 预约日期
     */
    appointmentOn?: string
    /**
     * Nature of the account 账户性质
     */
    accountNature?: 'BASIC' | 'GENERAL'
    /**
     * Consent to share with the bank 同意向银行提供
     * Separate consent (个人信息保护法 23, 29).
     */
    consent?: boolean
    /**
     * Account number 银行账号
     * Confidential: tax, social insurance, medical insurance and housing fund alone (税收征收管理法 17).
     */
    accountNo?: string
    /**
     * Number of the basic account 基本存款账户编号
     */
    basicAccountNo?: string
  }
  /**
   * Delivery of the licence 领取方式
   */
  delivery?: {
    /**
     * Kind 方式
     */
    kind?: 'ELECTRONIC' | 'COUNTER' | 'POST'
    /**
     * Address 邮寄地址
     */
    address?: string
  }
  /**
   * Consents 同意
   */
  consents?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Purpose 用途
     * Only where the processing is not a duty by law (个人信息保护法 13, 23).
     */
    purpose?: string
    /**
     * Version 版本
     */
    version?: string
    /**
     * Given at 同意时间
     */
    givenAt?: string
  }[]
  /**
   * Notices read 已阅告知
   */
  noticesRead?: {
    /**
     * Key 序键
     * Names this element in every path. Given once, never reused.
     */
    key: string
    /**
     * Notice 告知书
     * 个人信息保护法 17, 35.
     */
    notice?: string
    /**
     * Version 版本
     */
    version?: string
    /**
     * Read at 阅读时间
     */
    readAt?: string
  }[]
  /**
   * Customs 海关备案
   * 海关报关单位备案管理规定.
   */
  customs?: {
    /**
     * Imports or exports 从事进出口
     */
    importExport?: boolean
    /**
     * Record code 海关备案编码
     */
    recordCode?: string
  }
  /**
   * Statistics 统计
   * 统计法 25.
   */
  statistics?: {
    /**
     * Unit code 统计单位代码
     */
    unitCode?: string
    /**
     * Industry for statistics 统计行业代码
     * GB/T 4754-2017.
     */
    industryCode?: string
  }
}
