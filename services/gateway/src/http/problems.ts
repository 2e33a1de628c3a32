import { type ErrorCode, errorTable, type Problem, problem, problemOf, YibiaoError } from '@yibiao/schemas'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languageOf } from './language.ts'
import { refuseBecause } from './reasoned.ts'
import { retryAfter, statuses } from './statuses.ts'
import { validationIssues } from './validation-issues.ts'

export const problemMediaType = 'application/problem+json'

/** The body of every error (RFC 9457): `title` and `detail` in the language asked for, both languages beside them. */
export interface ProblemBody extends Problem {
  readonly status: number
  readonly titleEn: string
  readonly detailEn: string
}

export const statusOf = (code: ErrorCode): number => statuses[code] ?? 500

export function problemBody(found: Problem, language: Language): ProblemBody {
  const { title, titleZh, detail, detailZh } = found
  const first = language === 'zh' ? { title: titleZh, detail: detailZh } : { title, detail }
  return { ...found, ...first, titleEn: title, detailEn: detail, status: statusOf(found.code) }
}

/** Answers with a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: Problem): FastifyReply {
  const language = languageOf(request.query, request.headers['accept-language'])
  const body = problemBody(found, language)
  if (body.status === 503) reply.header('Retry-After', String(retryAfter))
  if (body.status === 401) reply.header('WWW-Authenticate', 'Bearer realm="yibiao"')
  return reply
    .code(body.status)
    .header('Content-Language', language === 'zh' ? 'zh-CN' : 'en')
    .header('Vary', 'Accept-Language')
    .type(problemMediaType)
    .serializer(JSON.stringify)
    .send(body)
}

/** The refusal of a request, thrown by handlers. */
export const refusal = (
  code: ErrorCode,
  pointer = '',
  params: Readonly<Record<string, string | number>> = {},
): YibiaoError => new YibiaoError(problem(code, pointer, params))

/** The refusal of a request for a reason in both languages. */
export const badRequest = (pointer: string, en: string, zh: string): YibiaoError =>
  refuseBecause('YB_REQUEST', pointer, en, zh)

/** Why something cannot be had just now. */
export const unavailable = (en: string, zh: string): YibiaoError =>
  refuseBecause('YB_UNAVAILABLE', '', en, zh)

/** Codes of Fastify itself that are the caller's doing. */
const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'YB_MEDIA_TYPE',
  FST_ERR_CTP_BODY_TOO_LARGE: 'YB_MESSAGE_TOO_LARGE',
}

/** What went wrong, as a problem; undefined when it is a fault of the exchange, whose cause nobody outside is told. */
export function problemFrom(error: FastifyError, request: FastifyRequest): Problem | undefined {
  if (isYibiaoError(error)) return error.problem
  if (error.validation) return problemOf(validationIssues(error))
  const code = frameworkCodes[error.code]
  if (code === 'YB_MESSAGE_TOO_LARGE') {
    const size = Number(request.headers['content-length'] ?? 0)
    return problem(code, '', { size, limit: request.routeOptions.bodyLimit ?? 0 })
  }
  if (code) return problem(code)
  if (isRetryable(error))
    return unavailable(`${part(error)} does not answer now.`, `${partZh(error)}暂时不可用。`).problem
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return badRequest('', `it could not be read (${error.code})`, `无法读取（${error.code}）`).problem
  return undefined
}

// Classified by code, never by `instanceof`: the class may come from another copy of the package.
const isYibiaoError = (error: unknown): error is YibiaoError => {
  const { code, problem: found } = error as Partial<YibiaoError>
  return typeof code === 'string' && Object.hasOwn(errorTable, code) && typeof found === 'object'
}

const isRetryable = (error: unknown): boolean =>
  (error as { readonly retryable?: unknown }).retryable === true

const parts: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  BUS: ['The message bus', '消息总线'],
  STORE: ['The event store', '事件库'],
  MATERIALS: ['The folder of materials', '材料目录'],
  DATABASE: ['The read database', '查询库'],
}
const partNamed = (error: FastifyError) => parts[String(error.code).split('_')[1] ?? '']
const part = (error: FastifyError): string => partNamed(error)?.[0] ?? 'A part of the exchange'
const partZh = (error: FastifyError): string => partNamed(error)?.[1] ?? '平台的某一部分'
