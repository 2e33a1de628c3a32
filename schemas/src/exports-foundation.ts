/** The foundation of the contracts: identifiers, text, dates, the working-day calendar and office hours, code tables, compatibility. */
export * from './calendar.ts'
export * from './compatibility.ts'
export * from './dates.ts'
export * from './identifiers/index.ts'
export * from './office-hours.ts'
export * from './reference/index.ts'
export * from './term-days.ts'
export * from './text.ts'
