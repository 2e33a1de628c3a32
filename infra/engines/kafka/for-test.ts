import { EngineMissingError } from './missing.ts'
import type { Kafka, KafkaOptions } from './options.ts'
import { startKafka } from './start.ts'

/** The part of a tap test that is needed here. */
export interface TestWithTeardown {
  teardown(callback: () => Promise<void>): unknown
}

export type KafkaForTest =
  | { readonly brokers: string; readonly url: string; readonly skip: undefined }
  /** Why the tests that need it cannot run; to be given to tap's `skip`, so that they are named and counted. */
  | { readonly skip: string }

/**
 * A broker for tests: the one that `YIBIAO_TEST_KAFKA` names (`localhost:9092,…`), which others use at the same time, or
 * one of their own that ends with them. Without Java or Maven the answer is a reason to skip; with `CI` set it is an error.
 */
export async function kafkaForTest(t: TestWithTeardown, options: KafkaOptions = {}): Promise<KafkaForTest> {
  const named = process.env.YIBIAO_TEST_KAFKA
  if (named) return { brokers: named, url: `kafka://${named}`, skip: undefined }
  const own = await ownKafkaForTest(t, options)
  if ('skip' in own) return own
  return { brokers: own.kafka.brokers, url: own.kafka.url, skip: undefined }
}

/** Like `kafkaForTest`, but always a broker of the test's own, which it may kill. */
export async function ownKafkaForTest(
  t: TestWithTeardown,
  options: KafkaOptions = {},
): Promise<{ readonly kafka: Kafka } | { readonly skip: string }> {
  try {
    const kafka = await startKafka({ quick: true, ...options })
    t.teardown(async () => {
      // Nobody needs the data any more, and a clean end takes a second longer.
      await kafka.kill()
      await kafka.stop()
    })
    return { kafka }
  } catch (error) {
    if (!(error instanceof EngineMissingError) || process.env.CI) throw error
    return { skip: `needs ${error.needs}: ${error.message}` }
  }
}
