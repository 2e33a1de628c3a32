import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js'
import { type Faults, notLeader, streamDeleted } from './faults.ts'
import type { Expected, Log, Proposed } from './log.ts'
import { nameOf } from './messages.ts'

/** Streams.Append: the options first, then an event a message; stored when the client has finished. */
export function append(log: Log, faults: Faults) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, reply: sendUnaryData<AppendResp>): void => {
    let [stream, expected]: [string, Expected] = ['', 'any']
    const events: Proposed[] = []
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions()
      if (options !== undefined) {
        stream = nameOf(options.getStreamIdentifier())
        expected = expectedOf(options)
      }
      const message = request.getProposedMessage()
      if (message !== undefined) events.push(proposed(message))
    })
    call.on('end', () => {
      if (faults.hangs) return
      const error = notLeader(faults, call.metadata)
      if (error !== undefined) return reply(error)
      setTimeout(() => store(log, stream, expected, events, reply), faults.appendDelay)
    })
  }
}

function store(
  log: Log,
  stream: string,
  expected: Expected,
  events: readonly Proposed[],
  reply: sendUnaryData<AppendResp>,
): void {
  const result = log.append(stream, expected, events)
  if (result.status === 'deleted') {
    reply(streamDeleted(stream))
    return
  }
  const response = new streams.AppendResp()
  if (result.status === 'wrong-revision') {
    const wrong = new streams.AppendResp.WrongExpectedVersion()
    if (result.current === undefined) wrong.setCurrentNoStream(new shared.Empty())
    else wrong.setCurrentRevision(String(result.current))
    response.setWrongExpectedVersion(wrong)
  } else {
    const success = new streams.AppendResp.Success()
    success.setCurrentRevision(String(result.revision))
    const position = new streams.AppendResp.Position()
    position.setCommitPosition(String(result.position))
    position.setPreparePosition(String(result.position))
    success.setPosition(position)
    response.setSuccess(success)
  }
  reply(null, response)
}

function expectedOf(options: AppendReq.Options): Expected {
  if (options.hasRevision()) return Number(options.getRevision())
  if (options.hasNoStream()) return 'no-stream'
  return options.hasStreamExists() ? 'stream-exists' : 'any'
}

function proposed(message: AppendReq.ProposedMessage): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  }
}
