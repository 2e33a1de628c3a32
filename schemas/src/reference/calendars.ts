/** The published years that the first start records; later ones are imported by an operator and recorded as events. */
import calendar2025 from '../../reference/calendars/2025.json' with { type: 'json' }
import calendar2026 from '../../reference/calendars/2026.json' with { type: 'json' }
import type { CalendarYear } from '../calendar-types.ts'

export const shippedCalendarYears: readonly CalendarYear[] = [calendar2025, calendar2026]
