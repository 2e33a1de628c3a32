import { contentDigest, type MatrixContent, shippedReference } from '@yibiao/schemas'
import type { BusRow } from './bus-acts.ts'

const shipped = shippedReference()
const { content: matrix } = shipped.matrix
const [item] = shipped.catalogue
const [process] = shipped.processes
if (item === undefined || process === undefined) throw new Error('nothing is shipped')

/** The operator publishes reference data. */
const publishes =
  (kind: string, content: object, more: object = {}): BusRow[2] =>
  ({ open }) => ({
    participant: 'OPERATOR',
    of: { ...open, record: kind },
    said: {
      type: `yibiao.${kind}.published.v1`,
      filing: undefined,
      authtype: 'operator',
      data: {
        version: (content as { version?: number }).version,
        digest: contentDigest(content),
        content,
        ...more,
      },
    },
  })

const [group, ...groups] = matrix.groups
if (group === undefined) throw new Error('the matrix is empty')
const unwritten: MatrixContent = {
  ...matrix,
  groups: [{ ...group, access: { ...group.access, AMR: 'R', APPLICANT: 'R' } }, ...groups],
}
const { participants } = shipped.participants.content

/** Reference data by which nothing could be decided any more. */
export const publications: readonly BusRow[] = [
  [
    'a matrix with a field that nobody writes',
    'refusal YB_PUBLICATION /data/content',
    publishes('matrix', unwritten),
  ],
  [
    'a matrix that leaves fields out',
    'refusal YB_PUBLICATION /data/content',
    publishes('matrix', { ...matrix, groups }),
  ],
  ['a matrix that is none', 'refusal YB_PUBLICATION /data/content', publishes('matrix', { version: 2 })],
  [
    'a matrix that breaks whoever reads it',
    'refusal YB_INTERNAL',
    publishes('matrix', { ...matrix, conditions: [null] }),
  ],
  [
    'a digest that is not the content’s',
    'refusal YB_PUBLICATION /data/digest',
    publishes('matrix', matrix, { digest: '0'.repeat(64) }),
  ],
  [
    'a version that is not the content’s',
    'refusal YB_PUBLICATION /data/version',
    publishes('matrix', matrix, { version: 7 }),
  ],
  [
    'an item that depends on itself',
    'refusal YB_PUBLICATION /data/content',
    publishes('catalogue', { ...item.content, dependsOn: [item.content.code] }),
  ],
  [
    'an item with a blank that must be public',
    'refusal YB_SCHEMA /data/content/legalBasis',
    publishes('catalogue', { ...item.content, legalBasis: [] }),
  ],
  [
    'a list without the counter',
    'refusal YB_PUBLICATION /data/content',
    publishes('participants', {
      ...shipped.participants.content,
      participants: participants.filter(({ code }) => code !== 'PAB'),
    }),
  ],
  [
    'a participant of no department',
    'refusal YB_PUBLICATION /data/content',
    publishes('participants', {
      ...shipped.participants.content,
      participants: [...participants, { ...participants[0], code: 'NEW', departments: ['NO-SUCH'] }],
    }),
  ],
  [
    'a process that registers nothing',
    'refusal YB_PUBLICATION /data/content',
    publishes('process', { ...process.content, registration: 'seal-engraving-recordal' }),
  ],
  [
    'a calendar with a day that does not exist',
    'refusal YB_SCHEMA /data/content/off/0',
    publishes('calendar', { ...shipped.calendars[0]?.content, off: ['2026-02-30'] }),
  ],
]
