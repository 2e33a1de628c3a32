import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, eventTypes, type RecordedEvent, recordOfStream } from '@yibiao/schemas'
import { showClock } from './cli/times.ts'

export type Lang = 'zh' | 'en'

const outcomes: Readonly<Record<string, string>> = {
  'yibiao.filing.completed.v1': '✔',
  'yibiao.enterprise.registered.v1': '★',
  'yibiao.approval.granted.v1': '✓',
  'yibiao.approval.recorded.v1': '✓',
  'yibiao.approval.refused.v1': '✗',
  'yibiao.filing.refused.v1': '✗',
  'yibiao.message.refused.v1': '!',
  'yibiao.supplement.requested.v1': '?',
}

/** Streams whose events are bookkeeping, not things that happened to somebody. */
const quiet = ['deliveries-', 'receipts-', 'name-', 'uscc-', 'reads-']

/** One line for one thing that happened; no value of a form is ever in it. */
export function liveLine(event: RecordedEvent, lang: Lang): string {
  const type = eventTypes.get(event.type)
  const title = (lang === 'zh' ? type?.titleZh : type?.title) ?? event.type
  const data = event.data as { approval?: string; approvals?: readonly unknown[]; problem?: { code: string } }
  const item = data.approval?.split('/')[1]
  const who = event.source.replace('/participants/', '').replace('/exchange', '·')
  const subject = event.filing ?? event.subject
  const detail = item ?? data.problem?.code ?? (data.approvals ? `× ${data.approvals.length}` : '')
  const time = showClock(event.recordedtime)
  return `${time}  ${outcomes[event.type] ?? '•'} ${who.padEnd(10)} ${title}${detail ? ` ${detail}` : ''}  ${subject}`
}

/** Writes a live line for everything recorded after a position, until the signal. */
export async function followLive(
  store: EventStore,
  options: {
    readonly after: number
    readonly lang: Lang
    readonly signal: AbortSignal
    readonly write: (line: string) => void
  },
): Promise<void> {
  const { after, lang, signal, write } = options
  for await (const { events } of store.subscribe({ after, signal }))
    for (const stored of events) {
      if (recordOfStream(stored.stream) === undefined && quiet.some((one) => stored.stream.startsWith(one)))
        continue
      write(liveLine(decodeEvent(stored), lang))
    }
}
