import { hash } from 'node:crypto'
import { badRequest, refusal } from '../http/problems.ts'

/** 1 … 200 visible characters of ASCII, with spaces between them. */
const keyPattern = /^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/

/** The request's Idempotency-Key. Throws `YB_IDEMPOTENCY_KEY_MISSING`, or `YB_REQUEST` where it cannot be one. */
export function idempotencyKeyOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const key = headers['idempotency-key']
  if (key === undefined || key === '') throw refusal('YB_IDEMPOTENCY_KEY_MISSING', '/header/Idempotency-Key')
  if (typeof key !== 'string' || !keyPattern.test(key))
    throw badRequest(
      '/header/Idempotency-Key',
      'Idempotency-Key: 1 to 200 visible characters of ASCII.',
      'Idempotency-Key：1 至 200 个可见 ASCII 字符。',
    )
  return key
}

/** The message id of an act: the same for the same account, key and act, always. */
export const messageIdOf = (act: string, account: string, key: string): string =>
  `${act}/${hash('sha256', `${account}\n${key}`, 'hex').slice(0, 32)}`
