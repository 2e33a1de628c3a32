import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Connections on which nothing was ever said, as browsers open them in advance. Closing a server waits for them, since
 * they are neither idle after a request nor in one; at a stop they are ended.
 */
export class SilentConnections {
  readonly #sockets = new Set<Socket>()

  constructor(server: Pick<Server, 'on'>) {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
  }

  /** Ends those that have said nothing so far. */
  end(): void {
    for (const socket of this.#sockets) if (socket.bytesRead === 0) socket.destroy()
  }
}
