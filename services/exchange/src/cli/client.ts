import { type Problem, problem, YibiaoError } from '@yibiao/schemas'
import { type ServerEvent, serverEvents } from './server-events.ts'
import type { Lang } from './text.ts'

/** Longest wait for an answer, in milliseconds. */
export const answerTimeout = 60_000
/** Before a live stream that broke off is opened again, in milliseconds. */
export const reopenDelay = 500

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
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  }

  /** What happens from now on, or since a cursor; goes on by itself where it broke off. Ends with the signal. */
  async *follow(path: string, query: Query, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    let last: string | undefined
    while (!signal.aborted) {
      const headers: Record<string, string> = {
        Accept: 'text/event-stream',
        ...(last === undefined ? {} : { 'Last-Event-ID': last }),
      }
      try {
        const response = await this.#fetch(path + queryText(query), { headers, signal })
        if (!response.ok) throw await refusalOf(response)
        if (response.body === null) return
        for await (const event of serverEvents(response.body)) {
          if (event.id !== undefined) last = event.id
          if (event.event === 'message') yield event
        }
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof YibiaoError && !error.retryable) throw error
      }
      await pause(reopenDelay, signal)
    }
  }

  async #ask<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
    const response = await this.#fetch(path, { ...init, signal: AbortSignal.timeout(answerTimeout) })
    if (!response.ok) throw await refusalOf(response)
    return { status: response.status, body: (await response.json()) as Body }
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      const headers = { ...this.#headers, ...(init.headers as Record<string, string> | undefined) }
      return await fetch(this.address + path, { ...init, headers })
    } catch (error) {
      if (init.signal?.aborted && init.signal.reason?.name !== 'TimeoutError') throw error
      throw new YibiaoError(problem('YB_UNREACHABLE', '', { where: this.address }), { cause: error })
    }
  }
}

function queryText(query: Query): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value))
  return given.size === 0 ? '' : `?${given}`
}

/** The problem in an answer; whoever is no exchange answers without one. */
async function refusalOf(response: Response): Promise<YibiaoError> {
  const body = (await response.json().catch(() => undefined)) as
    | (Problem & { readonly titleEn?: string; readonly detailEn?: string })
    | undefined
  if (typeof body?.code === 'string' && Array.isArray(body.issues))
    return new YibiaoError({
      ...body,
      title: body.titleEn ?? body.title,
      detail: body.detailEn ?? body.detail,
    })
  const reason = `${response.url} answered ${response.status}. / ${response.url} 返回 ${response.status}。`
  return new YibiaoError(problem('YB_UNAVAILABLE', '', { reason }))
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
