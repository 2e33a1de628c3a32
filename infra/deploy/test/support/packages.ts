import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What package-lock.json says of a folder. */
interface Locked {
  readonly link?: boolean
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * Puts the packages into a tree that `npm ci --omit=dev` of one workspace and the root would install there, taken from
 * this checkout's own installation, which is the same lock file's. Returns their folders, e.g. `node_modules/pino`.
 */
export function installFrom(checkout: string, tree: string, workspace: string): readonly string[] {
  const text = readFileSync(join(checkout, 'package-lock.json'), 'utf8')
  const locked = (JSON.parse(text) as { packages: Readonly<Record<string, Locked>> }).packages
  const wanted = new Set<string>()
  const open = ['', workspace]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const name of namesOf(locked[folder])) {
      const found = find(locked, folder, name)
      if (found === undefined || wanted.has(found)) continue
      wanted.add(found)
      open.push(locked[found]?.link ? (locked[found].resolved as string) : found)
    }
  wanted.add(`node_modules/${nameOf(checkout, workspace)}`)
  for (const folder of wanted) put(checkout, tree, folder, locked[folder])
  return [...wanted]
}

const namesOf = (locked: Locked | undefined): readonly string[] =>
  Object.keys({ ...locked?.dependencies, ...locked?.optionalDependencies })

const nameOf = (checkout: string, workspace: string): string =>
  (JSON.parse(readFileSync(join(checkout, workspace, 'package.json'), 'utf8')) as { name: string }).name

/** Where Node.js finds a package that a folder asks for. */
function find(locked: Readonly<Record<string, Locked>>, folder: string, name: string): string | undefined {
  for (let at = folder; ; at = at.includes('/') ? dirname(at) : '') {
    const place = join(at, 'node_modules', name)
    if (locked[place] !== undefined) return place
    if (at === '') return undefined
  }
}

function put(checkout: string, tree: string, folder: string, locked: Locked | undefined): void {
  const from = join(checkout, folder)
  const to = join(tree, folder)
  mkdirSync(dirname(to), { recursive: true })
  if (locked?.link) symlinkSync(relative(dirname(to), join(tree, locked.resolved as string)), to)
  // Those of other systems are in the lock file and nowhere else.
  else if (existsSync(from)) linkTree(from, to)
}

/** The same files under other names; copies where that cannot be. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isFile() && !existsSync(target))
      try {
        linkSync(source, target)
      } catch {
        copyFileSync(source, target)
      }
  }
}
