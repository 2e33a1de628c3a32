import { described, type Schema, text } from '../api/schema.ts'
import { defaultPageSize, maxPageSize } from '../limits.ts'

/** Parameters that several routes take. */
export const lang = described(
  { type: 'string', enum: ['zh', 'en'] },
  'Which language comes first in problems. 问题说明以何种语言为先。',
)
export const after = described(
  { type: 'string', minLength: 1, maxLength: 300 },
  'The `next` of the page before. 上一页的 next。',
)
export const limit = described(
  { type: 'integer', minimum: 1, maximum: maxPageSize, default: defaultPageSize },
  'Entries at most. 最多条数。',
)
export const position: Schema = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
export const code = { type: 'string', pattern: '^[A-Z][A-Z0-9-]{0,31}$' } as const
export const reason = { type: 'string', minLength: 1, maxLength: 1_000 } as const

/** Longest wait that may be asked for, in seconds. */
export const longestWait = 60
export const seconds: Schema = { type: 'integer', minimum: 0, maximum: longestWait }

export const query = (properties: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...properties, lang },
})

export const path = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

/** An id as people write it: case, hyphens and spaces do not matter. */
export const id = { type: 'string', minLength: 1, maxLength: 64 } as const

export const idempotencyKey: Schema = {
  type: 'object',
  properties: {
    'idempotency-key': described(
      text,
      'Required. The same key and body give the first outcome again. 必填；相同的键与内容返回首次结果。',
    ),
  },
}

export const optionalKey: Schema = {
  type: 'object',
  properties: {
    'idempotency-key': described(text, 'The same key asks for the same operation. 相同的键表示同一操作。'),
  },
}
