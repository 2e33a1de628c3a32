import { contentDigest } from '@yibiao/schemas'
import { type Said, said } from './say.ts'

/**
 * A calendar of the year after the simulated one, so that terms that run over its end are determined. It is made up: the State
 * Council's notice of 2027 is not out, and the document number says so.
 */
const year2027 = {
  year: 2027,
  version: 1,
  documentNo: '沙箱虚构，非国务院通知 / made up for a sandbox',
  titleZh: '2027年放假安排（沙箱虚构，不具法律效力）',
  titleEn: 'Holidays of 2027, made up for a sandbox and of no legal effect',
  off: [
    ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'],
    ...['2027-04-05', '2027-05-03', '2027-05-04', '2027-05-05', '2027-06-09', '2027-09-15'],
    ...['2027-10-01', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'],
  ],
  on: ['2027-02-14', '2027-02-20', '2027-10-09'],
  source: 'https://example.invalid/sandbox',
}

/** The publication of the made-up calendar, as the operator would say it. `date` is the legal date of `time`. */
export function calendarPublication(date: string, time: number): Said {
  const content = { ...year2027, publishedOn: date }
  return said(
    {
      participant: 'OPERATOR',
      id: 'sandbox-calendar-2027',
      type: 'calendar.published',
      subject: 'calendar-2027',
      authtype: 'operator',
      authid: 'simulation',
      data: { version: 1, digest: contentDigest(content), content },
    },
    time,
  )
}
