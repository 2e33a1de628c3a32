import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { common, described, list, oneOf, problems, read, ref, security, text } from '../api/schema.ts'
import { actingAs, answer, type Context, principalOf } from '../context.ts'
import { nameOf } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import type { Frame, Line } from '../live/line.ts'
import { seenEvents } from '../records/cut-event.ts'
import { eventBody, pathsShown } from '../records/event-body.ts'
import { locateRecord } from '../records/read-record.ts'
import { code, id, path, position, query } from './parameters.ts'

const cursor = described(
  { type: 'string', minLength: 1, maxLength: 300 },
  'The id of the last message taken; like the header Last-Event-ID, for the first connection. 最后收到的消息 id。',
)
const from = described(oneOf('start', 'now'), 'Where to begin without a cursor. 没有游标时从何处开始。')
const lastEventId = {
  type: 'object',
  properties: {
    'last-event-id': described(text, 'Goes on behind the message with this id. 从该 id 之后继续。'),
    accept: text,
  },
}
const stream = {
  description: 'Server-sent events; each `id` is a cursor. 服务器推送事件；id 即游标。',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
}

interface LiveQuery {
  readonly cursor?: string
  readonly from?: 'start' | 'now'
}

/** Where a live stream begins: behind the cursor, else at the start or at the end. Throws `YB_CURSOR`. */
async function startOf(
  { cursors }: Context,
  request: FastifyRequest,
  line: Line,
  otherwise: 'start' | 'now',
): Promise<number> {
  const asked = request.query as LiveQuery
  const last = request.headers['last-event-id']
  const known = typeof last === 'string' && last !== '' ? last : asked.cursor
  if (known !== undefined) return cursors.decode(line.kind, known)
  return (asked.from ?? otherwise) === 'start' ? 0 : line.end()
}

/** What goes on: the exchange's live line, a participant's feed, a record's events. */
export function liveRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/feed',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['live'],
        summary: 'What happens in the exchange, live 实时动态',
        description:
          'For operators and auditors one message for each thing that happens, never with a value of a form. With `participant` that participant’s cut feed, for itself alone.',
        security,
        headers: lastEventId,
        querystring: query({ participant: code, cursor, from }),
        response: { 200: stream, ...common, ...problems(403, 422) },
      },
    },
    async (request, reply) => {
      const { participant } = request.query as { participant?: string }
      context.streams.requireRoom()
      if (participant === undefined) {
        actingAs(context, request, 'operator', 'auditor')
        const line = context.lines.exchange()
        context.streams.open(reply, { line, after: await startOf(context, request, line, 'now') })
      } else await openParticipantFeed(context, request, reply, participant)
      return reply
    },
  )

  fastify.get(
    '/records/:id/events',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['records', 'live'],
        summary: 'A record’s events 档案事件',
        description: 'As JSON, or live as server-sent events with `Accept: text/event-stream`.',
        security,
        headers: lastEventId,
        params: path({ id }),
        querystring: query({
          cursor,
          from,
          after: described(position, 'Events behind this position. 此位置之后的事件。'),
        }),
        response: {
          200: {
            ...read('The events. 事件。', { record: text, events: list(ref('Event')), cursor: text }),
          },
          ...common,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const wantsStream = (request.headers.accept ?? '').includes('text/event-stream')
      return wantsStream ? streamRecord(context, request, reply) : listRecord(context, request, reply)
    },
  )
}

async function openParticipantFeed(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  participant: string,
): Promise<void> {
  const principal = principalOf(request)
  if (principal.kind !== 'participant' || principal.participant !== participant)
    throw refusal('YB_FORBIDDEN', '/query/participant', { principal: nameOf(principal) })
  const known = context.options.references.current().participants.byCode.get(participant)
  if (!known || known.ours === true)
    throw refusal('YB_PARTICIPANT_UNKNOWN', '/query/participant', { participant })
  const { line, release } = context.lines.participant(participant)
  try {
    context.streams.open(reply, { line, after: await startOf(context, request, line, 'now'), ended: release })
  } catch (error) {
    release()
    throw error
  }
}

async function streamRecord(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const principal = principalOf(request)
  context.streams.requireRoom()
  const { id: typed } = request.params as { id: string }
  const { record, viewer } = await locateRecord(context, principal, typed)
  const { line, release } = context.lines.record(record, viewer)
  const beforeSending = (frames: readonly Frame[]): Promise<void> =>
    context.reads.record({
      principal,
      record,
      purpose: '查阅事件 events',
      paths: frames.flatMap((frame) => frame.paths ?? []),
    })
  try {
    const after = await startOf(context, request, line, 'start')
    context.streams.open(reply, { line, after, beforeSending, ended: release })
  } catch (error) {
    release()
    throw error
  }
  return reply
}

async function listRecord(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const { store } = context.options
  const principal = principalOf(request)
  const { id: typed } = request.params as { id: string }
  const { after = 0, cursor: known } = request.query as { after?: number; cursor?: string }
  const behind = known === undefined ? 0 : context.cursors.decode('record', known)
  const at = await store.head()
  const { record, stored, viewer } = await locateRecord(context, principal, typed)
  const seen = (await seenEvents(context.options, record, stored, viewer)).filter(
    ({ envelope }) => envelope.position > after && envelope.position <= at && envelope.revision > behind,
  )
  await context.reads.record({
    principal,
    record,
    purpose: '查阅事件 events',
    paths: seen.flatMap(pathsShown),
  })
  const last = seen.at(-1)?.envelope.revision ?? Math.max(behind, 0)
  return answer(context, reply, at, {
    record,
    events: seen.map(eventBody),
    cursor: context.cursors.encode({ kind: 'record', at: last }),
  })
}
