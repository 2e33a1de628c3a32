import { outstandingStates } from '../filings/board.ts'
import { catalogueSummary, publication } from './publication-schemas.ts'
import {
  count,
  described,
  flag,
  list,
  object,
  oneOf,
  open,
  orNull,
  ref,
  type Schema,
  text,
  time,
} from './schema.ts'

const bilingual = object({ code: text, zh: text, en: text, path: text, material: text, rule: text }, [
  'zh',
  'en',
  'path',
  'material',
  'rule',
])

const issue = object({ code: text, pointer: text, zh: text, en: text })

const problem = object({
  type: described(text, 'URN of the code.'),
  code: text,
  status: count,
  title: described(text, 'In the language asked for. 按所请求的语言。'),
  titleEn: text,
  titleZh: text,
  detail: text,
  detailEn: text,
  detailZh: text,
  retryable: flag,
  issues: described(list(ref('Issue')), 'Every problem at once. 一次列明全部问题。'),
})

const approvalStates = [
  'OPEN',
  'WAITING',
  'SUPPLEMENT',
  'GRANTED',
  'RECORDED',
  'REFUSED',
  'WITHDRAWN',
  'NOT_NEEDED',
]

const routed = object({
  approval: text,
  item: text,
  kind: text,
  gate: text,
  department: text,
  participant: orNull(text),
  state: oneOf(...approvalStates),
})

const approval = object(
  {
    approval: text,
    item: text,
    itemVersion: described(count, 'Version of the item that the filing started with. 办件适用的事项版本。'),
    kind: text,
    gate: text,
    department: text,
    participant: described(
      orNull(text),
      'Null where that is none of your business. 不属您可知范围时为 null。',
    ),
    dependsOn: list(text),
    state: oneOf(...approvalStates),
    round: count,
    since: time,
    defects: list(bilingual),
    reasons: list(bilingual),
  },
  ['defects', 'reasons'],
)

const handedIn = {
  code: described(text, 'Of the material in the catalogue. 事项目录中的材料编码。'),
  digest: described(text, 'SHA-256 of the file: its address. 文件摘要，即其地址。'),
  mediaType: text,
  size: described(count, 'Bytes. 字节数。'),
  title: described(text, 'What the file is called; not shown to operators. 文件名称，不对运维人员显示。'),
}

const material = object(
  {
    ...handedIn,
    approval: described(text, 'The approval whose notice asked for it. 要求补交的审批。'),
    handedInAt: time,
  },
  ['title', 'approval'],
)

const outstanding = object({
  approval: text,
  item: text,
  department: text,
  with: described(
    text,
    'The participant, APPLICANT, or the department where the participant is none of your business. 承办单位。',
  ),
  state: oneOf(...outstandingStates),
  since: time,
})

const filing = object(
  {
    filing: text,
    record: text,
    process: text,
    name: orNull(text),
    state: oneOf('SUBMITTED', 'IN_PARALLEL', 'SUPPLEMENT', 'COMPLETED', 'REFUSED', 'WITHDRAWN'),
    submittedAt: time,
    updatedAt: time,
    endedAt: time,
    revision: count,
    approvals: list(ref('Approval')),
    materials: described(list(ref('Material')), 'Files, as far as you may hear of them. 您可知的材料。'),
    outstanding: described(
      list(ref('Outstanding')),
      'What is still to be done, and with whom. 尚待办理的事项及承办单位。',
    ),
    refusal: object({ approval: text, reasons: list(bilingual) }),
  },
  ['endedAt', 'refusal', 'materials'],
)

const change = object({ path: text, before: {}, after: {} }, ['before', 'after'])

const receipt = object({
  participant: text,
  sequence: orNull(count),
  published: orNull(time),
  received: described(orNull(time), 'Null: no receipt. null 表示没有回执。'),
  applied: orNull(time),
  rejected: { anyOf: [object({ time, reason: text }), { type: 'null' }] },
})

