/**
 * The port's `?` as PostgreSQL's `$1`, `$2` …: those in the statement itself, not those in a text or a quoted name.
 */
export function numbered(sql: string): string {
  let number = 0
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) => {
    if (found !== '?') return found
    number += 1
    return `$${number}`
  })
}
