import { type ExecFileException, execFile } from 'node:child_process'
import { EngineMissingError } from './missing.ts'

/** Kafka 4's brokers run on Java 17 and later. */
export const leastJava = 17

export interface RunOptions {
  readonly cwd?: string
  /** Milliseconds. */
  readonly timeout: number
}

/** Runs a program to its end; its output, or an error that holds what it printed last. */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, timeout }: RunOptions,
): Promise<string> {
  return await new Promise((resolve, reject) => {
    const limits = { cwd, timeout, maxBuffer: 16 * 1024 * 1024, killSignal: 'SIGKILL' as const }
    execFile(program, [...args], limits, (error: ExecFileException | null, out, err) => {
      if (error === null) return resolve(`${out}${err}`)
      const said = `${out}\n${err}`.trim().split('\n').slice(-15).join('\n')
      const failure = new Error(`${program} ${args[0] ?? ''} failed: ${said || error.message}`, {
        cause: error,
      })
      reject(Object.assign(failure, { code: error.code }))
    })
  })
}

/** The `java` to use: of `JAVA_HOME`, else of the path. Throws `EngineMissingError` for none or one too old. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const java = env.JAVA_HOME ? `${env.JAVA_HOME}/bin/java` : 'java'
  let said: string
  try {
    said = await run(java, ['-version'], { timeout: 30_000 })
  } catch (error) {
    throw new EngineMissingError(
      'Java 17',
      `Kafka needs Java ${leastJava} or later; "${java}" does not run`,
      {
        cause: error,
      },
    )
  }
  const version = Number(/version "(\d+)/.exec(said)?.[1] ?? 0)
  if (version >= leastJava) return java
  throw new EngineMissingError('Java 17', `Kafka needs Java ${leastJava} or later; "${java}" is ${version}`)
}
