import type { ProcessContent } from '../generated/reference.ts'
import { OfficeHours } from './office-hours.ts'

/** The hours of a process that names none. */
const usualHours = new OfficeHours([
  { from: '08:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
])

const hoursByProcess = new WeakMap<ProcessContent, OfficeHours>()

/** The office hours by which the clocks of a process count. */
export function officeHoursOf(process: ProcessContent): OfficeHours {
  const known = hoursByProcess.get(process)
  if (known) return known
  const hours = process.officeHours === undefined ? usualHours : new OfficeHours(process.officeHours)
  hoursByProcess.set(process, hours)
  return hours
}
