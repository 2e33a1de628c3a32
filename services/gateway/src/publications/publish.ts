import { publicationIssues } from '@yibiao/projections'
import {
  contentDigest,
  decodeEvent,
  type Issue,
  issue,
  type Problem,
  parseMessage,
  problemOf,
  publicationKey,
  publicationStream,
  publicationType,
  type RecordedEvent,
  YibiaoError,
} from '@yibiao/schemas'
import type { Context } from '../context.ts'
import { messageIdOf } from '../filings/idempotency.ts'
import type { Outgoing } from '../filings/publisher.ts'
import { relative } from '../filings/submit.ts'
import type { Principal } from '../http/principal.ts'
import { badRequest } from '../http/problems.ts'
import { saidIn } from '../inbound/said.ts'
import type { Book } from './books.ts'
import { knownOf, latestOf } from './known.ts'

/** Every publication has this in place of a record, so that the bus keeps them all in one order for one ledger. */
const subject = 'publications'

export interface PublicationDraft {
  readonly book: Book
  /** The item, year, process or participant that the address names. */
  readonly key: string
  readonly idempotencyKey: string
  readonly principal: Principal
  /** The content as it came. */
  readonly body: Buffer
  readonly content: unknown
}

/**
 * Publishes the next version and waits for the ledger's word. What the ledger would refuse is refused before it is sent,
 * so that a slip is told and not recorded; the ledger's word counts. Undefined when it has not answered in time. Pointers of a
 * refusal go into the content.
 */
export async function publish(context: Context, draft: PublicationDraft): Promise<RecordedEvent | undefined> {
  const { references } = context.options
  requireKey(draft)
  requireValid(context, messageOf(context, draft, '0'.repeat(64)))
  const outgoing = messageOf(context, draft, contentDigest(draft.content))
  // What was said before under this key has its outcome, whatever is in force by now.
  if ((await context.decisions.first(saidIn(outgoing))) === undefined)
    refuseWith(objections(context, draft, outgoing))
  const answer = await context.answers.ask(outgoing)
  if (answer.kind === 'refused') throw new YibiaoError(inContent(answer.problem))
  if (answer.kind === 'pending') return undefined
  const event = decodeEvent(answer.event)
  references.apply(event)
  return event
}

/** The content names what the address names. */
function requireKey({ book, key, content }: PublicationDraft): void {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw badRequest('', 'Send one JSON object: the content.', '请提交一个 JSON 对象，即发布内容。')
  const named = publicationKey(book.kind, content)
  if (named !== key)
    throw badRequest(
      `/${book.key}`,
      `${book.key}: the address names ${key}, the content something else; make them equal.`,
      `${book.key}：地址为 ${key}，与内容不同，请改为一致。`,
    )
}

function messageOf(
  { publisher }: Context,
  { book, key, idempotencyKey, principal, body, content }: PublicationDraft,
  digest: string,
): Outgoing {
  const { version = null } = content as { readonly version?: unknown }
  return publisher.make({
    speaker: 'OPERATOR',
    id: messageIdOf('published', principal.id, `${book.kind}/${key}\n${idempotencyKey}`),
    type: publicationType(book.kind),
    subject,
    principal,
    data: [`{"version":${JSON.stringify(version)},"digest":"${digest}","content":`, body, '}'],
  })
}

/** Everything that its schema finds; then nobody needs to be asked. */
function requireValid({ options }: Context, { bytes }: Outgoing): void {
  const parsed = parseMessage(bytes, { receivedTime: options.clock.now() })
  if (parsed.ok) return
  const inside = parsed.issues.filter(({ pointer }) => pointer.startsWith('/data/content'))
  refuseWith(inside.length > 0 ? inside : parsed.issues)
}

function objections({ options }: Context, { book, key }: PublicationDraft, { bytes }: Outgoing): Issue[] {
  const { references } = options
  const message = JSON.parse(bytes.toString('utf8')) as { type: string; data: { version: number } }
  const issues = publicationIssues(message, references.current())
  const [last] = latestOf(knownOf(references, book.kind)).filter((one) => one.key === key)
  const latest = last?.content.version ?? 0
  const given = message.data.version
  if (given === latest + 1) return issues
  const params = { stream: publicationStream(book.kind, key), latest, next: latest + 1, given }
  return [...issues, issue('YB_PUBLICATION_VERSION', '/data/version', params)]
}

function refuseWith([first, ...more]: readonly Issue[]): void {
  if (first) throw new YibiaoError(inContent(problemOf([first, ...more])))
}

/** Pointers of the message, as the caller knows them: he sent the content. */
const inContent = (problem: Problem): Problem => relative(relative(problem, '/data/content'), '/data')
