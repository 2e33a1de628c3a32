/** Every metric there is: its kind, labels and what it says, in both languages. The reference page is checked against it. */
interface Entry {
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly labels: readonly string[]
  readonly en: string
  readonly zh: string
  /** Upper bounds of a histogram's buckets, in its unit. */
  readonly buckets?: readonly number[]
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

export const metricNames = {
  yibiao_ledger_messages_total: {
    kind: 'counter',
    labels: ['outcome'],
    en: 'Messages decided, by outcome (recorded, repeated, refused).',
    zh: '已处理的消息数，按结果（已记录、重复、已拒绝）。',
  },
  yibiao_ledger_refusals_total: {
    kind: 'counter',
    labels: ['code'],
    en: 'Messages refused, by the code of the first problem; YB_ALREADY_HELD counts what was asked for twice.',
    zh: '不予接受的消息数，按首个问题的代码；YB_ALREADY_HELD 即重复索要材料的次数。',
  },
  yibiao_ledger_conflicts_total: {
    kind: 'counter',
    labels: [],
    en: 'Appends that conflicted and were decided again.',
    zh: '追加冲突后重新判定的次数。',
  },
  yibiao_ledger_batch_messages: {
    kind: 'histogram',
    labels: [],
    en: 'Messages in a group commit.',
    zh: '每次组提交的消息数。',
    buckets: sizes,
  },
  yibiao_ledger_commit_seconds: {
    kind: 'histogram',
    labels: [],
    en: 'From taking a batch off the bus to its durable events.',
    zh: '从取出一批消息到事件落盘的时间（秒）。',
    buckets: seconds,
  },
  yibiao_clock_alarms_total: {
    kind: 'counter',
    labels: [],
    en: 'Alarms rung for records of which something is due.',
    zh: '已发出的到点提醒数。',
  },
  yibiao_relay_messages_total: {
    kind: 'counter',
    labels: ['participant'],
    en: 'Feed messages published.',
    zh: '已推送的消息数。',
  },
  yibiao_relay_position: {
    kind: 'gauge',
    labels: ['participant'],
    en: 'Position up to which the feed was published.',
    zh: '已推送至的历史位置。',
  },
  yibiao_projector_events_total: {
    kind: 'counter',
    labels: [],
    en: 'Events applied to the read database.',
    zh: '已应用到查询库的事件数。',
  },
  yibiao_projector_position: {
    kind: 'gauge',
    labels: ['projection'],
    en: 'Position that the live copy of a projection has reached.',
    zh: '视图现用副本所到达的历史位置。',
  },
  yibiao_projector_batch_events: {
    kind: 'histogram',
    labels: [],
    en: 'Events applied in one transaction.',
    zh: '每个事务应用的事件数。',
    buckets: sizes,
  },
  yibiao_projector_apply_seconds: {
    kind: 'histogram',
    labels: [],
    en: 'Time of one transaction of the projector.',
    zh: '投影每个事务的时间（秒）。',
    buckets: seconds,
  },
  yibiao_projector_faults_total: {
    kind: 'counter',
    labels: [],
    en: 'Batches that failed and were tried again.',
    zh: '失败后重试的批次数。',
  },
  yibiao_projector_rebuild_events: {
    kind: 'gauge',
    labels: ['projection'],
    en: 'Events read by the rebuild under way.',
    zh: '正在进行的重建已读取的事件数。',
  },
  yibiao_gateway_request_seconds: {
    kind: 'histogram',
    labels: ['route', 'status'],
    en: 'Time of an HTTP request.',
    zh: 'HTTP 请求的时间（秒）。',
    buckets: seconds,
  },
  yibiao_gateway_streams: {
    kind: 'gauge',
    labels: [],
    en: 'Open live streams.',
    zh: '打开的实时流数。',
  },
} as const satisfies Record<string, Entry>

export type MetricName = keyof typeof metricNames
