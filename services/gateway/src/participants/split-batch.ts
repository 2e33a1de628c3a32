import { badRequest, refusal } from '../http/problems.ts'
import { refuseBecause } from '../http/reasoned.ts'

/** Messages that one batch holds at most. */
export const largestBatch = 500

/** What the bus takes of one message, in bytes. A smaller one that is still too large is the ledger's to refuse. */
const largestValue = 1_048_576

/** How the body is to be read: as one message whatever it is, as a batch, or as what it begins like. */
export type BatchKind = 'one' | 'batch' | 'either'

const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/**
 * The messages of a body, each as the very bytes that were sent: a JSON array (CloudEvents' batched mode) is cut at its
 * commas and nothing in it is read, so that a message that nobody can read still reaches the ledger, and the record of its
 * refusal holds what was sent. Throws `YB_MESSAGE_JSON` when it cannot be cut, `YB_REQUEST` for none or too many,
 * `YB_MESSAGE_TOO_LARGE` for what the bus would not take; nothing is said then.
 */
export function splitBatch(body: Buffer, kind: BatchKind): readonly Buffer[] {
  const first = skipSpace(body, 0)
  const isArray = kind !== 'one' && body[first] === openBracket
  if (first === body.length || (kind === 'batch' && !isArray)) throw notABatch()
  const messages = isArray ? elementsOf(body, first + 1) : [body]
  if (messages.length === 0) throw wrongNumber()
  for (const [index, { length: size }] of messages.entries())
    if (size > largestValue)
      throw refusal('YB_MESSAGE_TOO_LARGE', isArray ? `/${index}` : '', { size, limit: largestValue })
  return messages
}

function elementsOf(body: Buffer, from: number): Buffer[] {
  const elements: Buffer[] = []
  let at = skipSpace(body, from)
  if (body[at] === closeBracket) return atEnd(body, at, elements)
  for (;;) {
    const end = endOfElement(body, at)
    const element = body.subarray(at, trimmed(body, at, end))
    if (element.length === 0) throw notABatch()
    elements.push(element)
    if (elements.length > largestBatch) throw wrongNumber()
    if (body[end] === closeBracket) return atEnd(body, end, elements)
    at = skipSpace(body, end + 1)
  }
}

/** Behind the array nothing may stand. */
function atEnd(body: Buffer, bracket: number, elements: Buffer[]): Buffer[] {
  if (skipSpace(body, bracket + 1) < body.length) throw notABatch()
  return elements
}

/** Where the comma or bracket behind an element stands. All that counts is ASCII, which is in no character of more bytes of UTF-8. */
function endOfElement(body: Buffer, from: number): number {
  let depth = 0
  for (let at = from; at < body.length; at += 1) {
    switch (body[at]) {
      case quote:
        at = endOfString(body, at)
        break
      case openBrace:
      case openBracket:
        depth += 1
        break
      case closeBrace:
      case closeBracket:
        if (depth === 0) return body[at] === closeBracket ? at : failed()
        depth -= 1
        break
      case comma:
        if (depth === 0) return at
        break
      default:
    }
  }
  return failed()
}

function endOfString(body: Buffer, from: number): number {
  for (let at = from + 1; at < body.length; at += 1) {
    if (body[at] === backslash) at += 1
    else if (body[at] === quote) return at
  }
  return failed()
}

const isSpace = (byte: number | undefined): boolean =>
  byte === space || byte === lineFeed || byte === carriageReturn || byte === tab

function skipSpace(body: Buffer, from: number): number {
  let at = from
  while (at < body.length && isSpace(body[at])) at += 1
  return at
}

function trimmed(body: Buffer, from: number, to: number): number {
  let end = to
  while (end > from && isSpace(body[end - 1])) end -= 1
  return end
}

function failed(): never {
  throw notABatch()
}

const notABatch = () =>
  refuseBecause(
    'YB_MESSAGE_JSON',
    '',
    'it is no array of messages; nothing of it was taken',
    '不是消息数组，全部未接收',
  )

const wrongNumber = () =>
  badRequest(
    '',
    `A batch has 1 to ${largestBatch} messages; nothing of this one was taken.`,
    `一批为 1 至 ${largestBatch} 条消息；本批全部未接收。`,
  )
