import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { LogRecord } from './log.ts'

export function identifier(stream: string) {
  const message = new shared.StreamIdentifier()
  message.setStreamName(new Uint8Array(Buffer.from(stream)))
  return message
}

export function nameOf(message: { getStreamName_asU8(): Uint8Array } | undefined): string {
  return message === undefined ? '' : Buffer.from(message.getStreamName_asU8()).toString('utf8')
}

/** An event as a read or a subscription sends it. */
export function eventMessage(record: LogRecord) {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
  const id = new shared.UUID()
  id.setString(record.id)
  recorded.setId(id)
  recorded.setStreamIdentifier(identifier(record.stream))
  recorded.setStreamRevision(String(record.revision))
  recorded.setCommitPosition(String(record.position))
  recorded.setPreparePosition(String(record.position))
  recorded.getMetadataMap().set('type', record.type)
  recorded.getMetadataMap().set('content-type', record.contentType)
  recorded.getMetadataMap().set('created', String(record.created))
  recorded.setData(record.data)
  recorded.setCustomMetadata(record.metadata)
  const event = new streams.ReadResp.ReadEvent()
  event.setEvent(recorded)
  event.setCommitPosition(String(record.position))
  const response = new streams.ReadResp()
  response.setEvent(event)
  return response
}

export function checkpointMessage(position: number) {
  const checkpoint = new streams.ReadResp.Checkpoint()
  checkpoint.setCommitPosition(String(position))
  checkpoint.setPreparePosition(String(position))
  const response = new streams.ReadResp()
  response.setCheckpoint(checkpoint)
  return response
}

export function confirmationMessage(subscription: string) {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation()
  confirmation.setSubscriptionId(subscription)
  const response = new streams.ReadResp()
  response.setConfirmation(confirmation)
  return response
}

export function caughtUpMessage() {
  const response = new streams.ReadResp()
  response.setCaughtUp(new streams.ReadResp.CaughtUp())
  return response
}

export function fellBehindMessage() {
  const response = new streams.ReadResp()
  response.setFellBehind(new streams.ReadResp.FellBehind())
  return response
}

export function notFoundMessage(stream: string) {
  const notFound = new streams.ReadResp.StreamNotFound()
  notFound.setStreamIdentifier(identifier(stream))
  const response = new streams.ReadResp()
  response.setStreamNotFound(notFound)
  return response
}
