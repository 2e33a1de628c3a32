const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/** An instant as a clock in Shanghai shows it, to the millisecond; `—` where there is none. */
export function showTime(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return '—'
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : clock.format(time).replace(',', '.')
}

/** The time of the day alone. */
export const showClock = (instant: string | null | undefined): string => {
  const whole = showTime(instant)
  return whole.length > 11 ? whole.slice(11) : whole
}

/** A span of milliseconds, as short as it can be read. */
export function showSpan(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(2)} s`
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 60) return `${minutes} min ${Math.floor((milliseconds % 60_000) / 1_000)} s`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}
