import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { status } from '@grpc/grpc-js'
import { type ReadCall, write } from './call.ts'
import { type Faults, invalidPosition, notLeader, serverError, streamDeleted } from './faults.ts'
import type { Log, LogRecord } from './log.ts'
import { eventMessage, nameOf, notFoundMessage } from './messages.ts'
import { subscribeToAll } from './subscribe.ts'

const backwardsDirection = 1

/** Streams.Read: one stream or `$all`, forwards or backwards; and subscriptions to `$all`. */
export function read(log: Log, faults: Faults, sent: () => void) {
  return (call: ReadCall): void => {
    call.on('error', () => {})
    if (faults.hangs) return
    const error = notLeader(faults, call.metadata)
    const options = call.request.getOptions()
    if (error !== undefined) call.emit('error', error)
    else if (options === undefined) call.emit('error', serverError(status.INVALID_ARGUMENT, 'no options'))
    else if (options.hasSubscription()) void subscribeToAll(log, call, options, sent)
    else if (options.hasAll()) readAll(log, call, options)
    else readStream(log, call, options)
  }
}

async function send(call: ReadCall, records: readonly LogRecord[]): Promise<void> {
  for (const record of records) if (!(await write(call, eventMessage(record)))) return
  call.end()
}

function readStream(log: Log, call: ReadCall, options: ReadReq.Options): void {
  const stream = options.getStream()
  const name = nameOf(stream?.getStreamIdentifier())
  const records = log.stream(name)
  if (records === 'deleted') return void call.emit('error', streamDeleted(name))
  if (records === 'not-found') {
    call.write(notFoundMessage(name))
    return void call.end()
  }
  const count = Number(options.getCount())
  const from = stream?.hasRevision() ? Number(stream.getRevision()) : undefined
  if (options.getReadDirection() !== backwardsDirection) {
    return void send(call, records.filter(({ revision }) => revision >= (from ?? 0)).slice(0, count))
  }
  // The server takes the range of revisions that ends where it was told, even where nothing stands there.
  const end = from ?? records.at(-1)?.revision ?? 0
  const found = records.filter(({ revision }) => revision <= end && revision > end - count)
  void send(call, found.toReversed())
}

function readAll(log: Log, call: ReadCall, options: ReadReq.Options): void {
  const all = options.getAll()
  const count = Number(options.getCount())
  const backwards = options.getReadDirection() === backwardsDirection
  const position = all?.getPosition()?.getCommitPosition()
  const index = position === undefined ? undefined : log.indexAt(Number(position))
  if (position !== undefined && index === undefined) return void call.emit('error', invalidPosition())
  if (!backwards) {
    const from = all?.hasEnd() ? log.records.length : (index ?? 0)
    return void send(call, log.records.slice(from, from + count))
  }
  // Backwards, a position is exclusive: the first event is the one before it.
  const end = all?.hasStart() ? 0 : (index ?? log.records.length)
  void send(call, log.records.slice(Math.max(0, end - count), end).toReversed())
}
