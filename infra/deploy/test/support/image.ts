import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Instruction, readDockerignore, stagesOf, wordsOf } from './dockerfile.ts'
import { installFrom } from './packages.ts'

export const checkout = fileURLToPath(new URL('../../../../', import.meta.url))
export const deployFolder = join(checkout, 'infra/deploy')

/** What the image says of itself, with the paths of the folder that stands for it. */
export interface Image {
  /** Stands for `/app`. */
  readonly tree: string
  readonly packages: readonly string[]
  /** Starts the entry point with these arguments as the image's user, with nothing else in the environment. */
  run(words: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcess
  /** The words of the health check, asking this port. */
  healthCheck(port: number): readonly string[]
}

interface TestWithTeardown {
  teardown(callback: () => unknown): unknown
}

const isRoot = process.getuid?.() === 0

/**
 * Does in a folder what the Dockerfile does in an image: copies what it copies and .dockerignore lets through, runs what it
 * runs, as its user where this process may become another, and takes the right to write away. Only `npm ci` is not
 * run: the same packages come from this checkout's own installation.
 */
export function buildImage(t: TestWithTeardown): Image {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'yibiao-image-')))
  t.teardown(() => {
    setFolderModes(tree, 0o755)
    rmSync(tree, { recursive: true, force: true })
  })
  chmodSync(tree, 0o755)
  const [packagesStage = [], finalStage = []] = stagesOf(join(deployFolder, 'Dockerfile'))
  const packages = build(packagesStage, tree)
  setFolderModes(tree, 0o555)
  const last = (name: string): string => finalStage.findLast((one) => one.name === name)?.text ?? ''
  const user = userOf(last('USER'))
  const placed = (words: readonly string[]) => words.map((word) => word.replaceAll('/app', tree))
  const environment = { NODE_ENV: 'production', NODE_COMPILE_CACHE: join(tree, '.compile-cache') }
  return {
    tree,
    packages,
    run(words, more = {}) {
      const [program = '', ...rest] = [...placed(wordsOf(last('ENTRYPOINT'))), ...words]
      const variables = assignments({ ...environment, ...more })
      const child = spawn('env', ['-i', ...variables, program, ...rest], { cwd: tree, ...user })
      t.teardown(() => child.kill('SIGKILL'))
      return child
    },
    healthCheck: (port) =>
      placed(wordsOf(last('HEALTHCHECK'))).map((word) => word.replaceAll(':9100/', `:${port}/`)),
  }
}

/**
 * For env(1), by way of which everything is started: the test runner puts something of its own into every child's environment, and
 * a node that finds it writes where this user may not.
 */
const assignments = (variables: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(variables).map(([name, value]) => `${name}=${value}`)

function build(stage: readonly Instruction[], tree: string): readonly string[] {
  let packages: readonly string[] = []
  let user: ReturnType<typeof userOf> = {}
  for (const { name, text } of stage)
    if (name === 'COPY') copy(text.split(' '), tree)
    else if (name === 'USER') user = userOf(text)
    else if (name === 'RUN' && text.startsWith('npm ci'))
      packages = installFrom(checkout, tree, /--workspace=(\S+)/.exec(text)?.[1] ?? '')
    else if (name === 'RUN') {
      // Owners can be given by root alone.
      const command = isRoot ? text : text.replaceAll(/ -[og] \d+/g, '')
      const variables = { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: join(tree, '.compile-cache') }
      const shell = ['/bin/sh', '-c', command.replaceAll('/app', tree)]
      execFileSync('env', ['-i', ...assignments(variables), ...shell], { cwd: tree, ...user })
    }
  return packages
}

const ignored = readDockerignore(join(checkout, '.dockerignore'))

function copy(words: readonly string[], tree: string): void {
  const target = join(tree, words.at(-1) as string)
  for (const word of words.slice(0, -1)) {
    const isFolder = words.length > 2 || words.at(-1)?.endsWith('/') === true
    mkdirSync(isFolder ? target : join(target, '..'), { recursive: true })
    cpSync(join(checkout, word), isFolder ? join(target, word.split('/').at(-1) as string) : target, {
      recursive: true,
      filter: (path) => !ignored(relative(checkout, path)),
    })
  }
}

function userOf(text: string): { readonly uid?: number; readonly gid?: number } {
  const [uid, gid] = text.split(':').map(Number)
  return isRoot && uid !== undefined && gid !== undefined ? { uid, gid } : {}
}

function setFolderModes(folder: string, mode: number): void {
  chmodSync(folder, mode)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) setFolderModes(join(folder, entry.name), mode)
}
