import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { json } from 'node:stream/consumers'
import { type Problem, problem, YibiaoError } from '@yibiao/schemas'
import { type ServerEvent, serverEvents } from './server-events.ts'
import type { Lang } from './text.ts'

/** Longest wait for an answer, in milliseconds. */
export const answerTimeout = 60_000
/** Before a live stream that broke off is opened again, in milliseconds. */
export const reopenDelay = 500
/** A live stream that breaks off so often without a message in between is given up. */
export const mostReopenings = 20

export type Query = Readonly<Record<string, string | number | undefined>>

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

export interface ClientOptions {
  /** e.g. `http://127.0.0.1:8080`. */
  readonly address: string
  readonly token?: string | undefined
  readonly lang: Lang
}

/** The exchange over HTTP. Every refusal is thrown as a `YibiaoError`; nobody there is `YB_UNREACHABLE`. */
export class Client {
  readonly address: string
  readonly #headers: Readonly<Record<string, string>>

  constructor({ address, token, lang }: ClientOptions) {
    this.address = address
    this.#headers = {
      'Accept-Language': lang === 'zh' ? 'zh-CN' : 'en',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
  }

  async get<Body>(path: string, query: Query = {}): Promise<Body> {
    const { body } = await this.#ask<Body>(path + queryText(query), {})
    return body
  }

  /** `body` is JSON text, sent as it is, or a value. */
  async post<Body>(
    path: string,
    body: string | object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.#ask<Body>(path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    })
  }

  /**
   * What happens from the start or from now on, as the query says; goes on by itself where it broke off. Ends with the
   * signal. Throws `YB_UNREACHABLE` when it cannot be had for long.
   */
  async *follow(path: string, query: Query, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    let last: string | undefined
    for (let broken = 0; !signal.aborted; broken += 1) {
      if (broken > mostReopenings) throw unreachable(this.address)
      const headers: Record<string, string> = {
        Accept: 'text/event-stream',
        ...(last === undefined ? {} : { 'Last-Event-ID': last }),
      }
      try {
        const response = await this.#send(path + queryText(query), { headers, signal })
        if (response.statusCode !== 200) throw await refusalOf(response, this.address + path)
        for await (const event of serverEvents(response)) {
          if (event.id !== undefined) last = event.id
          if (event.event !== 'message') continue
          broken = 0
          yield event
        }
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof YibiaoError && !error.retryable) throw error
      }
      await pause(reopenDelay, signal)
    }
  }

  /** A request whose answer is no JSON document: its head has come, its body has not. Throws like `get`. */
  async exchange(
    method: 'GET' | 'HEAD' | 'PATCH',
    path: string,
    sending: Pick<Sending, 'body' | 'headers'> = {},
  ): Promise<IncomingMessage> {
    const signal = AbortSignal.timeout(answerTimeout)
    const response = await this.#send(path, { ...sending, method, signal })
    const { statusCode: status = 0 } = response
    if (status < 200 || status > 299) throw await refusalOf(response, this.address + path)
    return response
  }

  async #ask<Body>(path: string, sending: Sending): Promise<Answer<Body>> {
    const response = await this.#send(path, { ...sending, signal: AbortSignal.timeout(answerTimeout) })
    const { statusCode: status = 0 } = response
    if (status < 200 || status > 299) throw await refusalOf(response, this.address + path)
    const body = await json(response).catch((cause: unknown) => {
      throw noExchange(this.address + path, status, cause)
    })
    return { status, body: body as Body }
  }

  /** Each request has a connection of its own, so that none stays open and keeps an exchange from stopping. */
  #send(path: string, { method, body, headers, signal }: Sending): Promise<IncomingMessage> {
    const url = `${this.address}${path}`
    const options: RequestOptions = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      agent: false,
      headers: { ...this.#headers, ...headers },
      ...(signal === undefined ? {} : { signal }),
    }
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void =>
        reject(error.name === 'AbortError' && !isTimeout(signal) ? error : unreachable(this.address, error))
      try {
        const send = url.startsWith('https:') ? requestHttps : requestHttp
        send(url, options, resolve).on('error', fail).end(body)
      } catch (error) {
        // The address is none.
        fail(error as Error)
      }
    })
  }
}

interface Sending {
  /** Default: POST with a body, GET without. */
  readonly method?: 'GET' | 'HEAD' | 'PATCH'
  /** JSON text, or bytes. */
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const isTimeout = (signal: AbortSignal | undefined): boolean =>
  (signal?.reason as Error | undefined)?.name === 'TimeoutError'

const unreachable = (where: string, cause?: unknown): YibiaoError =>
  new YibiaoError(problem('YB_UNREACHABLE', '', { where }), { cause })

function queryText(query: Query): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value))
  return given.size === 0 ? '' : `?${given}`
}

/** The problem in an answer; whoever is no exchange answers without one. */
async function refusalOf(response: IncomingMessage, url: string): Promise<YibiaoError> {
  const body = (await json(response).catch(() => undefined)) as
    | (Problem & { readonly titleEn?: string; readonly detailEn?: string })
    | undefined
  if (typeof body?.code === 'string' && Array.isArray(body.issues))
    return new YibiaoError({
      ...body,
      title: body.titleEn ?? body.title,
      detail: body.detailEn ?? body.detail,
    })
  return noExchange(url, response.statusCode ?? 0)
}

function noExchange(url: string, status: number, cause?: unknown): YibiaoError {
  const reason = `${url} answered ${status} as no exchange does. / ${url} 返回 ${status}，不是交换平台。`
  return new YibiaoError(problem('YB_UNAVAILABLE', '', { reason }), { cause })
}

export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
  })
