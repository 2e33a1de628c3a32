import { type Issue, issue, problemOf, YibiaoError } from '@yibiao/schemas'
import type { LogLevel } from '@yibiao/telemetry'
import { Ajv } from 'ajv'

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
  /** Run the reference department systems in this process. */
  readonly departments: boolean
  /** Milliseconds that a reference department takes for an act, at most. */
  readonly departmentDelay: number
  /** Reference departments ask for a supplement at every n-th filing; 0: never. */
  readonly supplementEvery: number
  readonly refuseEvery: number
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
  departments: true,
  departmentDelay: 400,
  supplementEvery: 0,
  refuseEvery: 0,
  quiet: false,
  logLevel: 'warn',
}

const text = { type: 'string', minLength: 1, maxLength: 1_000 } as const

/** The one schema of the configuration; unknown keys are refused. */
export const configurationSchema = {
  $id: 'urn:yibiao:configuration:v1',
  type: 'object',
  additionalProperties: false,
  required: Object.keys(defaultConfiguration),
  properties: {
    data: text,
    host: text,
    port: { type: 'integer', minimum: 0, maximum: 65_535 },
    mode: { enum: ['sandbox', 'production'] },
    division: { type: 'string', pattern: '^\\d{6}$' },
    store: text,
    bus: text,
    database: text,
    departments: { type: 'boolean' },
    departmentDelay: { type: 'integer', minimum: 0, maximum: 86_400_000 },
    supplementEvery: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    refuseEvery: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    quiet: { type: 'boolean' },
    logLevel: { enum: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] },
  },
} as const

/** Puts the given settings over the defaults and checks the whole, every problem at once. */
export function configure(given: Readonly<Record<string, unknown>>): Configuration {
  const whole = { ...defaultConfiguration, ...given }
  const validate = new Ajv({ allErrors: true, strict: false }).compile(configurationSchema)
  const issues: Issue[] = []
  if (!validate(whole))
    for (const error of validate.errors ?? []) {
      const unknown = (error.params as { additionalProperty?: string }).additionalProperty
      const name = unknown ?? error.instancePath.slice(1)
      const what =
        unknown === undefined
          ? `${error.message}`
          : `unknown; known are ${Object.keys(defaultConfiguration).join(', ')}`
      issues.push(issue('YB_CONFIGURATION', `/${name}`, { reason: `${name}: ${what}` }))
    }
  const settings = whole as Configuration
  if (settings.mode === 'production' && settings.departments)
    issues.push(
      issue('YB_CONFIGURATION', '/departments', {
        reason: 'departments: the reference departments are for a sandbox only / 参考部门系统只用于沙箱',
      }),
    )
  const [first, ...more] = issues
  if (first) throw new YibiaoError(problemOf([first, ...more]))
  return settings
}
