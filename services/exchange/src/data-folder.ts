import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problem, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import Database from 'better-sqlite3'

/** Where a running exchange can be found, as left in its data folder. Readable by its owner alone. */
export interface Running {
  readonly pid: number
  /** Base address of the gateway, e.g. `http://127.0.0.1:8080`. */
  readonly address: string
  /** The operator's bearer token. */
  readonly token: string
}

const runningFile = 'running.json'
const lockFile = 'lock.db'
const tokenFile = 'token'

/**
 * The folder that holds everything of an embedded exchange. Its lock is an exclusive transaction held open on a lock
 * database: the system frees it when the process ends, however it ends.
 */
export class DataFolder {
  readonly path: string
  readonly #lock: Database.Database

  private constructor(path: string, lock: Database.Database) {
    this.path = path
    this.#lock = lock
  }

  /** Takes the folder for this process, making it if need be. Throws `YB_DATA_FOLDER_IN_USE`. */
  static open(path: string): DataFolder {
    const folder = resolve(path)
    makeFolder(folder)
    let lock: Database.Database | undefined
    try {
      lock = new Database(join(folder, lockFile), { timeout: 0 })
      lock.exec('BEGIN EXCLUSIVE')
      return new DataFolder(folder, lock)
    } catch (error) {
      lock?.close()
      if (codeOf(error) !== 'SQLITE_BUSY') throw unusable(folder, error)
      const pid = findRunning(folder)?.pid ?? '?'
      throw new YibiaoError(problem('YB_DATA_FOLDER_IN_USE', '', { folder, pid }), { cause: error })
    }
  }

  file(name: string): string {
    return join(this.path, name)
  }

  /** The operator's token: made once, kept with the data, readable by the owner alone. */
  token(): string {
    const path = this.file(tokenFile)
    if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
    return readFileSync(path, 'utf8').trim()
  }

  announce(running: Running): void {
    writeFileSync(this.file(runningFile), `${JSON.stringify(running)}\n`, { mode: 0o600 })
  }

  close(): void {
    rmSync(this.file(runningFile), { force: true })
    this.#lock.close()
  }
}

/** The exchange that announced itself in a folder and is alive, if any. */
export function findRunning(path: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(join(path, runningFile), 'utf8')) as Running
    process.kill(running.pid, 0)
    return running
  } catch {
    return undefined
  }
}

/** Whether the folder holds the data of an exchange. */
export const holdsData = (path: string): boolean => existsSync(join(path, lockFile))

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) throw new Error('not a folder')
  } catch (error) {
    throw unusable(folder, error)
  }
}

/** The code of an error of the system or an engine; empty where it has none. */
export const codeOf = (error: unknown): string =>
  String((error as { readonly code?: unknown } | null)?.code ?? '')

/** A folder that cannot be used, by what the system or SQLite says of it. */
export function unusable(folder: string, cause: unknown): YibiaoError {
  const code = codeOf(cause)
  const full = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/.test(code)
  const file = /^(EEXIST|ENOTDIR)$/.test(code) || code === ''
  const zh = full ? '磁盘已满，请腾出空间' : file ? '这不是目录，请指定目录' : '无法写入，请检查路径和权限'
  const en = full
    ? 'the disk is full; make room'
    : file
      ? 'it is no folder; name one'
      : 'it cannot be written; look at its path and rights'
  const why = code === '' ? '' : ` (${code})`
  return new YibiaoError(
    problemOf([
      reasonedIssue('YB_CONFIGURATION', '/data', {
        zh: `--data ${folder}：${zh}${why}。`,
        en: `--data ${folder}: ${en}${why}.`,
      }),
    ]),
    { cause },
  )
}
