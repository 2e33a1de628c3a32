/** The participants, ready for questions: who serves a department in a place, and which columns of the matrix one plays. */

import type { DepartmentsContent, Participant, ParticipantsContent } from '../generated/reference.ts'
import departmentsContent from '../reference/departments.json' with { type: 'json' }

export interface Participants {
  readonly version: number
  readonly byCode: ReadonlyMap<string, Participant>
  /**
   * Who plays the department for a division (GB/T 2260, six digits or more), the narrowest jurisdiction first, then by
   * code. Empty when nobody does.
   */
  serving(department: string, divisionCode: string): readonly Participant[]
  /** The columns of the access matrix that a participant plays, sorted; none for an unknown participant. */
  columnsOf(participant: string): readonly string[]
}

/** The departments that the contracts know. */
export const shippedDepartments: DepartmentsContent = departmentsContent

/** Length of the longest prefix of the division that the participant serves; −1 when it serves none. */
const nearness = ({ divisions }: Participant, divisionCode: string): number =>
  divisions.reduce(
    (longest, prefix) => (divisionCode.startsWith(prefix) ? Math.max(longest, prefix.length) : longest),
    -1,
  )

/** Answers that are kept, each for a department in a division. */
const mostPlaces = 10_000

/** What is wrong with a list as a whole, in English, for whoever publishes it; it is assumed to fit its schema. */
export function participantsProblems(
  { participants }: ParticipantsContent,
  { departments }: DepartmentsContent = shippedDepartments,
): string[] {
  const known = new Map(departments.map((department) => [department.code, department]))
  const codes = participants.map(({ code }) => code)
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))]
  const problems = twice.map((code) => `${code}: two participants have this code`)
  for (const { code, departments: played } of participants) {
    for (const department of played) {
      const found = known.get(department)
      if (found === undefined) problems.push(`${code}: there is no department ${department}`)
      else if (found.until !== null) problems.push(`${code}: ${department} ended on ${found.until}`)
    }
  }
  return problems
}

/** Compiles a list of participants. Pure; of two with one code the later counts. */
export function compileParticipants(
  { version, participants }: ParticipantsContent,
  { departments }: DepartmentsContent = shippedDepartments,
): Participants {
  const columns = new Map(departments.map(({ code, column }) => [code, column]))
  const byCode = new Map(participants.map((participant) => [participant.code, participant]))
  const played = new Map<string, readonly string[]>()
  for (const { code, departments: own } of byCode.values()) {
    const found = own
      .map((department) => columns.get(department))
      .filter((column) => typeof column === 'string')
    played.set(code, [...new Set(found)].sort())
  }
  const servingAt = (department: string, divisionCode: string): readonly Participant[] =>
    [...byCode.values()]
      .filter((one) => one.departments.includes(department) && nearness(one, divisionCode) >= 0)
      .sort((a, b) => nearness(b, divisionCode) - nearness(a, divisionCode) || (a.code < b.code ? -1 : 1))
  // A submission asks once for every item.
  const known = new Map<string, readonly Participant[]>()
  return {
    version,
    byCode,
    serving(department, divisionCode) {
      const place = `${department} ${divisionCode}`
      const kept = known.get(place)
      if (kept !== undefined) return kept
      const found = servingAt(department, divisionCode)
      if (known.size >= mostPlaces) known.clear()
      known.set(place, found)
      return found
    },
    columnsOf: (participant) => played.get(participant) ?? [],
  }
}
