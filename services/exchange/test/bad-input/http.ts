import { filingIdOf, makeForm, type OneForm, recordIdOf } from '@yibiao/schemas'
import type { Filed, HttpRequest, Town } from './town.ts'

/** What the town holds when the cases are tried. */
export interface Held {
  readonly town: Town
  /** Nothing decided yet. */
  readonly open: Filed
  /** The registrar has asked for `/domicile/text`. */
  readonly asked: Filed
  readonly registered: Filed
  readonly completed: Filed
  readonly refused: Filed
  readonly withdrawn: Filed
  /** The registrar has asked for `/name`. */
  readonly renamed: Filed
  /** The form of `open`, submitted under the key `open`. */
  readonly openForm: OneForm
  /** The code of `registered`. */
  readonly uscc: string
}

type Which = 'open' | 'asked' | 'registered' | 'completed' | 'refused' | 'withdrawn' | 'renamed'

type Asks = (held: Held) => HttpRequest

/** A request that must be refused with a status, a code and a place. */
export type HttpRow = readonly [name: string, expected: string, asks: Asks]

let keys = 0
const key = () => {
  keys += 1
  return { 'idempotency-key': `bad-${keys}` }
}
const form = (town: Town) => makeForm(town.seed())
const submits = (body: (held: Held) => HttpRequest['body'], headers: () => Record<string, string> = key) =>
  ((held) => ({
    method: 'POST',
    path: '/v1/filings',
    headers: headers(),
    body: body(held) ?? '',
  })) satisfies Asks
const gets =
  (path: string | ((held: Held) => string), headers: Record<string, string> = {}): Asks =>
  (held) => ({ method: 'GET', path: typeof path === 'string' ? path : path(held), headers })
const posts =
  (path: (held: Held) => string, body: (held: Held) => object, headers = key): Asks =>
  (held) => ({ method: 'POST', path: path(held), body: body(held), headers: headers() })

const nowhere = filingIdOf('nobody', 'nothing')
const noRecord = recordIdOf('nobody', 'nothing')
const last = (id: string) => (id.endsWith('0') ? '1' : '0')
const mistyped = (id: string) => id.slice(0, -1) + last(id)
const supplement = (of: Which) => (held: Held) => `/v1/filings/${held[of].filing}/supplements`
const withdrawal = (of: Which) => (held: Held) => `/v1/filings/${held[of].filing}/withdrawal`
const why = () => ({ reason: '改址' })
const text = { domicile: { text: '吉林省吉林市昌邑区重庆街88号' } }
const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
const keyed = (value: string) => () => ({ 'idempotency-key': value })
const typed = (type: string) => () => ({ ...key(), 'content-type': type })
const registrationOf = ({ filing }: Filed) => `${filing}/company-setup-registration`

/** 张伟 and the like in GBK: bytes that are no UTF-8. */
const gbk = Buffer.concat([
  Buffer.from('{"name":{"full":"'),
  Buffer.from([0xd5, 0xc5, 0xce, 0xb0]),
  Buffer.from('"}}'),
])

const json = ({ town }: Held): string => JSON.stringify(form(town))

/** Bodies that are no form at all. */
export const bodyCases: readonly HttpRow[] = [
  ['broken JSON', '400 YB_MESSAGE_JSON', submits((held) => json(held).slice(0, -2))],
  ['GBK in place of UTF-8', '400 YB_MESSAGE_ENCODING', submits(() => gbk)],
  ['a byte order mark', '400 YB_MESSAGE_JSON', submits((held) => `\ufeff${json(held)}`)],
  ['an empty body', '400 YB_MESSAGE_JSON', submits(() => '')],
  ['ten megabytes', '413 YB_MESSAGE_TOO_LARGE', submits(() => Buffer.alloc(10_485_760, ' '))],
  [
    'more than a message may have',
    '413 YB_MESSAGE_TOO_LARGE',
    submits(() => `{"a":"${'x'.repeat(1_045_000)}"}`),
  ],
  ['a hundred levels', '400 YB_MESSAGE_TOO_DEEP', submits(() => nested(100))],
  ['thirty thousand levels', '400 YB_MESSAGE_TOO_DEEP', submits(() => nested(30_000))],
  [
    'a member given twice',
    '400 YB_MESSAGE_JSON /capital/currency',
    submits((held) => json(held).replace('"currency":"CNY"', '"currency":"CNY","currency":"CNY"')),
  ],
  ['a list in place of a form', '422 YB_SCHEMA', submits(() => [])],
  ['null in place of a form', '422 YB_SCHEMA', submits(() => 'null')],
  ['a media type that is not taken', '415 YB_MEDIA_TYPE', submits(json, typed('text/xml'))],
  [
    'a form as a browser posts it',
    '415 YB_MEDIA_TYPE',
    submits(() => 'name=%E5', typed('application/x-www-form-urlencoded')),
  ],
  ['no Idempotency-Key', '400 YB_IDEMPOTENCY_KEY_MISSING /header/Idempotency-Key', submits(json, () => ({}))],
  [
    'an Idempotency-Key that is too long',
    '400 YB_REQUEST /header/Idempotency-Key',
    submits(json, keyed('k'.repeat(201))),
  ],
  [
    'an Idempotency-Key that is no ASCII',
    '400 YB_REQUEST /header/Idempotency-Key',
    submits(json, keyed('cl\u00e9')),
  ],
  [
    'a key used for another form',
    '409 YB_IDEMPOTENCY_KEY_REUSED /header/Idempotency-Key',
    submits(json, keyed('open')),
  ],
  [
    'a name that another company has',
    '422 YB_IDENTIFIER_TAKEN /name/full',
    submits(({ openForm }) => openForm),
  ],
]

