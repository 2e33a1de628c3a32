import { EngineMissingError, type Kafka, startKafka } from '@yibiao/engines/kafka'
import { type Postgres, startPostgres } from '@yibiao/engines/postgres'

/** One Kafka and one PostgreSQL for all test files, unless somebody names his own. */
export interface TestEngines {
  /** Environment that tells the tests where they are. */
  readonly env: Readonly<Record<string, string>>
  /** What could not be started and why; the tests that need it name themselves as skipped. */
  readonly missing: readonly string[]
  stop(): Promise<void>
}

/** Starts what is not named by `YIBIAO_TEST_KAFKA` and `YIBIAO_TEST_POSTGRES`. With `CI` set nothing may be missing. */
export async function startTestEngines(): Promise<TestEngines> {
  const engines: (Kafka | Postgres)[] = []
  const env: Record<string, string> = {}
  const missing: string[] = []
  const start = async (name: string, make: () => Promise<Kafka | Postgres>) => {
    if (process.env[name]) return
    try {
      const engine = await make()
      engines.push(engine)
      env[name] = 'brokers' in engine ? engine.brokers : engine.url
    } catch (error) {
      if (!isMissing(error) || process.env.CI) throw error
      missing.push(error.message)
    }
  }
  const stop = async () => {
    // Nobody needs what is in them any more.
    await Promise.all(
      engines.map(async (engine) => {
        await engine.kill()
        await engine.stop()
      }),
    )
  }
  try {
    await Promise.all([
      start('YIBIAO_TEST_KAFKA', () => startKafka()),
      start('YIBIAO_TEST_POSTGRES', () => startPostgres()),
    ])
  } catch (error) {
    await stop()
    throw error
  }
  return { env, missing, stop }
}

const isMissing = (error: unknown): error is EngineMissingError => error instanceof EngineMissingError
