import { type Issue, problemOf, type Reason, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import type { LogLevel } from '@yibiao/telemetry'
import { Ajv, type ErrorObject } from 'ajv'
import { isEmbedded, schemeOf } from './engine-url.ts'

/** The roles that a process can have. */
export const roleNames = ['all', 'ledger', 'relay', 'projector', 'clock', 'gateway', 'department'] as const
export type RoleName = (typeof roleNames)[number]

/** Everything that can be set about a running exchange; the same names on the command line, in a file and here. */
export interface Configuration {
  /** Folder of the embedded engines. Default `.yibiao`. */
  readonly data: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly mode: 'sandbox' | 'production'
  /** Division of this registry (GB/T 2260). */
  readonly division: string
  readonly store: string
  readonly bus: string
  readonly database: string
  /** `all` in this process, or one of them alone: then every engine must be one that processes share. */
  readonly role: RoleName
  /** Code of the one whose reference system runs alone, with the role `department`; empty: all of them. */
  readonly department: string
  /** Port of health and metrics of a role alone, 0: any free one; −1: none. */
  readonly healthPort: number
  /** Give the roles that can have them threads of their own. */
  readonly threads: boolean
  /** Run the reference department systems in this process. */
  readonly departments: boolean
  /** Milliseconds that a reference department takes for an act, at most. */
  readonly departmentDelay: number
  /** Reference departments ask for a supplement at every n-th filing; 0: never. */
  readonly supplementEvery: number
  readonly refuseEvery: number
  /** File with the accounts of applicants, participants, operators and auditors; empty: the local operator only. */
  readonly accounts: string
  /**
   * Folder of the files that belong to filings; empty: `materials` in the data folder. A gateway alone has none unless it is
   * named, and several of them must share one.
   */
  readonly materials: string
  /** Largest file in bytes. */
  readonly materialBytes: number
  /** Media types taken, told by content, with commas between them. */
  readonly materialTypes: string
  readonly quiet: boolean
  readonly logLevel: LogLevel
}

export const defaultConfiguration: Configuration = {
  data: '.yibiao',
  host: '127.0.0.1',
  port: 8080,
  mode: 'sandbox',
  division: '220200',
  store: 'sqlite:',
  bus: 'embedded:',
  database: 'sqlite:',
  role: 'all',
  department: '',
  healthPort: -1,
  threads: true,
  departments: true,
  departmentDelay: 400,
  supplementEvery: 0,
  refuseEvery: 0,
  accounts: '',
  materials: '',
  materialBytes: 20_971_520,
  materialTypes: 'application/pdf,image/jpeg,image/png,application/ofd',
  quiet: false,
  logLevel: 'warn',
}

/** A setting of the schema, with what it means in both languages; the reference page is made from it. */
const text = (en: string, zh: string) => ({ type: 'string', minLength: 1, maxLength: 1_000, en, zh }) as const

/** The one schema of the configuration; unknown keys are refused. */
export const configurationSchema = {
  $id: 'urn:yibiao:configuration:v1',
  type: 'object',
  additionalProperties: false,
  required: Object.keys(defaultConfiguration),
  properties: {
    data: text('folder of the embedded engines', '嵌入式引擎的数据目录'),
    host: text('address to listen on', '监听地址'),
    port: {
      type: 'integer',
      minimum: 0,
      maximum: 65_535,
      en: 'port to listen on; 0: any free one',
      zh: '监听端口；0 为任意空闲端口',
    },
    mode: {
      enum: ['sandbox', 'production'],
      en: 'fixed for ever by the first start on a folder',
      zh: '由首次启动确定，不可更改',
    },
    division: {
      type: 'string',
      pattern: '^\\d{6}$',
      en: 'division of the registry (GB/T 2260)',
      zh: '登记机关行政区划（GB/T 2260）',
    },
    store: text('event store by URL', '事件库（URL）'),
    bus: text('message bus by URL', '消息总线（URL）'),
    database: text('read database by URL', '查询库（URL）'),
    role: {
      enum: roleNames,
      en: 'all roles in this process, or one of them alone on shared engines',
      zh: '本进程运行全部角色，或在共享引擎上单独运行其一',
    },
    department: {
      type: 'string',
      maxLength: 64,
      en: 'with the role department: code of the one reference system that runs; empty: all of them',
      zh: '用于角色 department：单独运行的参考部门代码；空为全部',
    },
    healthPort: {
      type: 'integer',
      minimum: -1,
      maximum: 65_535,
      en: 'port of health and metrics of a role alone; 0: any free one, -1: none',
      zh: '单独角色的健康与指标端口；0 为任意空闲端口，-1 为不开',
    },
    threads: {
      type: 'boolean',
      en: 'ledger, projector, and on a shared bus the relay in threads of their own',
      zh: '账本、投影（在共享总线上还有转发）各用独立线程',
    },
    departments: {
      type: 'boolean',
      en: 'run the reference department systems; sandbox only',
      zh: '运行参考部门系统；仅限沙箱',
    },
    departmentDelay: {
      type: 'integer',
      minimum: 0,
      maximum: 86_400_000,
      en: 'most milliseconds that a reference department takes for an act',
      zh: '参考部门办理每项的最长毫秒数',
    },
    supplementEvery: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000,
      en: 'reference departments ask for a supplement at every n-th filing; 0: never',
      zh: '参考部门每 n 件要求补正；0 为从不',
    },
    refuseEvery: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000,
      en: 'reference departments refuse every n-th; 0: never',
      zh: '参考部门每 n 件不予办理；0 为从不',
    },
    accounts: {
      type: 'string',
      maxLength: 1_000,
      en: 'JSON file with accounts: a list of {"token", "kind": applicant, participant, operator or auditor, "id", "participant"}',
      zh: '账号文件（JSON）：{"token", "kind"（applicant、participant、operator、auditor）, "id", "participant"} 的列表',
    },
    materials: {
      type: 'string',
      maxLength: 1_000,
      en: 'folder of the files of filings, shared by all gateways; empty: materials in the data folder, and none for a gateway alone',
      zh: '申请材料目录，各网关共用；空为数据目录下的 materials，单独运行的网关则不保存材料',
    },
    materialBytes: {
      type: 'integer',
      minimum: 1_024,
      maximum: 1_073_741_824,
      en: 'largest file that is taken, in bytes',
      zh: '单个材料文件的最大字节数',
    },
    materialTypes: {
      type: 'string',
      minLength: 3,
      maxLength: 1_000,
      pattern: '^[a-z]+/[a-z0-9.+-]+(,[a-z]+/[a-z0-9.+-]+)*$',
      en: 'media types of files that are taken, told by their content, with commas between them',
      zh: '可接受的材料文件类型（按内容判断），以逗号分隔',
    },
    quiet: { type: 'boolean', en: 'no live line per thing that happens', zh: '不逐条输出动态' },
    logLevel: {
      enum: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      en: 'least level of the log on standard error',
      zh: '日志的最低级别（标准错误）',
    },
  },
} as const

