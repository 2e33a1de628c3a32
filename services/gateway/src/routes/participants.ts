import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { participantEventRoutes } from './participant-events.ts'
import { participantFeedRoutes } from './participant-feed.ts'
import { participantReceiptRoutes } from './participant-receipts.ts'
import { participantRecordRoutes } from './participant-records.ts'

/** A participant's own system without the bus: it says, it is fed, it acknowledges, it looks a record up. */
export async function participantRoutes(fastify: FastifyInstance, context: Context): Promise<void> {
  participantFeedRoutes(fastify, context)
  participantReceiptRoutes(fastify, context)
  participantRecordRoutes(fastify, context)
  // Only here is a body taken as bytes, unread.
  await fastify.register(async (scope) => participantEventRoutes(scope, context))
}
