import { type CatalogueItem, contentDigest, type MatrixContent, shippedReference } from '@yibiao/schemas'
import type { BusRow } from './bus-acts.ts'

const shipped = shippedReference()
const { content: matrix } = shipped.matrix
const [item] = shipped.catalogue
const process = shipped.processes.find(({ content }) => content.process === 'company-setup')
if (item === undefined || process === undefined) throw new Error('nothing is shipped')

const licence = shipped.catalogue.find(({ content }) => content.code === 'food-business-licence')?.content
if (licence === undefined) throw new Error('no licence is shipped')

const promised = (one: CatalogueItem, value: number): CatalogueItem => {
  const { timeLimit } = one.disclosure
  return {
    ...one,
    disclosure: {
      ...one.disclosure,
      timeLimit: { ...timeLimit, promised: { ...timeLimit.promised, value } },
    },
  }
}

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
    'refusal YB_PUBLICATION /data/content/dependsOn/0',
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
    'refusal YB_PUBLICATION /data/content/registration',
    publishes('process', { ...process.content, registration: 'seal-engraving-recordal' }),
  ],
  [
    'a calendar with a day that does not exist',
    'refusal YB_SCHEMA /data/content/off/0',
    publishes('calendar', { ...shipped.calendars[0]?.content, off: ['2026-02-30'] }),
  ],
  [
    'a calendar with a holiday on a Sunday',
    'refusal YB_CALENDAR /data/content/off/0',
    publishes('calendar', { ...shipped.calendars[0]?.content, off: ['2025-10-05'] }),
  ],
  [
    'a version that was there before',
    'refusal YB_PUBLICATION_VERSION /data/version',
    publishes('catalogue', item.content),
  ],
  [
    'an item promised in more than half of its statutory term',
    'refusal YB_PROMISE_TOO_LONG /data/content/disclosure/timeLimit/promised/value',
    publishes('catalogue', promised(licence, 11)),
  ],
  [
    'an item with a dash among the facts',
    'refusal YB_ITEM_INCOMPLETE /data/content/disclosure/quota/zh',
    publishes('catalogue', {
      ...licence,
      disclosure: { ...licence.disclosure, quota: { ...licence.disclosure.quota, zh: '——' } },
    }),
  ],
  [
    'an extension longer than the law has it',
    'refusal YB_EXTENSION_TOO_LONG /data/content/extension/value',
    publishes('catalogue', { ...licence, extension: { value: 30, unit: 'WORKING_DAY' } }),
  ],
  [
    'a delegation of what is another department’s',
    'refusal YB_PUBLICATION /data/content/officers/0/items/0',
    publishes('delegations', {
      participant: 'TAX',
      version: 1,
      officers: [{ officer: 'TAX-07', items: ['company-setup-registration'], from: '2026-01-01' }],
    }),
  ],
  [
    'a delegation to a person by name',
    'refusal YB_SCHEMA /data/content/officers/0/officer',
    publishes('delegations', {
      participant: 'TAX',
      version: 1,
      officers: [{ officer: '王小明', items: ['invoice-supply'], from: '2026-01-01' }],
    }),
  ],
]
