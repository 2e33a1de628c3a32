import { inboundTopic } from '@yibiao/schemas'
import { Inbound } from './inbound.ts'
import { Loop } from './loop.ts'
import { defaultBatchSize, type LedgerOptions, ledgerGroup } from './options.ts'
import { isolating } from './poison.ts'

export { defaultBatchSize, defaultCacheSize, type LedgerOptions, ledgerGroup } from './options.ts'

export interface Ledger {
  start(): Promise<void>
  /** Finishes the batch under way, commits its offsets, takes no more. */
  stop(): Promise<void>
  /** Undefined while well; else what is wrong and since when. */
  health(): { readonly since: number; readonly error: string } | undefined
}

/**
 * The ledger: takes messages off the bus, decides them, and is the only one to write history. A batch's offsets are
 * committed only when everything of it is durable as events, refusals or recognised duplicates. Correctness rests on
 * the expected revision of every append alone: two ledgers on one partition can only repeat each other.
 */
export function createLedger(options: LedgerOptions): Ledger {
  const { bus, references, logger, batchSize = defaultBatchSize } = options
  const loop = new Loop(options)
  const inbound = new Inbound({
    topics: () => [...references.current().participants.byCode.keys()].map(inboundTopic),
    consume: (topics) =>
      bus.consume({
        group: ledgerGroup,
        topics,
        batchSize,
        onBatch: isolating({
          run: (messages) => loop.run(messages),
          refuse: (message, reference) => loop.refuse(message, reference),
          logger,
        }),
        onError: (error) => loop.failed(error),
      }),
    onError: (error) => loop.failed(error),
  })
  let unlisten = () => {}
  return {
    async start() {
      await inbound.start()
      unlisten = references.onPublished(() => inbound.look())
    },
    async stop() {
      unlisten()
      loop.stop()
      await inbound.stop()
    },
    health: () => loop.standstill ?? loop.fault,
  }
}
