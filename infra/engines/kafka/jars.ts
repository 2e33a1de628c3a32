import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run } from './java.ts'
import { EngineMissingError } from './missing.ts'

export const kafkaVersion = '4.3.0'

/** What Maven resolves: the broker, its tools, and a log binding for slf4j 1.7. */
const artifacts = [
  ['org.apache.kafka', 'kafka_2.13', kafkaVersion],
  ['org.apache.kafka', 'kafka-tools', kafkaVersion],
  ['org.slf4j', 'slf4j-reload4j', '1.7.36'],
] as const

/** Where engines are kept, outside any checkout: `$YIBIAO_CACHE`, `$XDG_CACHE_HOME/yibiao`, or `~/.cache/yibiao`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.YIBIAO_CACHE) return env.YIBIAO_CACHE
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'yibiao')
}

/**
 * The folder with Kafka's jars, resolved by Maven the first time (about 55 MB). It is there complete or not at all, also
 * where several processes resolve at once: each works in a folder of its own and the first to finish names it.
 */
export async function kafkaJars(cache: string = cacheFolder()): Promise<string> {
  const folder = join(cache, `kafka-${kafkaVersion}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, '.kafka-'))
  try {
    await resolveInto(work)
    await rename(join(work, 'libs'), folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster, and its folder is as good.
      if (!existsSync(folder)) throw error
    })
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function resolveInto(work: string): Promise<void> {
  await writeFile(join(work, 'pom.xml'), pom())
  const libs = join(work, 'libs')
  try {
    await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${libs}`], {
      cwd: work,
      timeout: 600_000,
    })
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = absent ? 'there is no "mvn"' : (error as Error).message
    throw new EngineMissingError('Maven', `Kafka's jars could not be resolved: ${why}`, { cause: error })
  }
}

function pom(): string {
  const dependencies = artifacts
    .map(([group, name, version]) => {
      const place = `<groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>`
      return `    <dependency>${place}</dependency>`
    })
    .join('\n')
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>yibiao</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
${dependencies}
  </dependencies>
</project>
`
}
