export { type NameGivenUp, namesGivenUp } from './domain/names-given-up.ts'
export { holderOf } from './src/claims.ts'
export { type HistoryIdentity, openHistory } from './src/history.ts'
export {
  createLedger,
  defaultBatchSize,
  defaultCacheSize,
  type Ledger,
  type LedgerOptions,
  ledgerGroup,
} from './src/ledger.ts'
export { refusalIdOf } from './src/recording.ts'
export { type RecordFault, verifyRecord } from './src/verify-record.ts'
