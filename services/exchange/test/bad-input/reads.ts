import { randomUUID } from 'node:crypto'
import type { Held, HttpRow } from './http.ts'
import type { HttpRequest } from './town.ts'

type Asks = HttpRow[2]

const gets =
  (path: string | ((held: Held) => string), headers: Readonly<Record<string, string>> = {}): Asks =>
  (held) => ({ method: 'GET', path: typeof path === 'string' ? path : path(held), headers })
const posts =
  (
    path: string,
    body: object | ((held: Held) => object),
    headers: Readonly<Record<string, string>> = {},
  ): Asks =>
  (held) => ({ method: 'POST', path, body: typeof body === 'function' ? body(held) : body, headers })
const asks =
  (method: HttpRequest['method'], path: string): Asks =>
  () => ({ method, path })

const beyond = 1_000_000_000
const cursorOf = (history: string) => Buffer.from(`x.1.${history}.0`).toString('base64url')
const replay = (more: object) => ({ participant: 'TAX', reason: '核对', ...more })
const view = ({ open }: Held) => `/v1/records/${open.record}`

/** Questions that have no answer: positions, cursors, pages, routes. */
export const readCases: readonly HttpRow[] = [
  ['a path that cannot be decoded', '400 YB_REQUEST', gets('/v1/filings/%zz')],
  ['a route that is not there', '404 YB_NOT_FOUND', gets('/v1/nothing')],
  ['a route outside the interface', '404 YB_NOT_FOUND', gets('/admin.php')],
  ['a method that a route does not have', '404 YB_NOT_FOUND', asks('DELETE', '/v1/filings')],
  ['a NUL in a path', '404 YB_FILING_UNKNOWN /path/id', gets('/v1/filings/%00')],
  [
    'a position in the future',
    '400 YB_POSITION_FUTURE /query/asOf',
    gets((held) => `${view(held)}?asOf=${beyond}`),
  ],
  ['a time that is none', '400 YB_REQUEST /query/asOf', gets((held) => `${view(held)}?asOf=yesterday`)],
  [
    'a time without offset',
    '400 YB_REQUEST /query/asOf',
    gets((held) => `${view(held)}?asOf=2026-09-24T10:00:00`),
  ],
  [
    'a day that does not exist',
    '400 YB_REQUEST /query/asOf',
    gets((held) => `${view(held)}?asOf=2026-02-30`),
  ],
  [
    'a date of effect that is none',
    '400 YB_REQUEST /query/effectiveAt',
    gets((held) => `${view(held)}?effectiveAt=2026-13-01`),
  ],
  ['a position that is no number', '400 YB_REQUEST /query/after', gets((held) => `${view(held)}?after=x`)],
  ['a question nobody knows', '400 YB_REQUEST /query/colour', gets((held) => `${view(held)}?colour=red`)],
  ['a page of nothing', '400 YB_REQUEST /query/limit', gets('/v1/filings?limit=0')],
  ['a page that is too long', '400 YB_REQUEST /query/limit', gets('/v1/filings?limit=100000')],
  ['a limit that is no number', '400 YB_REQUEST /query/limit', gets('/v1/records?limit=many')],
  ['a state that is none', '400 YB_REQUEST /query/state', gets('/v1/filings?state=LOST')],
  ['a language that is not spoken', '400 YB_REQUEST /query/lang', gets('/v1/filings?lang=fr')],
  ['a page’s cursor that is none', '400 YB_CURSOR', gets('/v1/filings?after=garbage')],
  ['a feed’s cursor that is none', '400 YB_CURSOR', gets('/v1/feed?cursor=garbage')],
  [
    'a feed’s cursor in the header that is none',
    '400 YB_CURSOR',
    gets('/v1/feed', { 'last-event-id': '!!' }),
  ],
  ['a cursor of another history', '400 YB_CURSOR', gets(`/v1/feed?cursor=${cursorOf(randomUUID())}`)],
  ['a schema that is not there', '404 YB_NOT_FOUND /path/urn', gets('/schemas/urn:yibiao:nothing')],
  [
    'a token that nobody has',
    '401 YB_UNAUTHENTICATED',
    gets('/v1/filings', { authorization: 'Bearer 0123456789abcdef0123' }),
  ],
  ['a host that is not ours', '421 YB_HOST', gets('/v1/filings', { host: 'evil.example' })],
  [
    'a page of another site that writes',
    '421 YB_HOST',
    posts('/v1/checks', {}, { origin: 'https://evil.example' }),
  ],
  [
    'a person’s number in a URL',
    '400 YB_REQUEST /path/kind',
    gets('/v1/identifiers/resident-id/220202180001010012'),
  ],
  ['a kind of identifier that is none', '400 YB_REQUEST /path/kind', gets('/v1/identifiers/isbn/123')],
]

/** Acts on the machinery that must not be carried out. */
export const operationCases: readonly HttpRow[] = [
  ['a rebuild of no projection', '404 YB_NOT_FOUND', posts('/v1/rebuilds', { projection: 'no-such-view' })],
  [
    'a rebuild of something that is no name',
    '400 YB_REQUEST /projection',
    posts('/v1/rebuilds', { projection: '../etc' }),
  ],
  ['a switch without a digest', '400 YB_REQUEST /accept', posts('/v1/projections/one-form/switch', {})],
  ['a roll-back of no rebuild', '404 YB_JOB_UNKNOWN /path/id', posts('/v1/rebuilds/nothing/rollback', {})],
  ['a job that does not exist', '404 YB_JOB_UNKNOWN /path/id', gets('/v1/jobs/nothing')],
  ['a replay to nobody', '400 YB_REQUEST /participant', posts('/v1/replays', { reason: '核对' })],
  [
    'a replay to whoever does not take part',
    '422 YB_PARTICIPANT_UNKNOWN /participant',
    posts('/v1/replays', replay({ participant: 'NOBODY' })),
  ],
  [
    'a replay of the future',
    '400 YB_POSITION_FUTURE /to',
    posts('/v1/replays', replay({ from: 1, to: beyond })),
  ],
  ['a replay that runs backwards', '400 YB_REQUEST /from', posts('/v1/replays', replay({ from: 9, to: 3 }))],
  [
    'a replay of no record',
    '404 YB_RECORD_UNKNOWN /record',
    posts('/v1/replays', replay({ record: 'R00000000000000' })),
  ],
  [
    'a replay whose plan is stale',
    '409 YB_PLAN_STALE /confirm',
    posts('/v1/replays', ({ registered }) => replay({ record: registered.record, confirm: '0'.repeat(64) })),
  ],
  [
    'a key used for another operation',
    '409 YB_IDEMPOTENCY_KEY_REUSED /header/Idempotency-Key',
    posts('/v1/rebuilds', { projection: 'one-form' }, { 'idempotency-key': 'rebuild' }),
  ],
]
