import { readFileSync } from 'node:fs'
import { principalKinds, type TokenGrant } from '@yibiao/gateway'
import { problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { Ajv } from 'ajv'

/** One line of the accounts file: whose a bearer token is. */
interface Account {
  readonly token: string
  readonly kind: TokenGrant['principal']['kind']
  readonly id: string
  readonly participant?: string
}

const visible = '^[\\x21-\\x7e]+$'

/** A list of accounts; a participant's names the participant whose records it may see. */
const accountsSchema = {
  type: 'array',
  maxItems: 10_000,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['token', 'kind', 'id'],
    properties: {
      token: { type: 'string', minLength: 16, maxLength: 512, pattern: visible },
      kind: { enum: principalKinds.filter((kind) => kind !== 'unauthenticated') },
      id: { type: 'string', minLength: 1, maxLength: 128, pattern: visible },
      participant: { type: 'string', pattern: '^[A-Z][A-Z0-9-]{1,31}$' },
    },
    if: { properties: { kind: { const: 'participant' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['participant'] },
    else: { properties: { participant: false } },
  },
}

/**
 * Reads the accounts file. Throws `YB_CONFIGURATION` naming the entry that is wrong; a token is never in the message.
 * An empty path gives no accounts.
 */
export function readAccounts(path: string): TokenGrant[] {
  if (path === '') return []
  const accounts = parse(path)
  const validate = new Ajv({ allErrors: true, strict: false }).compile<Account[]>(accountsSchema)
  if (validate(accounts))
    return accounts.map(({ token, kind, id, participant }) => ({
      token,
      principal: participant === undefined ? { kind, id } : { kind, id, participant },
    }))
  const [first] = validate.errors ?? []
  throw wrong(path, `${first?.instancePath || '/'} ${first?.message ?? ''}`)
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw wrong(
      path,
      error instanceof SyntaxError ? 'no JSON' : ((error as { code?: string }).code ?? 'unreadable'),
    )
  }
}

function wrong(path: string, what: string): YibiaoError {
  const reason = {
    en: `accounts: ${path}: ${what}. It is a JSON list of {"token", "kind", "id"}.`,
    zh: `accounts：${path}：${what}。应为 {"token", "kind", "id"} 的 JSON 列表。`,
  }
  return new YibiaoError(problemOf([reasonedIssue('YB_CONFIGURATION', '/accounts', reason)]))
}
