import type { ServerResponse } from 'node:http'
import type { Gauge, Logger } from '@yibiao/telemetry'
import type { FastifyReply } from 'fastify'
import { refuseBecause } from '../http/reasoned.ts'
import type { GatewayLimits } from '../limits.ts'
import type { Frame, Line } from './line.ts'

export interface OpenOptions {
  readonly line: Line
  /** Frames behind this place are sent. */
  readonly after: number
  /** Called before frames go out; when it rejects, the stream ends. */
  readonly beforeSending?: (frames: readonly Frame[]) => Promise<void>
  /** Called once when the stream has ended, however it ended. */
  readonly ended?: () => void
}

/** Why a stream ends, told to the client before it does. */
const notes = {
  'cut-off': {
    en: 'The client took nothing for too long. Go on from the last id.',
    zh: '客户端长时间未接收数据。请从最后的 id 继续。',
  },
  closing: {
    en: 'The exchange is stopping. Go on from the last id later.',
    zh: '平台正在停止。请稍后从最后的 id 继续。',
  },
  failed: {
    en: 'The stream broke off inside the exchange. Go on from the last id.',
    zh: '平台内部中断。请从最后的 id 继续。',
  },
} as const
type Note = keyof typeof notes

/** After its last note a client has so long to take it, in milliseconds. */
const farewell = 1_000

/** All open live streams: their number is bounded, and so is what waits in each. */
export class Streams {
  readonly #limits: GatewayLimits
  readonly #logger: Logger
  readonly #gauge: Gauge<'yibiao_gateway_streams'>
  readonly #open = new Set<AbortController>()
  readonly #running = new Set<Promise<void>>()

  constructor(options: {
    readonly limits: GatewayLimits
    readonly logger: Logger
    readonly gauge: Gauge<'yibiao_gateway_streams'>
  }) {
    this.#limits = options.limits
    this.#logger = options.logger
    this.#gauge = options.gauge
  }

  /** How many are open. */
  get count(): number {
    return this.#open.size
  }

  /** Throws `YB_BUSY` when there are as many streams as may be. */
  requireRoom(): void {
    if (this.#open.size < this.#limits.streams) return
    throw refuseBecause('YB_BUSY', '', 'Too many live streams are open.', '打开的实时流过多。')
  }

  /** Takes the answer over and sends frames until the client goes or the gateway stops. */
  open(reply: FastifyReply, options: OpenOptions): void {
    reply.hijack()
    const { raw } = reply
    const abort = new AbortController()
    raw.on('close', () => abort.abort('gone'))
    raw.on('error', () => abort.abort('gone'))
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A stream ends with its connection; whoever goes on makes a new one.
      Connection: 'close',
      'X-Accel-Buffering': 'no',
    })
    raw.write('retry: 1000\n\n')
    this.#open.add(abort)
    this.#gauge.set({}, this.#open.size)
    const running = this.#run(raw, abort, options).finally(() => {
      this.#open.delete(abort)
      this.#gauge.set({}, this.#open.size)
      this.#running.delete(running)
      options.ended?.()
    })
    this.#running.add(running)
  }

  /** Ends every stream with a note; resolves when all have ended. */
  async stop(): Promise<void> {
    for (const one of this.#open) one.abort('closing' satisfies Note)
    await Promise.all(this.#running)
  }

  async #run(raw: ServerResponse, abort: AbortController, options: OpenOptions): Promise<void> {
    const { signal } = abort
    const heartbeat = setInterval(() => raw.write(': \n\n'), this.#limits.heartbeat)
    try {
      for await (const frames of options.line.follow(options.after, signal)) {
        if (signal.aborted) break
        await options.beforeSending?.(frames)
        await this.#send(
          raw,
          frames.length === 1 ? frames[0]?.bytes : Buffer.concat(frames.map((one) => one.bytes)),
          abort,
        )
      }
    } catch (error) {
      this.#logger.warn({ err: error }, 'gateway: a live stream broke off')
      abort.abort('failed' satisfies Note)
    }
    clearInterval(heartbeat)
    bidFarewell(raw, signal.reason as Note | 'gone')
  }

  /** Writes; waits until it has been taken where too much waits already. A client that takes nothing for too long is cut off. */
  #send(raw: ServerResponse, bytes: Buffer | undefined, abort: AbortController): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      const done = (): void => {
        clearTimeout(timer)
        abort.signal.removeEventListener('abort', done)
        resolve()
      }
      raw.write(bytes, done)
      if (raw.writableLength <= this.#limits.streamBuffer) return resolve()
      timer = setTimeout(() => abort.abort('cut-off' satisfies Note), this.#limits.slowClient)
      abort.signal.addEventListener('abort', done, { once: true })
    })
  }
}

function bidFarewell(raw: ServerResponse, reason: Note | 'gone'): void {
  if (reason === 'gone' || raw.destroyed) return
  raw.end(`event: ${reason}\ndata: ${JSON.stringify(notes[reason])}\n\n`)
  const timer = setTimeout(() => raw.destroy(), farewell)
  timer.unref()
  raw.on('close', () => clearTimeout(timer))
}
