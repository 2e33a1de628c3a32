export { type ExceptionKind, type ExceptionView, exceptionsProjection } from './projection.ts'
