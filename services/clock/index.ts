export { type ClockOptions, createClock, type TimeKeeper } from './src/clock.ts'
