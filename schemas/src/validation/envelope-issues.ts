/** The problems of an envelope: its schema, what belongs together in it, and its time. */
import { validators as fast } from '../../generated/validators.js'
import { epochMillisOf } from '../dates.ts'
import { exchangeAttributes } from '../envelope.ts'
import type { EventTypeInfo } from '../event-types.ts'
import { isFilingId, isRecordId } from '../identifiers/index.ts'
import { type Reason, reasonedIssue } from '../issues.ts'
import { pointerToken } from '../json/pointer.ts'
import { type Issue, issue } from '../problem.ts'
import { pointerOf, withoutInner } from './issues-of.ts'
import { reasonOf } from './reasons.ts'
import { reportingValidator } from './reporting.ts'

const envelopeId = 'urn:yibiao:event:envelope:v1'
const isEnvelope = fast.get(envelopeId)!

/** A source's clock may be ahead of the bus's by no more than this, in seconds. */
export const clockTolerance = 300

type Attributes = Readonly<Record<string, unknown>>

const reserved: ReadonlySet<string> = new Set(exchangeAttributes)

const attributeIssue = (name: string, reason: Reason, at = `/${pointerToken(name)}`): Issue =>
  reasonedIssue('YB_MESSAGE_ENVELOPE', at, reason, { name: name.slice(0, 64) })

/** What people most often get wrong about an attribute, said better than by its pattern. */
const hints: Readonly<Record<string, Reason>> = {
  time: {
    zh: '应为带时区的时刻，如 2026-09-24T10:00:00+08:00',
    en: 'must be an instant with offset, as 2026-09-24T10:00:00+08:00',
  },
  effectivefrom: { zh: '应为日期或带时区的时刻', en: 'must be a date or an instant with offset' },
  source: { zh: '应为 /participants/<接入单位代码>', en: 'must be /participants/<code>' },
  type: { zh: '应为 yibiao.<实体>.<动作>.v<版本>', en: 'must be yibiao.<entity>.<past tense>.v<version>' },
}

function schemaIssues(message: Attributes): Issue[] {
  if (isEnvelope(message)) return []
  const reportEnvelope = reportingValidator(envelopeId)!
  reportEnvelope(message)
  const issues = new Map<string, Issue>()
  for (const error of withoutInner(reportEnvelope.errors ?? [])) {
    const pointer = pointerOf(error)
    const name = pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
    if (issues.has(pointer)) continue
    const isReserved = error.keyword === 'false schema' && reserved.has(name)
    const hint = error.keyword === 'required' ? undefined : hints[name]
    issues.set(
      pointer,
      isReserved
        ? issue('YB_MESSAGE_RESERVED', pointer, { name })
        : attributeIssue(name, hint ?? reasonOf(error), pointer),
    )
  }
  return [...issues.values()]
}

function typeIssues(message: Attributes, info: EventTypeInfo | undefined): Issue[] {
  const { type, dataschema } = message
  if (info === undefined) {
    return typeof type === 'string' ? [issue('YB_TYPE_UNKNOWN', '/type', { type: type.slice(0, 128) })] : []
  }
  const issues: Issue[] = []
  if (dataschema !== undefined && dataschema !== info.schemaId) {
    issues.push(attributeIssue('dataschema', { zh: `应为 ${info.schemaId}`, en: `must be ${info.schemaId}` }))
  }
  for (const name of info.envelope) {
    if (message[name] === undefined) {
      issues.push(attributeIssue(name, { zh: '此类型必须携带', en: 'is required for this type' }))
    }
  }
  return issues
}

const wrongId = (name: string, zh: string, en: string): Issue =>
  attributeIssue(name, {
    zh: `不是有效的${zh}，请核对全部字符`,
    en: `is no valid ${en}; compare every character`,
  })

/** The ids' check characters, and whether filing and approval agree. */
function idIssues(message: Attributes, info: EventTypeInfo | undefined): Issue[] {
  const { subject, filing, data } = message
  const issues: Issue[] = []
  if (info?.stream.startsWith('record') && typeof subject === 'string' && !isRecordId(subject)) {
    issues.push(wrongId('subject', '档案编号', 'record id'))
  }
  if (typeof filing !== 'string') return issues
  if (!isFilingId(filing)) issues.push(wrongId('filing', '办件编号', 'filing id'))
  const approval = (data as { approval?: unknown } | null | undefined)?.approval
  if (typeof approval === 'string' && !approval.startsWith(`${filing}/`)) {
    issues.push(
      attributeIssue('filing', {
        zh: '与 data.approval 不是同一办件',
        en: 'is not the filing of data.approval',
      }),
    )
  }
  return issues
}

function timeIssues({ time }: Attributes, receivedTime: number): Issue[] {
  const millis = typeof time === 'string' ? epochMillisOf(time) : Number.NaN
  return millis - receivedTime > clockTolerance * 1000
    ? [issue('YB_TIME_FUTURE', '/time', { time: String(time), seconds: clockTolerance })]
    : []
}

/** Every problem of the attributes of a message, at most one of a kind at a place. */
export function envelopeIssues(
  message: Attributes,
  info: EventTypeInfo | undefined,
  receivedTime: number,
): Issue[] {
  const issues = schemaIssues(message)
  const wrong = new Set(issues.map((one) => one.pointer))
  for (const one of [
    ...typeIssues(message, info),
    ...idIssues(message, info),
    ...timeIssues(message, receivedTime),
  ]) {
    if (!wrong.has(one.pointer)) issues.push(one)
  }
  return issues
}
