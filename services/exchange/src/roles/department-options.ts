import type { ReferenceSystemOptions } from '@yibiao/department/reference-systems'
import type { Configuration } from '../configuration.ts'

/** How the reference departments behave, as it is configured. */
export const departmentOptions = ({
  departmentDelay,
  supplementEvery,
  refuseEvery,
}: Configuration): ReferenceSystemOptions => ({
  delayMs: [0, departmentDelay],
  supplementEvery,
  refuseEvery,
})
