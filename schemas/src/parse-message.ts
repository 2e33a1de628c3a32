/**
 * From bytes to a message: valid UTF-8 (RFC 3629), valid JSON (RFC 8259) without doubled members, a CloudEvents 1.0
 * envelope, data by the type's schema. Says every problem at once, as far as what is wrong can still be read.
 */
import { isUtf8 } from 'node:buffer'
import type { Message } from './envelope.ts'
import { type EventTypeInfo, eventTypes } from './event-types.ts'
import { reasonedIssue } from './issues.ts'
import { inspectJson } from './json/inspect.ts'
import { sameJson } from './json/same.ts'
import { countMembers, type JsonScan, scanJson } from './json/scan.ts'
import { type Issue, issue } from './problem.ts'
import { validateAgainst } from './validate.ts'
import { envelopeIssues } from './validation/envelope-issues.ts'

/**
 * Largest message taken, in bytes: what the message bus and the event store take, 1 MiB, less the room for what the
 * exchange adds when it records it. A larger one could be accepted by the bus and never be stored.
 */
export const defaultMaxBytes = 1_048_576 - 8_192
/** Deepest nesting taken; the deepest valid message has 9 levels. */
export const defaultMaxDepth = 32

export interface ParseOptions {
  /** The bus's append time, milliseconds since 1970. */
  readonly receivedTime: number
  /** `defaultMaxBytes` when left out. */
  readonly maxBytes?: number
  /** `defaultMaxDepth` when left out; at least 1. */
  readonly maxDepth?: number
}

/** What could be read of a message that is not taken, each of the form the envelope's schema wants. */
export interface PartialMessage {
  readonly id?: string
  readonly source?: string
  readonly type?: string
  readonly subject?: string
  readonly filing?: string
}

export type ParsedMessage =
  | {
      readonly ok: true
      readonly message: Message
      /** The JSON text of `message.data` as it was received, a view of the bytes given. */
      readonly dataText: Uint8Array
    }
  | {
      readonly ok: false
      readonly issues: readonly [Issue, ...Issue[]]
      readonly partial: PartialMessage
    }

type Json =
  | { readonly ok: true; readonly value: unknown; readonly scan: JsonScan }
  | { readonly ok: false; readonly issue: Issue }

const unreadable = (issue: Issue): Json => ({ ok: false, issue })

const jsonIssue = (zh: string, en: string, pointer = ''): Issue =>
  reasonedIssue('YB_MESSAGE_JSON', pointer, { zh, en })

/** U+FFFD, what a wrong conversion leaves of every character that it could not read: the text is lost already. */
const replacement = Buffer.from('\u{fffd}')

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

function syntaxIssue(text: string): Issue {
  const { error } = inspectJson(text)
  if (error === undefined) return jsonIssue('无法解析', 'it cannot be parsed')
  const { line, column, zh, en } = error
  return jsonIssue(`第 ${line} 行第 ${column} 列，${zh}`, `at line ${line}, column ${column}, ${en}`)
}

function duplicateIssue(text: string): Issue {
  const [pointer = ''] = inspectJson(text).duplicates
  return jsonIssue(`成员 ${pointer} 出现了两次`, `the member ${pointer} is given twice`, pointer)
}

/** Parses the bytes, or says the one thing for which they cannot be. */
function readJson(bytes: Uint8Array, maxBytes: number, maxDepth: number): Json {
  if (bytes.length > maxBytes) {
    return unreadable(issue('YB_MESSAGE_TOO_LARGE', '', { size: bytes.length, limit: maxBytes }))
  }
  if (bytes.length === 0) return unreadable(jsonIssue('消息是空的', 'the message is empty'))
  if (hasByteOrderMark(bytes)) {
    return unreadable(
      jsonIssue(
        '开头有字节顺序标记，请去掉（RFC 8259 8.1）',
        'it begins with a byte order mark; leave it out (RFC 8259 8.1)',
      ),
    )
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!isUtf8(bytes) || text.includes(replacement)) return unreadable(issue('YB_MESSAGE_ENCODING', ''))
  const scan = scanJson(bytes)
  if (scan.depth > maxDepth) return unreadable(issue('YB_MESSAGE_TOO_DEEP', '', { limit: maxDepth }))
  const json = text.toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return unreadable(syntaxIssue(json))
  }
  if (countMembers(value) !== scan.members) return unreadable(duplicateIssue(json))
  return { ok: true, value, scan }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The attributes by which a refused message is filed, where they are well-formed. */
function partialOf(value: Readonly<Record<string, unknown>>, wrong: readonly Issue[]): PartialMessage {
  const badPointers = new Set(wrong.map((one) => one.pointer))
  const partial: Record<string, string> = {}
  for (const name of ['id', 'source', 'type', 'subject', 'filing'] as const) {
    const attribute = value[name]
    if (typeof attribute === 'string' && !badPointers.has(`/${name}`)) partial[name] = attribute
  }
  return partial
}

/** A pointer and a text name members of the message, which may be as long as the message; the refusal must be storable. */
const longestPointer = 256
const longestText = 600

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`

const shortened = ({ code, pointer, zh, en }: Issue): Issue => ({
  code,
  pointer: shorten(pointer, longestPointer),
  zh: shorten(zh, longestText),
  en: shorten(en, longestText),
})

const refused = (first: Issue, more: readonly Issue[], partial: PartialMessage): ParsedMessage => ({
  ok: false,
  issues: [shortened(first), ...more.map(shortened)],
  partial,
})

/**
 * Parses and validates one message. Never throws. Whether its sender may say it, and what it means for the record, is for
 * the ledger. Of unreadable bytes only the first fault can be told; of a readable message all are.
 */
export function parseMessage(bytes: Uint8Array, options: ParseOptions): ParsedMessage {
  const { receivedTime, maxBytes = defaultMaxBytes, maxDepth = defaultMaxDepth } = options
  const json = readJson(bytes, maxBytes, maxDepth)
  if (!json.ok) return refused(json.issue, [], {})
  const { value } = json
  if (!isObject(value)) return refused(jsonIssue('消息应为一个 JSON 对象', 'it must be one object'), [], {})
  const info = eventTypes.get(value.type as string)
  const issues = envelopeIssues(value, info, receivedTime)
  const inEnvelope = issues.length
  if (info !== undefined && 'data' in value) issues.push(...dataIssues(info, value.data))
  const [first, ...more] = issues
  if (first === undefined) {
    const message = value as unknown as Message
    return { ok: true, message, dataText: dataTextOf(bytes, json.scan, message) }
  }
  return refused(first, more, partialOf(value, issues.slice(0, inEnvelope)))
}

/** A name written with escapes hides the place; then the text is made anew. */
const dataTextOf = (bytes: Uint8Array, { dataFrom, dataTo }: JsonScan, { data }: Message): Uint8Array =>
  dataTo > dataFrom ? bytes.subarray(dataFrom, dataTo) : Buffer.from(JSON.stringify(data))

const dataIssues = (info: EventTypeInfo, data: unknown): readonly Issue[] =>
  validateAgainst(info.schemaId, data, '/data')

/** Names a message among all: ids are unique within a source. */
export const messageKey = (source: string, id: string): string => `${source} ${id}`

/**
 * Whether two messages of one id say the same: equal type, subject and data, whatever the order of members. A message sent
 * again may have another time.
 */
export const sameContent = (
  a: Pick<Message, 'type' | 'subject' | 'data'>,
  b: Pick<Message, 'type' | 'subject' | 'data'>,
): boolean => a.type === b.type && a.subject === b.subject && sameJson(a.data, b.data)