const traceEntry = object({
  position: count,
  revision: count,
  id: text,
  type: text,
  by: object({ participant: orNull(text), authtype: text, authid: text }),
  occurred: described(text, 'As its source says. 来源所称的发生时间。'),
  effectiveFrom: orNull(text),
  received: orNull(time),
  recorded: time,
  causedBy: orNull(text),
  data: open,
  changes: list(ref('Change')),
  withheld: described(count, 'Changes not shown to you. 不对您开放的变更数。'),
  receipts: list(ref('Receipt')),
})

const value = object(
  {
    path: text,
    value: {},
    masked: flag,
    standing: oneOf('declared', 'registered', 'confirmed', 'disputed', 'withheld'),
    department: text,
    revision: count,
    event: { anyOf: [object({ id: text, type: text, recordedtime: time }), { type: 'null' }] },
  },
  ['masked'],
)

const job = object({
  job: text,
  kind: oneOf('replay', 'rebuild', 'switch', 'rollback', 'check'),
  state: oneOf('requested', 'running', 'done', 'refused', 'differs', 'undetermined', 'failed'),
  actor: text,
  reason: text,
  plan: open,
  progress: { anyOf: [object({ done: count, total: count }), { type: 'null' }] },
  result: { anyOf: [open, { type: 'null' }] },
  requestedAt: time,
  completedAt: orNull(time),
})

const range = object({ from: count, to: count })
const plan = object(
  {
    plan: described(text, 'Send it back as `confirm`. 确认时以 confirm 带回。'),
    participant: text,
    record: text,
    from: described(count, 'Sequence. 序号。'),
    to: count,
    positions: range,
    events: count,
    records: orNull(count),
    acknowledged: object({ received: count, applied: count }),
    matrixVersions: object({ first: count, last: count, now: count }),
  },
  ['record'],
)

const event = described(
  open,
  'A recorded event as you may see it, with `position`, `revision` and `changes`. 您可见的已记录事件。',
)

const outcome = described(
  object(
    {
      outcome: oneOf('recorded', 'refused', 'repeated', 'accepted'),
      status: described(
        count,
        'What the HTTP status would be, were the message alone: 200, 202, or that of the problem. 单独提交时的 HTTP 状态。',
      ),
      id: described(text, 'Your own id of the message, where it can be read. 贵方的消息编号（可读出时）。'),
      event: described(text, 'Id of the event, or of the refusal. 事件编号或拒收记录编号。'),
      position: count,
      revision: count,
      problem: ref('Problem'),
    },
    ['id', 'event', 'position', 'revision', 'problem'],
  ),
  '`recorded`: in the history. `refused`: on record with the bytes and the problem. `repeated`: said before; with the problem if it was refused then. `accepted`: durable, not decided within the wait: send it again to learn more. recorded 已记录；refused 不予接受，已留存；repeated 重复消息；accepted 已持久保存，尚未裁定，可原样重发查询。',
)

const feedMessage = object(
  {
    sequence: count,
    digest: described(text, 'The running digest after this message. 至本条的累计摘要。'),
    withheld: described(flag, 'Shown without its data. 未显示数据内容。'),
    message: described(
      open,
      'The message, byte for byte as it is on the feed. 推送消息，字节与推送主题一致。',
    ),
  },
  ['withheld'],
)

/** The named schemas of the OpenAPI document. */
export const components: Readonly<Record<string, Schema>> = {
  Issue: issue,
  Problem: problem,
  Routed: routed,
  Approval: approval,
  Outstanding: outstanding,
  Filing: filing,
  HandedIn: object(handedIn),
  Material: material,
  Change: change,
  Receipt: receipt,
  TraceEntry: traceEntry,
  Value: value,
  Job: job,
  ReplayPlan: plan,
  Event: event,
  Outcome: outcome,
  FeedMessage: feedMessage,
  Publication: publication,
  CatalogueSummary: catalogueSummary,
}
