export { createRelay, defaultNoteInterval, type Relay, type RelayOptions } from './src/relay.ts'
