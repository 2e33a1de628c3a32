import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js'
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js'
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { append } from './append.ts'
import { batchAppend } from './batch-append.ts'
import { type Faults, noFaults } from './faults.ts'
import { Log } from './log.ts'
import { nameOf } from './messages.ts'
import { read } from './read.ts'

/**
 * A server that speaks EventStoreDB's gRPC protocol by the client's own service definitions, over a real socket on
 * loopback, with its log in memory. A single node without TLS and without access control.
 *
 * What it does is the server's behaviour as documented, or as its published source has it where the documentation is
 * silent (EventStore/EventStore, src/EventStore.Core):
 *
 * - Optimistic concurrency and idempotency: documented under "Appending events", decided as in
 *   Services/Storage/ReaderIndex/IndexWriter.cs, CheckCommit: a repetition is known by the ids at the expected
 *   revisions alone, and with `any` by the ids alone (of the whole stream here, of what is cached there); it is
 *   answered like the first. Some ids known and others not is a wrong expected version.
 * - BatchAppend: Services/Transport/Grpc/Streams.BatchAppend.cs. Requests are taken off the call one after another;
 *   wrong version, deletion and size come back as google.rpc.Status details, NotLeader ends the call.
 * - Positions are bytes in the log; reading or subscribing at one where no record begins is an error.
 * - Subscriptions to `$all`: Services/Transport/Enumerators/Enumerator.AllSubscriptionFiltered.cs. Exclusive of the
 *   position; CaughtUp at the end of each reading phase, FellBehind when a live subscriber is too slow; with a filter
 *   a checkpoint after each window × interval events considered.
 * - Soft deletion and tombstones: documented under "Deleting streams". Nothing is ever scavenged.
 *
 * What it does not: credentials, TLS, clusters, links, projections, persistent subscriptions, filtered reads, stream
 * metadata, and the order in which a real server takes calls that arrive at the same time on different streams.
 */
export class EventStoreDbDouble {
  readonly faults: Faults = noFaults()
  readonly log = new Log()
  /** Events that have been sent to subscribers. */
  sent = 0
  #server: Server | undefined
  #port = 0

  /** Listens on a free port of loopback, or on the same one again. */
  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1_048_576 })
    server.addService(streamsService.StreamsService, {
      read: read(this.log, this.faults, () => this.sent++),
      append: append(this.log, this.faults),
      batchAppend: batchAppend(this.log, this.faults),
      delete: this.#delete,
      tombstone: this.#tombstone,
    })
    server.addService(features.ServerFeaturesService, { getSupportedMethods })
    this.#port = await new Promise<number>((resolve, reject) => {
      const bound = (error: Error | null, port: number) => (error ? reject(error) : resolve(port))
      server.bindAsync(`127.0.0.1:${this.#port}`, ServerCredentials.createInsecure(), bound)
    })
    this.#server = server
  }

  get port(): number {
    return this.#port
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`
  }

  /** Breaks every connection and takes no new one. The log is kept. */
  stop(): void {
    this.#server?.forceShutdown()
    this.#server = undefined
  }

  /** Breaks every connection and listens again on the same port. */
  async restart(): Promise<void> {
    this.stop()
    await this.start()
  }

  readonly #delete = (
    call: ServerUnaryCall<DeleteReq, DeleteResp>,
    reply: sendUnaryData<DeleteResp>,
  ): void => {
    this.log.delete(nameOf(call.request.getOptions()?.getStreamIdentifier()))
    reply(null, new streams.DeleteResp())
  }

  readonly #tombstone = (
    call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    reply: sendUnaryData<TombstoneResp>,
  ): void => {
    this.log.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()))
    reply(null, new streams.TombstoneResp())
  }
}

/** What the client asks before its first append. */
function getSupportedMethods(
  _call: ServerUnaryCall<Empty, InstanceType<typeof featureMessages.SupportedMethods>>,
  reply: sendUnaryData<InstanceType<typeof featureMessages.SupportedMethods>>,
): void {
  const supported = new featureMessages.SupportedMethods()
  supported.setEventStoreServerVersion('24.10.0')
  for (const name of ['read', 'append', 'batchappend', 'delete', 'tombstone']) {
    const method = new featureMessages.SupportedMethod()
    method.setServiceName('event_store.client.streams.streams')
    method.setMethodName(name)
    supported.addMethods(method)
  }
  reply(null, supported)
}
