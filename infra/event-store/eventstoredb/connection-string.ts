import { usageError } from '../usage.ts'

/** What the client is given, and what only this adapter reads. */
export interface ConnectionSettings {
  /** The connection string with the scheme that the client knows. Holds the password: it MUST NOT reach a log. */
  readonly connectionString: string
  /** `defaultDeadline` in milliseconds, where the URL names one. */
  readonly deadline: number | undefined
}

const pattern =
  /^(?:esdb|kurrentdb|kurrent|kdb)(?<discover>\+discover)?:\/\/(?<rest>[^?]+)(?:\?(?<query>.*))?$/

/** The settings of the client's connection string, without case and separators as the client compares them. */
const passedOn: ReadonlySet<string> = new Set([
  'connectionname',
  'discoveryinterval',
  'gossiptimeout',
  'keepaliveinterval',
  'keepalivetimeout',
  'maxdiscoverattempts',
  'nodepreference',
  'tls',
  'tlscafile',
  'usercertfile',
  'userkeyfile',
])

const minKeepAlive = 10_000

/**
 * Reads `esdb://user:pass@host:2113?tls=true`, several hosts separated by commas, and `+discover` for a DNS name of
 * the whole cluster; `kurrentdb://`, `kurrent://` and `kdb://` are the same by KurrentDB's newer names.
 *
 * The client warns on standard output about what it does not know and repeats the string as it does so, password and
 * all. So everything it would warn about is refused here. Throws YB_STORE_USAGE, which names the setting, never its value.
 */
export function readConnectionString(url: string): ConnectionSettings {
  const { discover = '', rest = '', query = '' } = pattern.exec(url.trim())?.groups ?? {}
  if (rest === '') {
    throw usageError(
      'options.url',
      'must be esdb://host:2113 or kurrentdb://host:2113, with settings after ?',
    )
  }
  let deadline: number | undefined
  const kept: string[] = []
  for (const setting of query.split('&').filter((text) => text !== '')) {
    const equals = setting.indexOf('=')
    const name = setting.slice(0, equals < 0 ? undefined : equals)
    const value = equals < 0 ? '' : setting.slice(equals + 1)
    const key = name.trim().toLowerCase().replace(/[_-]/g, '')
    if (value === '') throw usageError('options.url', `must give its setting ${plain(name)} a value`)
    if (key === 'defaultdeadline') deadline = readDeadline(value)
    else if (passedOn.has(key)) kept.push(setting)
    else
      throw usageError('options.url', `has the setting ${plain(name)}, which this adapter does not support`)
    if (key.startsWith('keepalive')) checkKeepAlive(name, value)
  }
  const connectionString = `esdb${discover}://${rest}${kept.length > 0 ? `?${kept.join('&')}` : ''}`
  return { connectionString, deadline }
}

function readDeadline(value: string): number {
  const deadline = Number(value)
  if (!Number.isSafeInteger(deadline) || deadline < 1) {
    throw usageError('options.url', 'must give defaultDeadline a whole number of milliseconds')
  }
  return deadline
}

/** Below this the client writes a warning; -1 turns the keep-alive off. */
function checkKeepAlive(name: string, value: string): void {
  const interval = Number(value)
  if (!Number.isSafeInteger(interval) || (interval !== -1 && interval < minKeepAlive)) {
    throw usageError('options.url', `must give ${plain(name)} -1 or ${minKeepAlive} milliseconds or more`)
  }
}

/** A setting's name fit for a message: what does not look like one may be part of a password. */
function plain(name: string): string {
  return /^\w{1,40}$/.test(name) ? `'${name}'` : '(not a name)'
}