/** What is said in a filing, by the applicant. */
export const actCases: readonly HttpRow[] = [
  ['a filing that does not exist', '404 YB_FILING_UNKNOWN /path/id', gets(`/v1/filings/${nowhere}`)],
  [
    'a filing id with one character wrong',
    '404 YB_FILING_UNKNOWN /path/id',
    gets(({ open }) => `/v1/filings/${mistyped(open.filing)}`),
  ],
  ['a filing id that is none', '404 YB_FILING_UNKNOWN /path/id', gets('/v1/filings/hello')],
  ['a record that does not exist', '404 YB_RECORD_UNKNOWN /path/id', gets(`/v1/records/${noRecord}`)],
  [
    'a record id with a wrong check character',
    '404 YB_RECORD_UNKNOWN /path/id',
    gets(({ open }) => `/v1/records/${mistyped(open.record)}`),
  ],
  ['the trace of no filing', '404 YB_FILING_UNKNOWN /path/id', gets(`/v1/filings/${nowhere}/trace`)],
  [
    'a withdrawal of no filing',
    '404 YB_FILING_UNKNOWN /path/id',
    posts(() => `/v1/filings/${nowhere}/withdrawal`, why),
  ],
  ['a withdrawal without a reason', '400 YB_REQUEST /reason', posts(withdrawal('open'), () => ({}))],
  [
    'a withdrawal with more than it takes',
    '400 YB_REQUEST /by',
    posts(withdrawal('open'), () => ({ reason: '改址', by: 'x' })),
  ],
  ['a withdrawal of a company', '409 YB_FILING_REGISTERED /filing', posts(withdrawal('registered'), why)],
  ['a withdrawal of what is completed', '409 YB_FILING_CLOSED /filing', posts(withdrawal('completed'), why)],
  ['a withdrawal of what was refused', '409 YB_FILING_CLOSED /filing', posts(withdrawal('refused'), why)],
  ['a withdrawal of what was withdrawn', '409 YB_FILING_CLOSED /filing', posts(withdrawal('withdrawn'), why)],
  [
    'a supplement that nobody asked for',
    '409 YB_APPROVAL_STATE /approval',
    posts(supplement('open'), ({ open }) => ({ approval: registrationOf(open), round: 1, form: text })),
  ],
  [
    'a supplement of something else',
    '422 YB_NOTHING_ASKED /form/capital/amountFen',
    posts(supplement('asked'), ({ asked }) => ({
      approval: registrationOf(asked),
      round: 1,
      form: { capital: { amountFen: 1 } },
    })),
  ],
  [
    'a supplement for another round',
    '409 YB_APPROVAL_ROUND /round',
    posts(supplement('asked'), ({ asked }) => ({ approval: registrationOf(asked), round: 7, form: text })),
  ],
  [
    'a supplement for an approval of another filing',
    '422 YB_MESSAGE_ENVELOPE',
    posts(supplement('asked'), ({ open }) => ({ approval: registrationOf(open), round: 1 })),
  ],
  [
    'a supplement without an approval',
    '422 YB_SCHEMA /approval',
    posts(supplement('asked'), () => ({ round: 1 })),
  ],
  [
    'a supplement of a value that is wrong in itself',
    '422 YB_TEXT /form/domicile/text',
    posts(supplement('asked'), ({ asked }) => ({
      approval: registrationOf(asked),
      round: 1,
      form: { domicile: { text: '\ue000' } },
    })),
  ],
  [
    'a supplement that takes a name another company has',
    '422 YB_IDENTIFIER_TAKEN /form/name/full',
    posts(supplement('renamed'), ({ renamed, openForm }) => ({
      approval: registrationOf(renamed),
      round: 1,
      form: { name: openForm.name },
    })),
  ],
]
