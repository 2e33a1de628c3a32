import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownKafkaForTest } from '@yibiao/engines/kafka'
import { postgresForTest } from '@yibiao/engines/postgres'
import t from 'tap'
import { configure, type RoleName } from '../src/configuration.ts'
import { startAlone } from '../src/roles/alone.ts'

/** What stands between a role and PostgreSQL: cuts every connection once so much has come back, and answers nobody for a while. */
class Cutter {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #left = Number.POSITIVE_INFINITY
  #until = 0
  cuts = 0

  constructor(port: number, host: string) {
    this.#server = createServer((socket) => {
      if (performance.now() < this.#until) {
        socket.destroy()
        return
      }
      const upstream = connect(port, host)
      for (const [one, other] of [
        [socket, upstream],
        [upstream, socket],
      ] as const) {
        this.#sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.#sockets.delete(one)
          other.destroy()
        })
      }
      socket.pipe(upstream)
      upstream.on('data', (bytes) => {
        this.#left -= bytes.length
        if (this.#left < 0) this.#cut()
        else socket.write(bytes)
      })
    })
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as { port: number }).port
  }

  cutAfter(bytes: number): void {
    this.#left = bytes
  }

  close(): void {
    this.#cut()
    this.#server.close()
  }

  #cut(): void {
    this.#left = Number.POSITIVE_INFINITY
    this.#until = performance.now() + 500
    this.cuts += 1
    for (const socket of this.#sockets) socket.destroy()
  }
}

t.setTimeout(180_000)

// The topics have their names from the departments, so a broker is nobody else's.
const own = await ownKafkaForTest(t)
const postgres = await postgresForTest(t)
const skip = ('skip' in own ? own.skip : undefined) ?? postgres.skip ?? false

t.test('an engine that goes away anywhere in a start is waited for', { skip }, async (t) => {
  if ('skip' in own || postgres.skip !== undefined) return
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-again-'))
  const direct = new URL(postgres.url)
  const cutter = new Cutter(Number(direct.port), direct.hostname)
  const port = await cutter.listen()
  t.teardown(() => {
    cutter.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const through = new URL(postgres.url)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  const urls = { store: through.href, database: through.href, bus: own.kafka.url }
  const start = (role: RoleName) =>
    startAlone(configure({ ...urls, role, data: folder, port: 0, healthPort: 0, logLevel: 'silent' }))
  // The first makes the tables and the history's first events.
  await (await start('gateway')).stop()
  for (const role of ['projector', 'gateway', 'relay', 'ledger'] as const)
    for (const bytes of [1_000, 4_000, 16_000, 64_000]) {
      const before = cutter.cuts
      cutter.cutAfter(bytes)
      const running = await start(role)
      cutter.cutAfter(Number.POSITIVE_INFINITY)
      t.ok(cutter.cuts > before || bytes > 4_000, `${role}, cut after ${bytes} bytes`)
      await running.stop()
    }
  t.ok(cutter.cuts >= 12, `${cutter.cuts} cuts`)
})
