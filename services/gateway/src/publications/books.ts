import type { PublicationKind } from '@yibiao/schemas'
import type { Schema } from '../api/schema.ts'

/** A kind of reference data that an operator publishes and others read. */
export interface Book {
  readonly kind: PublicationKind
  /** Where it is under `/v1`. */
  readonly url: string
  /** What names one of them in the address and in the content. */
  readonly key: string
  readonly keySchema: Schema
  /** Summaries: of the list, of one, of its versions, of publishing. */
  readonly says: readonly [list: string, one: string, versions: string, publish: string]
  /** Read by operators, auditors and the participant concerned alone; everything else is public (行政许可法 30). */
  readonly own?: boolean
}

const code = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' } as const

export const books: readonly Book[] = [
  {
    kind: 'catalogue',
    url: 'catalogue',
    key: 'code',
    keySchema: code,
    says: [
      'The catalogue of approval items with both lists of eight, and its figures 审批事项目录',
      'An item of the catalogue 审批事项',
      'The versions of an item 事项的各版本',
      'Publish the next version of an item 发布事项',
    ],
  },
  {
    kind: 'calendar',
    url: 'calendars',
    key: 'year',
    keySchema: { type: 'string', pattern: '^2[0-9]{3}$' },
    says: [
      'The years of the working-day calendar 工作日历',
      'A year of the calendar 年度日历',
      'The versions of a year 年度日历的各版本',
      'Publish a year by a holiday notice 发布年度日历',
    ],
  },
  {
    kind: 'process',
    url: 'processes',
    key: 'process',
    keySchema: code,
    says: [
      'The processes 流程定义',
      'A process 流程',
      'The versions of a process 流程的各版本',
      'Publish the next version of a process 发布流程',
    ],
  },
  {
    kind: 'delegations',
    url: 'delegations',
    key: 'participant',
    keySchema: { type: 'string', pattern: '^[A-Z][A-Z0-9-]{0,31}$' },
    says: [
      'Which officers decide which items 授权清单',
      'The delegations of a participant 接入单位的授权清单',
      'The versions of a participant’s delegations 授权清单的各版本',
      'Publish the delegations of a participant 发布授权清单',
    ],
    own: true,
  },
]
