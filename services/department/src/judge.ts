import type { BusMessage } from '@yibiao/message-bus'
import { type Decoded, decodeFeedMessage, firstDigest, nextDigest } from './feed-message.ts'
import type { Verdict } from './lane.ts'
import type { Halt } from './options.ts'
import type { Checkpoint } from './store.ts'

const halt = (reason: Halt['reason'], message: BusMessage, last: number, detail: string): Halt => ({
  reason,
  topic: message.topic,
  offset: message.offset,
  last,
  detail,
})

const stop = (reason: Halt['reason'], message: BusMessage, last: number, detail: string): Verdict => ({
  kind: 'halt',
  halt: halt(reason, message, last, detail),
})

/**
 * The consumer's rule of the live feed: the last sequence + 1 is taken, what is not above the last is dropped, more is a
 * gap; another digest is a divergence. Another history's sequences are never compared with ours.
 */
export function judgeFeed(checkpoint: Checkpoint | undefined, message: BusMessage): Verdict {
  const last = checkpoint?.sequence ?? 0
  const decoded = decodeFeedMessage(message)
  if (decoded === undefined) return stop('unreadable', message, last, 'It is no feed message.')
  const { sequence, event } = decoded.delivery
  const history = checkpoint?.history ?? event.historyid
  if (event.historyid !== history) {
    return stop(
      'history',
      message,
      last,
      `The feed is of history ${event.historyid}, the store of ${history}.`,
    )
  }
  if (sequence > last + 1) {
    const detail = `Sequence ${sequence} came where ${last + 1} was expected.`
    return { kind: 'gap', found: sequence, halt: halt('gap', message, last, detail) }
  }
  if (sequence < last) return { kind: 'drop' }
  if (sequence === last) return judgeRepeated(checkpoint, decoded, message)
  const digest = nextDigest(checkpoint?.digest ?? firstDigest, sequence, event.id, message.value)
  if (digest !== decoded.digest) return diverged(decoded, message, last, digest)
  const reached = { sequence, digest, offset: decoded.offset, history }
  return { kind: 'take', delivery: decoded.delivery, checkpoint: reached }
}

/** The last message again: the same one is a repetition, another one under its number a divergence. */
function judgeRepeated(checkpoint: Checkpoint | undefined, decoded: Decoded, message: BusMessage): Verdict {
  const expected = checkpoint?.digest ?? firstDigest
  if (decoded.digest === expected) return { kind: 'drop' }
  return diverged(decoded, message, checkpoint?.sequence ?? 0, expected)
}

const diverged = (decoded: Decoded, message: BusMessage, last: number, own: string): Verdict =>
  stop(
    'divergence',
    message,
    last,
    `Sequence ${decoded.delivery.sequence}: own digest ${own}, the feed's ${decoded.digest || 'missing'}.`,
  )

/**
 * The rule of replays: they carry their original sequences, in any order and repeatedly, so the topic's own offset tells
 * what was taken. Nothing here touches the live feed's checkpoint.
 */
export function judgeReplay(checkpoint: Checkpoint | undefined, message: BusMessage): Verdict {
  if (checkpoint !== undefined && message.offset <= checkpoint.offset) return { kind: 'drop' }
  const decoded = decodeFeedMessage(message)
  if (decoded === undefined) {
    return stop('unreadable', message, checkpoint?.sequence ?? 0, 'It is no replayed feed message.')
  }
  const { sequence, event } = decoded.delivery
  const reached = { sequence, digest: decoded.digest, offset: message.offset, history: event.historyid ?? '' }
  return { kind: 'take', delivery: decoded.delivery, checkpoint: reached }
}
