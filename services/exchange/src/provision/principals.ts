import { type Issue, type Participants, problemOf, type Reason, YibiaoError } from '@yibiao/schemas'
import { misconfigured } from '../configuration.ts'

/** Accounts as the brokers name them, e.g. `User:TAX`. */
export interface Principals {
  /** The exchange's own: all roles share it. */
  readonly exchange: string
  /** Of every participant that is not ours. */
  readonly byCode: ReadonlyMap<string, string>
}

export interface PrincipalOptions {
  readonly exchange: string
  /** Goes before the code of a participant whom `named` does not name. */
  readonly prefix: string
  /** Principals by participant code, as a file says them: not checked yet. */
  readonly named: unknown
}

export const defaultPrincipals = { exchange: 'User:yibiao', prefix: 'User:' } as const

/** A type of Kafka's, a colon, a name; `User:*` is everybody and so nobody's account. */
const form = /^[A-Za-z]+:(?!\*$)\S.*$/

/**
 * Gives everybody an account, one each: two participants with one account could write in each other's name. Throws
 * `YB_CONFIGURATION` with every problem at once.
 */
export function principalsOf(
  participants: Participants,
  { exchange, prefix, named }: PrincipalOptions,
): Principals {
  const issues: Issue[] = []
  const wrong = (name: string, reason: Reason) => issues.push(misconfigured(name, reason))
  const others = [...participants.byCode.values()].filter(({ ours }) => !ours).map(({ code }) => code)
  const given = entriesOf(named)
  if (given === undefined)
    wrong('principals', {
      zh: 'principals：应为对象，如 {"TAX": "User:tax-bureau"}。',
      en: 'principals: must be an object like {"TAX": "User:tax-bureau"}.',
    })
  for (const code of Object.keys(given ?? {}))
    if (!others.includes(code))
      wrong('principals', {
        zh: `principals：${code} 不是接入单位，可用 ${others.join('、')}。`,
        en: `principals: ${code} is no participant; there are ${others.join(', ')}.`,
      })

  const byCode = new Map(others.map((code) => [code, given?.[code] ?? `${prefix}${code}`]))
  const taken = new Map<string, string>()
  for (const [who, principal] of [['yibiao', exchange] as const, ...byCode]) {
    const other = taken.get(principal)
    if (!form.test(principal))
      wrong('principals', {
        zh: `principals：${who} 的账号 ${JSON.stringify(principal)} 有误，应如 User:tax-bureau。`,
        en: `principals: the account of ${who}, ${JSON.stringify(principal)}, must be like User:tax-bureau.`,
      })
    else if (other !== undefined)
      wrong('principals', {
        zh: `principals：${other} 与 ${who} 的账号同为 ${principal}，各方账号不得相同。`,
        en: `principals: ${other} and ${who} have the same account ${principal}; each needs one of its own.`,
      })
    taken.set(principal, who)
  }
  const [first, ...more] = issues
  if (first) throw new YibiaoError(problemOf([first, ...more]))
  return { exchange, byCode }
}

function entriesOf(named: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof named !== 'object' || named === null || Array.isArray(named)) return undefined
  const isText = Object.values(named).every((one) => typeof one === 'string')
  return isText ? (named as Record<string, string>) : undefined
}
