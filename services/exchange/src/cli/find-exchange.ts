import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findRunning, holdsData } from '../data-folder.ts'

/** Where an exchange is: at an address, asleep in a data folder, or nowhere. */
export type Found =
  | { readonly kind: 'running'; readonly address: string; readonly token?: string | undefined }
  | { readonly kind: 'asleep'; readonly folder: string }
  | { readonly kind: 'none'; readonly where: string }

export interface Whereabouts {
  /** `--gateway`. */
  readonly gateway?: string | undefined
  /** `--data`. */
  readonly data?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/** Folder that an exchange makes where it is started. */
const defaultFolder = '.yibiao'

/**
 * Finds the exchange that a command is meant for: the option, else the environment, else a `.yibiao` here or in a folder
 * above. The token of a data folder is never sent anywhere but to the exchange that announced itself there.
 */
export function findExchange({ gateway, data, env, cwd }: Whereabouts): Found {
  const token = nonEmpty(env.YIBIAO_TOKEN)
  const address = nonEmpty(gateway) ?? (data === undefined ? nonEmpty(env.YIBIAO_GATEWAY) : undefined)
  const given = nonEmpty(data) ?? nonEmpty(env.YIBIAO_DATA)
  const folder = given === undefined ? search(cwd) : resolve(cwd, given)
  const running = folder === undefined ? undefined : findRunning(folder)
  if (address !== undefined) {
    const base = address.replace(/\/+$/, '')
    const own = running?.address === base ? running.token : undefined
    return { kind: 'running', address: base, token: token ?? own }
  }
  if (running) return { kind: 'running', address: running.address, token: token ?? running.token }
  if (folder !== undefined && holdsData(folder)) return { kind: 'asleep', folder }
  return { kind: 'none', where: folder ?? join(cwd, defaultFolder) }
}

/** The nearest data folder here or above. */
function search(cwd: string): string | undefined {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const folder = join(at, defaultFolder)
    if (existsSync(folder) && holdsData(folder)) return folder
    if (dirname(at) === at) return undefined
  }
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
