import shared from '@eventstore/db-client/generated/shared_pb.js'
import statusMessages from '@eventstore/db-client/generated/status_pb.js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { type ServerDuplexStream, status } from '@grpc/grpc-js'
import any from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import { type Faults, notLeader, serverError } from './faults.ts'
import type { AppendResult, Expected, Log, Proposed } from './log.ts'
import { identifier, nameOf } from './messages.ts'

interface Pending {
  readonly stream: string
  readonly expected: Expected
  readonly events: Proposed[]
  bytes: number
}

/** Streams.BatchAppend: requests are gathered by correlation id and stored, in the order of arrival, when they are final. */
export function batchAppend(log: Log, faults: Faults) {
  return (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const pending = new Map<string, Pending>()
    call.on('error', () => {})
    call.on('end', () => call.end())
    call.on('data', (request: BatchAppendReq) => {
      if (faults.hangs) return
      const error = notLeader(faults, call.metadata)
      if (error !== undefined) return void call.emit('error', error)
      const id = request.getCorrelationId()?.getString() ?? ''
      const append = pending.get(id) ?? begin(request)
      if (append === undefined) return
      pending.set(id, append)
      for (const message of request.getProposedMessagesList()) add(append, message)
      if (append.bytes > faults.maxAppendSize) {
        pending.delete(id)
        call.write(answer(request, append.stream, tooLarge(faults.maxAppendSize)))
      } else if (request.getIsFinal()) {
        pending.delete(id)
        later(faults.appendDelay, () => {
          const result = log.append(append.stream, append.expected, append.events)
          if (faults.losesAnswers) call.emit('error', serverError(status.UNAVAILABLE, 'Connection dropped'))
          else call.write(answer(request, append.stream, result))
        })
      }
    })
  }
}

function later(milliseconds: number, work: () => void): void {
  if (milliseconds === 0) work()
  else setTimeout(work, milliseconds)
}

function begin(request: BatchAppendReq): Pending | undefined {
  const options = request.getOptions()
  if (options === undefined) return undefined
  let expected: Expected = Number(options.getStreamPosition())
  if (options.hasNoStream()) expected = 'no-stream'
  else if (options.hasAny()) expected = 'any'
  else if (options.hasStreamExists()) expected = 'stream-exists'
  return { stream: nameOf(options.getStreamIdentifier()), expected, events: [], bytes: 0 }
}

function add(append: Pending, message: BatchAppendReq.ProposedMessage): void {
  const [data, metadata] = [message.getData_asU8(), message.getCustomMetadata_asU8()]
  const type = message.getMetadataMap().get('type') ?? ''
  const contentType = message.getMetadataMap().get('content-type') ?? ''
  append.events.push({ id: message.getId()?.getString() ?? '', type, contentType, data, metadata })
  append.bytes += data.length + metadata.length + type.length
}

type Failure = readonly [type: string, message: Uint8Array]

function tooLarge(limit: number): Failure {
  const message = new shared.MaximumAppendSizeExceeded()
  message.setMaxappendsize(limit)
  return ['event_store.client.MaximumAppendSizeExceeded', message.serializeBinary()]
}

function answer(request: BatchAppendReq, stream: string, result: AppendResult | Failure): BatchAppendResp {
  const response = new streams.BatchAppendResp()
  response.setCorrelationId(request.getCorrelationId())
  response.setStreamIdentifier(identifier(stream))
  if ('status' in result && (result.status === 'stored' || result.status === 'idempotent')) {
    const success = new streams.BatchAppendResp.Success()
    success.setCurrentRevision(String(result.revision))
    const position = new shared.AllStreamPosition()
    position.setCommitPosition(String(result.position))
    position.setPreparePosition(String(result.position))
    success.setPosition(position)
    response.setSuccess(success)
    return response
  }
  const [type, bytes] = 'status' in result ? failureOf(result, stream) : result
  const details = new any.Any()
  details.pack(bytes, type)
  const error = new statusMessages.Status()
  error.setDetails(details)
  response.setError(error)
  return response
}

function failureOf(result: AppendResult, stream: string): Failure {
  if (result.status !== 'wrong-revision') {
    const deleted = new shared.StreamDeleted()
    deleted.setStreamIdentifier(identifier(stream))
    return ['event_store.client.StreamDeleted', deleted.serializeBinary()]
  }
  const wrong = new shared.WrongExpectedVersion()
  if (result.current === undefined) wrong.setCurrentNoStream(new empty.Empty())
  else wrong.setCurrentStreamRevision(String(result.current))
  return ['event_store.client.WrongExpectedVersion', wrong.serializeBinary()]
}
