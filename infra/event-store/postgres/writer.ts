import type pg from 'pg'
import { abandon, openClient, prepareWriter } from './client.ts'
import type { ResolvedOptions } from './options.ts'

/**
 * The connection that appends: opened when needed, and let go after every fault, so that nothing half done clings to it.
 */
export class Writer {
  readonly #options: ResolvedOptions
  #client: pg.Client | undefined

  constructor(options: ResolvedOptions) {
    this.#options = options
  }

  async client(): Promise<pg.Client> {
    if (this.#client !== undefined) return this.#client
    const client = await openClient(this.#options, (lost) => {
      if (this.#client === lost) this.#client = undefined
    })
    try {
      await prepareWriter(client, this.#options)
    } catch (error) {
      abandon(client)
      throw error
    }
    this.#client = client
    return client
  }

  /** After a fault: whatever was under way on the connection, the server rolls it back or has committed it. */
  discard(): void {
    const client = this.#client
    this.#client = undefined
    if (client !== undefined) abandon(client)
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    client?.removeAllListeners('end')
    await client?.end().catch(() => undefined)
  }
}
