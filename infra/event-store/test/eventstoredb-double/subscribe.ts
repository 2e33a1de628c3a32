import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { type ReadCall, write } from './call.ts'
import { invalidPosition } from './faults.ts'
import type { Log, LogRecord } from './log.ts'
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  fellBehindMessage,
} from './messages.ts'

/** Events that may wait for a live subscriber before the server goes back to reading for it. */
const liveBuffer = 100
/** Events that the server considers at once unless told otherwise. */
const defaultWindow = 32

/** A subscription to `$all`, telling of each event that is sent: after a position, with or without a filter, first by reading, then live. */
export async function subscribeToAll(
  log: Log,
  call: ReadCall,
  options: ReadReq.Options,
  sent: () => void,
): Promise<void> {
  const all = options.getAll()
  const position = all?.getPosition()?.getCommitPosition()
  const at = position === undefined ? undefined : log.indexAt(Number(position))
  if (position !== undefined && at === undefined) return void call.emit('error', invalidPosition())
  let next = all?.hasEnd() ? log.records.length : at === undefined ? 0 : at + 1
  const filter = options.getFilter()
  const matches = matcher(filter)
  const window = filter?.hasMax() ? filter.getMax() : defaultWindow
  const interval = window * (filter?.getCheckpointintervalmultiplier() ?? 1)
  const isGone = () => call.cancelled || call.destroyed
  if (!(await write(call, confirmationMessage(crypto.randomUUID())))) return
  let considered = 0
  let isLive = false
  while (!isGone()) {
    if (next >= log.records.length) {
      if (!isLive && !(await write(call, caughtUpMessage()))) return
      isLive = true
      if (next >= log.records.length) await nextAppend(log, call)
      continue
    }
    if (isLive && log.records.length - next > liveBuffer) {
      isLive = false
      if (!(await write(call, fellBehindMessage()))) return
    }
    const record = log.records[next++]
    if (record === undefined) continue
    considered++
    if (matches(record)) {
      sent()
      if (!(await write(call, eventMessage(record)))) return
    }
    if (filter !== undefined && considered >= interval) {
      considered = 0
      if (!(await write(call, checkpointMessage(record.position)))) return
    }
  }
}

function nextAppend(log: Log, call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop()
      for (const event of ['cancelled', 'close', 'error']) call.off(event, done)
      resolve()
    }
    const stop = log.listen(done)
    for (const event of ['cancelled', 'close', 'error']) call.once(event, done)
  })
}

function matcher(filter: ReadReq.Options.FilterOptions | undefined): (record: LogRecord) => boolean {
  const byName = filter?.getStreamIdentifier()
  const expression = byName ?? filter?.getEventType()
  if (expression === undefined) return () => true
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex())
  const prefixes = expression.getPrefixList()
  return (record) => {
    const text = byName === undefined ? record.type : record.stream
    return regex?.test(text) ?? prefixes.some((prefix) => text.startsWith(prefix))
  }
}
