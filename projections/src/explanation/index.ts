export { type ExplainedBy, explainClock, explainFiling } from './explain.ts'
export * from './types.ts'
export {
  clockWords,
  type NamesToTell,
  type ToldActor,
  type ToldApproval,
  tellApproval,
  termWords,
} from './words.ts'
