import type { EventStore } from '@yibiao/event-store'
import type { MaterialStore } from '@yibiao/materials'
import type { MessageBus } from '@yibiao/message-bus'
import type { ReadModel, References } from '@yibiao/projections'
import { type Issue, issue, problemOf, YibiaoError } from '@yibiao/schemas'
import type { Clock, Ids, Logger, Metrics } from '@yibiao/telemetry'
import { isLoopbackHost, principalKinds, type TokenGrant, unauthenticated } from './http/principal.ts'
import { defaultLimits, type GatewayLimits, minimumLimits } from './limits.ts'
import type { RoleHealth } from './role-health.ts'

/** Which history this is; its first event says so for ever. */
export interface GatewayIdentity {
  readonly history: string
  readonly mode: 'sandbox' | 'production'
  /** Division of this registry (GB/T 2260), six digits. */
  readonly division: string
  readonly epoch: number
}

/** Proves the whole exchange consistent; the report is JSON without personal values. */
export type Fsck = (onProgress: (done: number, total: number) => void) => Promise<object>

export interface GatewayOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly readModel: ReadModel
  readonly references: References
  /** Files of filings. Left out where none are kept; whoever hands one in is then refused. */
  readonly materials?: MaterialStore
  readonly identity: GatewayIdentity
  readonly logger: Logger
  readonly clock: Clock
  readonly ids: Ids
  readonly metrics: Metrics
  /** Address to listen on, e.g. `127.0.0.1`. */
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** The operator's token: short for a grant to the operator `local`. */
  readonly token?: string
  readonly tokens?: readonly TokenGrant[]
  /** The health of the other roles, by name. Default: none. */
  readonly roles?: () => Readonly<Record<string, RoleHealth>>
  /** Left out where there is none to run; `POST /v1/checks` is then refused. */
  readonly fsck?: Fsck
  readonly limits?: Partial<GatewayLimits>
}

export interface ResolvedOptions extends GatewayOptions {
  readonly tokens: readonly TokenGrant[]
  readonly limits: GatewayLimits
  /** Callers without a token are let in: a sandbox that listens on loopback. */
  readonly admitLoopback: boolean
}

const wrong = (pointer: string, en: string, zh: string): Issue => ({
  ...issue('YB_CONFIGURATION', pointer, { reason: en }),
  zh: issue('YB_CONFIGURATION', pointer, { reason: zh }).zh,
})

/** Checks the options, every problem at once, and fills in the defaults. Throws `YB_CONFIGURATION`. */
export function resolveOptions(options: GatewayOptions): ResolvedOptions {
  const own: readonly TokenGrant[] =
    options.token === undefined
      ? []
      : [{ token: options.token, principal: { kind: 'operator', id: 'local' } }]
  const tokens = [...own, ...(options.tokens ?? [])]
  const limits = { ...defaultLimits, ...options.limits }
  const admitLoopback = options.identity.mode === 'sandbox' && isLoopbackHost(options.host)
  const issues = [
    ...listenIssues(options),
    ...tokens.flatMap(tokenIssues),
    ...limitIssues(limits),
    ...(tokens.length === 0 && !admitLoopback ? [nobodyAdmitted] : []),
  ]
  const [first, ...more] = issues
  if (first) throw new YibiaoError(problemOf([first, ...more]))
  return { ...options, tokens, limits, admitLoopback }
}

const nobodyAdmitted = wrong(
  '/tokens',
  'tokens: needed in production, and wherever the gateway does not listen on loopback',
  'tokens：生产环境，或不在本机回环地址监听时，必须提供',
)

function listenIssues({ host, port }: GatewayOptions): Issue[] {
  const issues: Issue[] = []
  if (typeof host !== 'string' || host === '')
    issues.push(wrong('/host', 'host: a name or address', 'host：主机名或地址'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    issues.push(wrong('/port', 'port: 0 to 65535', 'port：0 至 65535'))
  return issues
}

function tokenIssues({ token, principal }: TokenGrant, index: number): Issue[] {
  const at = `/tokens/${index}`
  const issues: Issue[] = []
  if (!/^[\x21-\x7e]{16,512}$/.test(token))
    issues.push(
      wrong(
        `${at}/token`,
        'token: 16 to 512 visible characters of ASCII',
        'token：16 至 512 个可见 ASCII 字符',
      ),
    )
  // Whoever files without a token owns what others without one filed; no account may pass for that.
  if (!/^[\x21-\x7e]{1,128}$/.test(principal.id) || principal.id === unauthenticated.id)
    issues.push(
      wrong(
        `${at}/principal/id`,
        'id: 1 to 128 visible characters of ASCII',
        'id：1 至 128 个可见 ASCII 字符',
      ),
    )
  const known = principalKinds.includes(principal.kind) && principal.kind !== 'unauthenticated'
  if (!known || (principal.kind === 'participant') !== (principal.participant !== undefined))
    issues.push(
      wrong(
        `${at}/principal`,
        'principal: applicant, operator, auditor, or participant with its code',
        'principal：applicant、operator、auditor，或带有代码的 participant',
      ),
    )
  return issues
}

function limitIssues(limits: GatewayLimits): Issue[] {
  const issues: Issue[] = []
  for (const [name, value] of Object.entries(limits)) {
    const least = minimumLimits[name as keyof GatewayLimits]
    if (least === undefined)
      issues.push(wrong(`/limits/${name}`, `limits: there is no ${name}`, `limits：没有 ${name}`))
    else if (!Number.isSafeInteger(value) || value < least)
      issues.push(
        wrong(
          `/limits/${name}`,
          `${name}: a whole number of ${least} or more`,
          `${name}：不小于 ${least} 的整数`,
        ),
      )
  }
  return issues
}
