/**
 * What programs of departments in other languages run on, fetched once into the cache outside the checkout; nothing is
 * installed. Where something cannot be had, the answer is a reason to skip; with `CI` set it is an error.
 */
import { type ExecFileOptions, execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, EngineMissingError, kafkaJars } from '@yibiao/engines/kafka'

/** A program to start and what it has to find. */
export interface ForeignTool {
  readonly command: string
  /** Come before the program's own arguments. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The library that the Python program is written on; librdkafka is in its wheel. */
const confluentKafka = 'confluent-kafka==2.16.1'

const run = promisify(execFile)

async function attempt(needs: string, program: string, args: readonly string[], options: ExecFileOptions) {
  try {
    const { stdout } = await run(program, [...args], { timeout: 300_000, killSignal: 'SIGKILL', ...options })
    return String(stdout)
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = absent ? `there is no "${program}"` : (error as Error).message
    throw new EngineMissingError(needs, why, { cause: error })
  }
}

/**
 * A folder of the cache, complete or not at all: each process fills one of its own, and the first to finish names it.
 */
async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const cache = cacheFolder()
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, '.fill-'))
  try {
    const filled = join(work, 'filled')
    await mkdir(filled)
    await fill(filled)
    await rename(filled, folder).catch((error: unknown) => {
      // Another process was faster, and its folder is as good.
      if (!existsSync(folder)) throw error
    })
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Python 3 with confluent-kafka, in an environment of its own. */
export async function pythonTool(): Promise<ForeignTool> {
  const needs = `Python 3 and ${confluentKafka}`
  const python = 'import sys; print("%d.%d" % sys.version_info[:2])'
  const version = (await attempt(needs, 'python3', ['-c', python], {})).trim()
  const name = `python-${version}-${confluentKafka.replace('==', '-')}`
  const folder = await cached(name, async (work) => {
    await attempt(needs, 'python3', ['-m', 'venv', work], {})
    const pip = ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', confluentKafka]
    await attempt(needs, join(work, 'bin', 'python3'), pip, {})
  })
  const command = join(folder, 'bin', 'python3')
  await attempt(needs, command, ['-c', 'import confluent_kafka'], {})
  return { command, args: ['-B'], env: {} }
}

/** What kcat needs that a system may not have; jq with its libraries only where there is none. */
const packages = ['kcat', 'librdkafka1', 'libyajl2']
const jqPackages = ['jq', 'libjq1', 'libonig5']

const has = async (program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> =>
  run(program, [...args], { env, timeout: 30_000 }).then(
    () => true,
    () => false,
  )

/** bash with kcat and jq on its path: the system's own, else Debian's packages, unpacked without root. */
export async function kcatTool(): Promise<ForeignTool> {
  const needs = 'kcat and jq'
  await attempt(needs, 'bash', ['-c', 'true'], {})
  const hasJq = await has('jq', ['--version'], process.env)
  if (hasJq && (await has('kcat', ['-V'], process.env))) return { command: 'bash', args: [], env: {} }
  const wanted = hasJq ? packages : [...packages, ...jqPackages]
  const folder = await cached(`kcat-${process.arch}${hasJq ? '' : '-jq'}`, async (work) => {
    await attempt(needs, 'apt-get', ['download', '-q', ...wanted], { cwd: work })
    const files = (await readdir(work)).filter((file) => file.endsWith('.deb'))
    for (const file of files) {
      await attempt(needs, 'dpkg', ['-x', join(work, file), work], {})
      await rm(join(work, file))
    }
  })
  const libraries = await readdir(join(folder, 'usr', 'lib'))
  const env = {
    PATH: `${join(folder, 'usr', 'bin')}:${process.env.PATH ?? ''}`,
    LD_LIBRARY_PATH: libraries.map((one) => join(folder, 'usr', 'lib', one)).join(':'),
  }
  await attempt(needs, 'bash', ['-c', 'kcat -V && jq --version'], { env: { ...process.env, ...env } })
  return { command: 'bash', args: [], env }
}

/** Java with the program compiled as Java 8, on the jars that the broker's cache has. */
export async function javaTool(source: string, classes: string): Promise<ForeignTool> {
  const needs = 'a Java compiler'
  const jars = await kafkaJars()
  const home = process.env.JAVA_HOME
  const bin = (name: string) => (home ? join(home, 'bin', name) : name)
  await attempt(
    needs,
    bin('javac'),
    ['--release', '8', '-Xlint:-options', '-cp', `${jars}/*`, '-d', classes, source],
    {},
  )
  // Compiling little is quicker than compiling well.
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx128m']
  return { command: bin('java'), args: [...quick, '-cp', `${classes}:${jars}/*`], env: {} }
}

/** A tool, or why it is not there. */
export async function toolOrSkip(
  tool: () => Promise<ForeignTool>,
): Promise<ForeignTool | { readonly skip: string }> {
  try {
    return await tool()
  } catch (error) {
    if (!(error instanceof EngineMissingError) || process.env.CI) throw error
    return { skip: `needs ${error.needs}: ${error.message.split('\n')[0]}` }
  }
}
