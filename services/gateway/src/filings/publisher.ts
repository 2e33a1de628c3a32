import type { MessageBus, PublishReceipt } from '@yibiao/message-bus'
import { defaultMaxBytes, inboundTopic, type Message, sourceOf } from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'
import { authTypeOf, type Principal } from '../http/principal.ts'
import { refusal, unavailable } from '../http/problems.ts'

/**
 * In whose name something is said: the gateway speaks for `PAB`, the counter and the founder's web form, and for
 * `OPERATOR`; what a participant without access to the bus says goes out in its own name.
 */
export type Speaker = string

/** A message on its way out, with the very bytes. */
export interface Outgoing {
  readonly speaker: Speaker
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly bytes: Buffer
  /** The JSON text of its data, a part of `bytes`. */
  readonly dataText: Buffer
}

export interface Draft {
  readonly speaker: Speaker
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly filing?: string
  readonly principal: Principal
  /** The data as JSON text, in pieces: what the caller sent is passed on as he sent it. */
  readonly data: readonly (string | Uint8Array)[]
}

/** Publishes like every participant: through the bus. */
export class Publisher {
  readonly #bus: MessageBus
  readonly #clock: Clock
  readonly #timeout: number

  constructor(options: { readonly bus: MessageBus; readonly clock: Clock; readonly timeout: number }) {
    this.#bus = options.bus
    this.#clock = options.clock
    this.#timeout = options.timeout
  }

  /** Makes the message. Throws `YB_MESSAGE_TOO_LARGE` where the bus would not take it. */
  make({ speaker, id, type, subject, filing, principal, data }: Draft): Outgoing {
    const envelope: Omit<Message, 'data'> = {
      specversion: '1.0',
      id,
      source: sourceOf(speaker),
      type,
      subject,
      time: new Date(this.#clock.now()).toISOString(),
      datacontenttype: 'application/json',
      ...(filing === undefined ? {} : { filing }),
      authtype: authTypeOf[principal.kind],
      authid: principal.id,
    }
    const head = `${JSON.stringify(envelope).slice(0, -1)},"data":`
    const pieces = [head, ...data, '}'].map((piece) =>
      typeof piece === 'string' ? Buffer.from(piece) : piece,
    )
    const bytes = Buffer.concat(pieces)
    if (bytes.length > defaultMaxBytes)
      throw refusal('YB_MESSAGE_TOO_LARGE', '', { size: bytes.length, limit: defaultMaxBytes })
    const dataText = bytes.subarray(pieces[0]?.length, -1)
    return { speaker, id, type, subject, bytes, dataText }
  }

  /** Durable when resolved. Throws `YB_UNAVAILABLE` when the bus does not take it in time; the same may then be sent again. */
  publish(messages: readonly Outgoing[]): Promise<readonly PublishReceipt[]> {
    return this.send(
      messages.map(({ speaker, subject, bytes }) => ({ topic: inboundTopic(speaker), key: subject, bytes })),
    )
  }

  /** Publishes bytes as they are, in this order, like `publish`. */
  async send(
    messages: readonly { readonly topic: string; readonly key: string; readonly bytes: Buffer }[],
  ): Promise<readonly PublishReceipt[]> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(busDown()), this.#timeout)
    })
    const sending = this.#bus.publish(messages.map(({ topic, key, bytes }) => ({ topic, key, value: bytes })))
    // When the time is over first, nobody is left to hear how the publishing ended.
    sending.catch(() => undefined)
    try {
      return await Promise.race([sending, late])
    } catch (error) {
      throw (error as { retryable?: unknown }).retryable === true ? busDown() : error
    } finally {
      clearTimeout(timer)
    }
  }
}

const busDown = () =>
  unavailable(
    'The message bus takes nothing now; send the same again later.',
    '消息总线暂不可用，请稍后原样重发。',
  )
