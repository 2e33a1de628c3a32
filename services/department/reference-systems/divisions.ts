import table from '@yibiao/schemas/reference/divisions.json' with { type: 'json' }

/** The counties and districts of the city in GB/T 2260, in ascending order of code. */
const districts = table.codes.filter(
  ({ level, statistical, code }) => level === 'COUNTY' && !statistical && code.startsWith('2202'),
)

/** The codes of the city's districts and counties, ascending. */
export const districtCodes: readonly string[] = districts.map(({ code }) => code)

/** The Chinese name of a district of the city with the city's before it; undefined for any other code. */
export function districtName(code: string): string | undefined {
  const district = districts.find((each) => each.code === code)
  return district === undefined ? undefined : `吉林市${district.zh}`
}

/** The county-level division, six digits, of a code of six, nine or twelve digits. */
export const districtOf = (divisionCode: string | undefined): string => (divisionCode ?? '').slice(0, 6)
