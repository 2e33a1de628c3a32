import { type Message, recordStream } from '@yibiao/schemas'
import { isRecordMessage } from '../domain/decide.ts'

/** The stream a message belongs to: its record's, or one of the exchange's own. */
export function streamOf(message: Message, participant: string): string {
  if (isRecordMessage(message.type)) return recordStream(message.subject)
  const { content } = message.data as {
    content?: { code?: string; process?: string; year?: number | string }
  }
  switch (message.type) {
    case 'yibiao.feed.acknowledged.v1':
    case 'yibiao.feed.rejected.v1':
      return `receipts-${participant}`
    case 'yibiao.operation.requested.v1':
    case 'yibiao.operation.completed.v1':
      return 'operations'
    case 'yibiao.read.recorded.v1':
      return `reads-${message.subject}`
    case 'yibiao.catalogue.published.v1':
      return `catalogue-${content?.code ?? ''}`
    case 'yibiao.process.published.v1':
      return `process-${content?.process ?? ''}`
    case 'yibiao.calendar.published.v1':
      return `calendar-${content?.year ?? ''}`
    case 'yibiao.matrix.published.v1':
      return 'matrix'
    default:
      return 'participants'
  }
}
