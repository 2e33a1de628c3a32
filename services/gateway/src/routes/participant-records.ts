import { recordStatuses } from '@yibiao/projections'
import type { FastifyInstance } from 'fastify'
import {
  common,
  count,
  described,
  list,
  oneOf,
  open,
  problems,
  read,
  ref,
  security,
  text,
} from '../api/schema.ts'
import { answer, type Context } from '../context.ts'
import { readRecordFor } from '../participants/record.ts'
import { askingAbout } from '../participants/who.ts'
import { code, id, path, query } from './parameters.ts'

/** The record that a message was about, for whoever keeps no fold. */
export function participantRecordRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/participants/:participant/records/:record',
    {
      schema: {
        tags: ['participants', 'records'],
        summary: 'The record as it is now, cut for the participant 档案现状（按单位权限裁剪）',
        description:
          'For whoever keeps no fold: on a message, fetch the record and put it in the place of the one you have, if its `revision` is higher. Never older than a message that you have read.',
        security,
        params: path({ participant: code, record: id }),
        querystring: query(),
        response: {
          200: read('The record. 档案。', {
            participant: text,
            record: text,
            revision: count,
            status: oneOf(...recordStatuses),
            flags: list(text),
            filings: list(text),
            form: described(open, 'As far as the participant may see it. 该单位可见的部分。'),
            values: list(ref('Value')),
          }),
          ...common,
          ...problems(403, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const asking = askingAbout(context, request)
      const { record } = request.params as { record: string }
      const { position: at, seen } = await readRecordFor(context, asking, record)
      await context.reads.record({
        principal: asking.principal,
        record: seen.record,
        purpose: '查阅档案 record',
        paths: seen.values.map((value) => value.path),
      })
      return answer(context, reply, at, { participant: asking.participant, ...seen })
    },
  )
}
