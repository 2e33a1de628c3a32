import { setTimeout as delay } from 'node:timers/promises'
import { EventStoreDBClient } from '@eventstore/db-client'
import type { IStreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import { usageError } from '../usage.ts'
import { silence, storeError } from './errors.ts'

/** Milliseconds that closing waits for the client's channel. */
const closingTime = 100

/** One call of the server's BatchAppend: requests go in, answers come out, each with its request's correlation id. */
export interface BatchAppendCall {
  write(request: BatchAppendReq): boolean
  end(): void
  cancel(): void
  on(event: 'data', listener: (answer: BatchAppendResp) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'end', listener: () => void): unknown
}

/** Of the client's protected members those that are used here. The client's version is pinned for their sake. */
interface Internals {
  /** Opens a call on the client's channel; the client turns to another node when it fails. */
  readonly GRPCStreamCreator: <Call>(
    service: unknown,
    name: string,
    create: (client: IStreamsClient) => Call,
  ) => () => Promise<Call>
  readonly callArguments: (
    options: { readonly requiresLeader: boolean },
    callOptions: { readonly deadline: number },
  ) => Parameters<IStreamsClient['batchAppend']>
  readonly getChannel: () => Promise<{ close(): void }>
  /** Leaves a failed channel. Nobody awaits it. */
  handleError: (client: unknown, error: Error) => Promise<void>
}

/** The client of one server or cluster, with what it lacks: a batch-append call of one's own, a deadline on reads, an end. */
export class Connection {
  readonly client: EventStoreDBClient
  readonly deadline: number
  readonly #internals: Internals

  constructor(connectionString: string, deadline: number) {
    this.deadline = deadline
    this.client = newClient(connectionString)
    this.#internals = this.client as unknown as Internals
    const { handleError } = this.#internals
    // Its rejection (no node of the cluster answers) would end the process; whoever calls next meets the same error.
    this.#internals.handleError = (client, error) => handleError(client, error).catch(() => {})
  }

  /** Opens a BatchAppend call. `listen` sees it before anything can arrive; what it returns is the outcome. */
  async batchAppend<Listener>(listen: (call: BatchAppendCall) => Listener): Promise<Listener> {
    const listeners: Listener[] = []
    await this.#internals.GRPCStreamCreator(streamsService.StreamsClient, 'batchAppend', (client) => {
      const anyDeadline = { deadline: Number.POSITIVE_INFINITY }
      const call: BatchAppendCall = client.batchAppend(
        ...this.#internals.callArguments({ requiresLeader: true }, anyDeadline),
      )
      listeners.push(listen(call))
      return call
    })()
    return listeners[0] as Listener
  }

  /** The outcome of `work`, or YB_STORE_UNAVAILABLE after the deadline; then nothing is known of it. */
  async within<T>(doing: string, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(silence(doing, this.deadline)), this.deadline)
    })
    try {
      return await Promise.race([work, late])
    } catch (error) {
      throw storeError(error, doing)
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends what is under way and closes the channel, which the client itself would leave open. */
  async close(): Promise<void> {
    await this.client.dispose()
    try {
      // Where no node of a cluster answers there is no channel to close, and the client looks for one for long.
      const channel = await Promise.race([this.#internals.getChannel(), delay(closingTime)])
      channel?.close()
    } catch {
      // It found none.
    }
  }
}

function newClient(connectionString: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(connectionString)
  } catch {
    // The client's own message repeats the connection string, and with it the password.
    throw usageError(
      'options.url',
      'cannot be read, or names a certificate file that is not there. Check hosts, ports and the settings after ?',
    )
  }
}
