/** Short ways to write the JSON Schemas of the routes. */

export type Schema = Readonly<Record<string, unknown>>

export const text = { type: 'string' } as const
export const time = { type: 'string', format: 'date-time' } as const
export const count = { type: 'integer', minimum: 0 } as const
export const flag = { type: 'boolean' } as const
/** Members that depend on something not worth telling here. */
export const open = { type: 'object', additionalProperties: true } as const

export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const ref = (name: string): Schema => ({ $ref: `${name}#` })
export const orNull = ({ type, ...rest }: Schema): Schema => ({ ...rest, type: [type, 'null'] })
export const described = (schema: Schema, description: string): Schema => ({ ...schema, description })

/** A closed object; members not named in `optional` are required. */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})

const positionHeader = {
  'Yibiao-Position': {
    type: 'string',
    description: 'The position that the answer is true as of. 本次回答所依据的历史位置。',
  },
}

/** The answer of a read: what it says, the position it is true as of and, in a sandbox, the mode. */
export const read = (
  description: string,
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema => ({
  description,
  headers: positionHeader,
  ...object({ position: count, mode: oneOf('sandbox'), ...properties }, ['mode', ...optional]),
})

/** Problems (RFC 9457) by status. */
export const problems = (...statuses: readonly number[]): Readonly<Record<number, Schema>> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problemTitles[status] ?? 'Problem',
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  )

const problemTitles: Readonly<Record<number, string>> = {
  400: 'The request is wrong. 请求有误。',
  401: 'No token, or an unknown one. 未认证。',
  403: 'Not allowed. 无权访问。',
  404: 'There is no such thing, or none of your business. 未找到。',
  409: 'It does not fit what is on record. 与已有记录不符。',
  413: 'The body is too large. 请求体过大。',
  415: 'Not application/json. 内容类型不支持。',
  421: 'Another host or page. 主机名或来源不符。',
  422: 'Refused, with every reason. 不予接受，列明全部原因。',
  500: 'A fault of the exchange. 平台内部错误。',
  503: 'Not now; see Retry-After. 暂不可用。',
}

/** What every route under /v1 may answer. */
export const common = problems(400, 401, 421, 500, 503)

export const security = [{ bearer: [] }, {}] as const
