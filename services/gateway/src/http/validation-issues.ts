import type { Issue } from '@yibiao/schemas'
import type { FastifyError } from 'fastify'
import { reasoned } from './reasoned.ts'

type Found = NonNullable<FastifyError['validation']>[number]

/** What a request's schema found wrong, each with a JSON pointer: into the body, or `/query/…`, `/path/…`, `/header/…`. */
export function validationIssues(error: FastifyError): [Issue, ...Issue[]] {
  const prefix = prefixes[error.validationContext ?? ''] ?? ''
  const issues = (error.validation ?? []).map((one) => issueOf(one, prefix))
  const [first = reasoned('YB_REQUEST', prefix, 'it does not fit its schema', '不符合接口定义'), ...more] =
    issues
  return [first, ...more]
}

const prefixes: Readonly<Record<string, string>> = {
  querystring: '/query',
  params: '/path',
  headers: '/header',
}

function issueOf(found: Found, prefix: string): Issue {
  const { missingProperty, additionalProperty } = found.params as Readonly<Record<string, string | undefined>>
  const name = missingProperty ?? additionalProperty
  const pointer = `${prefix}${found.instancePath}${name === undefined ? '' : `/${name}`}`
  const [en, zh] = wording(found)
  return reasoned('YB_REQUEST', pointer, `${pointer}: ${en}.`, `${pointer}：${zh}。`)
}

/** The rule that was broken, never the value: it may be personal. */
function wording({ keyword, params, message }: Found): readonly [string, string] {
  const { limit, allowedValues, type } = params as Readonly<Record<string, unknown>>
  switch (keyword) {
    case 'required':
      return ['is required', '必须给出']
    case 'additionalProperties':
      return ['is not known here', '此处没有这一项']
    case 'type':
      return [`must be of type ${String(type)}`, `类型应为 ${String(type)}`]
    case 'enum': {
      const allowed = (allowedValues as readonly unknown[]).join(', ')
      return [`must be one of ${allowed}`, `应为 ${allowed} 之一`]
    }
    case 'minimum':
    case 'exclusiveMinimum':
      return [`must be at least ${String(limit)}`, `不得小于 ${String(limit)}`]
    case 'maximum':
      return [`must be at most ${String(limit)}`, `不得大于 ${String(limit)}`]
    case 'minLength':
      return [`must have at least ${String(limit)} characters`, `至少 ${String(limit)} 个字符`]
    case 'maxLength':
      return [`must have at most ${String(limit)} characters`, `至多 ${String(limit)} 个字符`]
    case 'pattern':
      return ['has another form than it must have', '格式不符']
    default:
      return [message ?? 'does not fit its schema', '不符合接口定义']
  }
}