/** Puts the given settings over the defaults and checks the whole, every problem at once. */
export function configure(given: Readonly<Record<string, unknown>>): Configuration {
  const whole = { ...defaultConfiguration, ...given }
  const validate = new Ajv({ allErrors: true, strict: false }).compile(configurationSchema)
  const issues: Issue[] = []
  if (!validate(whole)) for (const error of validate.errors ?? []) issues.push(settingIssue(error))
  const settings = whole as Configuration
  issues.push(...combinationIssues(settings))
  const [first, ...more] = issues
  if (first) throw new YibiaoError(problemOf([first, ...more]))
  return settings
}

/** Settings that are right each by itself and wrong together. */
function combinationIssues({ mode, role, departments, department, ...engines }: Configuration): Issue[] {
  const issues: Issue[] = []
  const wrong = (name: string, zh: string, en: string) =>
    issues.push(misconfigured(name, { zh: `${name}：${zh}`, en: `${name}: ${en}` }))
  if (mode === 'production' && (role === 'all' ? departments : role === 'department'))
    wrong(
      'departments',
      '参考部门系统只用于沙箱，请加 --no-departments。',
      'the reference departments are for a sandbox only; give --no-departments.',
    )
  if (role !== 'department' && department !== '')
    wrong('department', '只与 --role department 一起使用。', 'goes with --role department only.')
  if (role === 'all') return issues
  // A department's system knows nothing of the exchange but the bus.
  const needed = role === 'department' ? (['bus'] as const) : (['store', 'bus', 'database'] as const)
  for (const name of needed)
    if (isEmbedded(engines[name]))
      wrong(
        name,
        `${schemeOf(engines[name])} 只属于一个进程，单独运行角色须用共享引擎，如 kafka://、postgres://、esdb://。`,
        `${schemeOf(engines[name])} belongs to one process; a role alone needs engines that are shared: kafka://, postgres://, esdb://.`,
      )
  return issues
}

/** What is wrong with a setting, in both languages. */
export const misconfigured = (name: string, reason: Reason): Issue =>
  reasonedIssue('YB_CONFIGURATION', name === '' ? '' : `/${name}`, reason)

const listOf = (values: unknown): string => (values as readonly unknown[]).map(String).join(', ')

/** What each keyword of the schema asks for. */
const rules: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Reason>> = {
  type: ({ type }) => ({ zh: `类型应为 ${String(type)}`, en: `must be of type ${String(type)}` }),
  enum: ({ allowedValues }) => ({
    zh: `应为以下之一：${listOf(allowedValues)}`,
    en: `must be one of ${listOf(allowedValues)}`,
  }),
  minimum: ({ limit }) => ({ zh: `不得小于 ${String(limit)}`, en: `must be at least ${String(limit)}` }),
  maximum: ({ limit }) => ({ zh: `不得大于 ${String(limit)}`, en: `must be at most ${String(limit)}` }),
  minLength: () => ({ zh: '不得为空', en: 'must not be empty' }),
  maxLength: ({ limit }) => ({
    zh: `最多 ${String(limit)} 个字符`,
    en: `must have at most ${String(limit)} characters`,
  }),
  pattern: () => ({ zh: '格式不符', en: 'has another form' }),
}

/** The name, the rule and what the setting is; the value is not repeated. */
function settingIssue({ keyword, instancePath, params, message }: ErrorObject): Issue {
  const { additionalProperty } = params as { additionalProperty?: string }
  if (additionalProperty !== undefined) {
    const known = Object.keys(defaultConfiguration).join(', ')
    return misconfigured(additionalProperty, {
      zh: `${additionalProperty}：没有这一项；可设置的有 ${known}。`,
      en: `${additionalProperty}: unknown; known are ${known}.`,
    })
  }
  const name = instancePath.slice(1)
  const rule = rules[keyword]?.(params) ?? { zh: '值有误', en: message ?? 'is wrong' }
  const about = configurationSchema.properties[name as keyof Configuration]
  return misconfigured(name, {
    zh: `${name}：${rule.zh}（${about?.zh ?? name}）。`,
    en: `${name}: ${rule.en} (${about?.en ?? name}).`,
  })
}

/** The mode was fixed by the first event. */
export function modeDiffers(is: string, asked: string): YibiaoError {
  const zh = `mode：此历史永为 ${is}，不是 ${asked}，请用 --data 指定其他目录。`
  const en = `mode: this history is ${is} for ever, not ${asked}; give another --data.`
  return new YibiaoError(problemOf([misconfigured('mode', { zh, en })]))
}
