import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import type { ISocketFactory } from 'kafkajs'

export type TlsOptions = ConnectionOptions

const keepAlive = 60_000

/**
 * Makes kafkajs's sockets and keeps hold of them, because its own way to disconnect waits for every answer under way: a
 * long poll for its whole time, a frozen broker for ever.
 */
export class Sockets {
  readonly #open = new Set<Socket>()
  #destroyed = false

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    const name = isIP(host) === 0 ? { servername: host } : {}
    const socket = ssl
      ? connectTls({ host, port, ...name, ...(ssl as TlsOptions) }, onConnect)
      : connectPlain({ host, port }, onConnect)
    socket.setKeepAlive(true, keepAlive)
    // A request of several packets shall not wait for the acknowledgement of the first.
    socket.setNoDelay(true)
    this.#open.add(socket)
    socket.once('close', () => this.#open.delete(socket))
    // A retry of kafkajs's that outlived the connection it belongs to.
    if (this.#destroyed) giveUp(socket)
    return socket
  }

  /** Ends them all at once; every request under way on them rejects. */
  destroy(): void {
    this.#destroyed = true
    for (const socket of this.#open) giveUp(socket)
  }
}

function giveUp(socket: Socket): void {
  socket.destroy(new Error('the connection was given up'))
}
