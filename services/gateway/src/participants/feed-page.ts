import type { Frame } from '../live/line.ts'

/** Messages that one answer holds at most, and how many without being asked. */
export const largestFeedPage = 500
export const defaultFeedPage = 100

/** An answer holds no further message once it has so many bytes; one message it holds always. */
export const feedPageBytes = 4 * 1024 * 1024

/** As many of the frames as one answer holds. */
export function pageOf(frames: readonly Frame[], limit: number): readonly Frame[] {
  let bytes = 0
  const end = frames.findIndex((one, index) => {
    bytes += one.json?.length ?? 0
    return index === limit || (index > 0 && bytes > feedPageBytes)
  })
  return end < 0 ? frames : frames.slice(0, end)
}

export interface FeedPage {
  readonly participant: string
  readonly history: string
  readonly mode: 'sandbox' | 'production'
  /** The feed holds everything up to this position. */
  readonly position: number
  /** Where the page begins behind. */
  readonly after: number
  readonly frames: readonly Frame[]
  /** Without what the messages say: for operators. */
  readonly withheld: boolean
}

/**
 * The answer's JSON, put together from the messages' own bytes: the digest is over these. Every message is on a line of its
 * own, so that a system that parses nothing can cut it out.
 */
export function encodePage({
  participant,
  history,
  mode,
  position,
  after,
  frames,
  withheld,
}: FeedPage): Buffer {
  const next = frames.at(-1)?.at ?? after
  const head = { position, ...(mode === 'sandbox' ? { mode } : {}), participant, history, next }
  const parts: Buffer[] = [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"messages":[`)]
  for (const [index, { json }] of frames.entries()) {
    if (json === undefined) continue
    parts.push(index === 0 ? lineBreak : between, withheld ? withoutData(json) : json)
  }
  return Buffer.concat([...parts, end])
}

const lineBreak = Buffer.from('\n')
const between = Buffer.from(',\n')
const end = Buffer.from('\n]}\n')

/** That there was a message, of what, and when; not what it says. */
function withoutData(json: Buffer): Buffer {
  const { sequence, digest, message } = JSON.parse(json.toString('utf8')) as {
    readonly sequence: number
    readonly digest: string
    readonly message: Readonly<Record<string, unknown>>
  }
  const { data: _withheld, ...envelope } = message
  return Buffer.from(JSON.stringify({ sequence, digest, withheld: true, message: envelope }))
}
