import {
  type Message,
  type PublicationData,
  publicationKey,
  publicationKindOf,
  publicationStream,
  recordStream,
} from '@yibiao/schemas'
import { isRecordMessage } from '../domain/decide.ts'

/** The stream a message belongs to: its record's, or one of the exchange's own. */
export function streamOf(message: Message, participant: string): string {
  if (isRecordMessage(message.type)) return recordStream(message.subject)
  const kind = publicationKindOf(message.type)
  if (kind !== undefined)
    return publicationStream(kind, publicationKey(kind, (message.data as PublicationData).content))
  switch (message.type) {
    case 'yibiao.feed.acknowledged.v1':
    case 'yibiao.feed.rejected.v1':
      return `receipts-${participant}`
    case 'yibiao.operation.requested.v1':
    case 'yibiao.operation.completed.v1':
      return 'operations'
    case 'yibiao.read.recorded.v1':
      return `reads-${message.subject}`
    default:
      throw new Error(`no stream holds ${message.type}`)
  }
}
