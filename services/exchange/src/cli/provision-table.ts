import type { Comparison, Difference, Grant, Note, Rule } from '@yibiao/message-bus/kafka'
import type { Output } from './output.ts'
import { type Cell, showTable } from './table.ts'
import { type Lang, text } from './text.ts'

const texts = {
  what: text('差异', 'difference'),
  where: text('位置', 'where'),
  now: text('现状', 'now'),
  planned: text('应为', 'planned'),
  notes: text('请留意（不由本命令处理）：', 'To be looked at (left alone by this command):'),
  none: text('—', '—'),
}

const kinds = {
  'topic-missing': text('缺主题', 'topic missing'),
  'partitions-differ': text('分区数不符', 'other partitions'),
  'setting-differs': text('设置不符', 'other setting'),
  'grant-missing': text('缺权限', 'grant missing'),
  'grant-foreign': text('多余权限', 'foreign grant'),
}

const noteKinds = {
  stranger: text('非计划内账号有权限', 'an account outside the plan has rights'),
  denied: text('计划内账号被禁止', 'denied to an account of the plan'),
  cluster: text('接入单位有整个集群的权限', 'a participant has rights on the whole cluster'),
  'replicas-differ': text('副本数不符', 'other number of copies'),
}

const resources: Readonly<Record<string, ReturnType<typeof text>>> = {
  TOPIC: text('主题', 'topic'),
  GROUP: text('消费组', 'group'),
  CLUSTER: text('集群', 'cluster'),
}

const day = 86_400_000

/** What differs, a line for each topic, setting and thing that an account may do; then what people should look at. */
export function showComparison(output: Output, { differences, notes }: Comparison): void {
  const { lang } = output
  if (differences.length > 0)
    showTable(output, {
      columns: [texts.what, texts.where, texts.now, texts.planned].map((title) => ({
        title: output.say(title),
      })),
      rows: [
        ...differences.flatMap((one) => topicRow(one, lang) ?? []),
        ...grantRows(differences, 'grant-missing', lang),
        ...grantRows(differences, 'grant-foreign', lang),
      ],
    })
  if (notes.length === 0) return
  output.line(output.paint('yellow', output.say(texts.notes)))
  showTable(output, { columns: [{}, {}, {}], rows: notes.map((note) => noteRow(note, lang)) })
}

/** The row of a difference in topics. */
function topicRow(difference: Difference, lang: Lang): [Cell[]] | undefined {
  const { kind } = difference
  const title = kinds[kind][lang]
  if (kind === 'topic-missing') {
    const { name, partitions, retention = -1 } = difference.topic
    const planned = `${partitionsText(partitions, lang)}, ${keptText(retention, lang)}`
    return [[{ text: title, style: 'yellow' }, name, texts.none[lang], planned]]
  }
  if (kind === 'partitions-differ') {
    const { topic, actual, wanted } = difference
    return [
      [{ text: title, style: 'red' }, topic, partitionsText(actual, lang), partitionsText(wanted, lang)],
    ]
  }
  if (kind !== 'setting-differs') return undefined
  const { topic, setting, actual, wanted } = difference
  const show = (value: string) => (setting === 'retention.ms' ? keptText(Number(value), lang) : value)
  return [[{ text: title, style: 'yellow' }, `${topic}  ${setting}`, show(actual), show(wanted)]]
}

/** One row for all that an account may do with the same names. */
function grantRows(
  differences: readonly Difference[],
  kind: 'grant-missing' | 'grant-foreign',
  lang: Lang,
): Cell[][] {
  const rules: (Grant | Rule)[] = []
  for (const one of differences)
    if (one.kind === kind) rules.push(one.kind === 'grant-foreign' ? one.rule : one.grant)
  const isForeign = kind === 'grant-foreign'
  return [...Map.groupBy(rules, (rule) => whereOf(rule, lang))].map(([where, own]) => {
    const operations = own.map(({ operation }) => operation).join(', ')
    return [
      { text: kinds[kind][lang], style: isForeign ? 'red' : 'yellow' },
      where,
      isForeign ? operations : texts.none[lang],
      isForeign ? texts.none[lang] : operations,
    ]
  })
}

function noteRow(note: Note, lang: Lang): Cell[] {
  const title = noteKinds[note.kind][lang]
  if (note.kind === 'replicas-differ') return [title, note.topic, `${note.actual} → ${note.wanted}`]
  return [title, whereOf(note.rule, lang), note.rule.operation]
}

/** `User:TAX · topic registration.feed.TAX`; names that begin so end with `*`, as Kafka's own tools write them. */
function whereOf(rule: Grant | Rule, lang: Lang): string {
  const { principal, resource, name, pattern } = rule
  const kind = resources[resource]?.[lang] ?? resource
  const from = 'host' in rule && rule.host !== '*' ? ` @${rule.host}` : ''
  return `${principal}${from} · ${kind} ${name}${pattern === 'PREFIXED' ? '*' : ''}`
}

const partitionsText = (count: number, lang: Lang): string =>
  lang === 'zh' ? `${count} 个分区` : count === 1 ? '1 partition' : `${count} partitions`

function keptText(milliseconds: number, lang: Lang): string {
  if (milliseconds < 0) return lang === 'zh' ? '永久保留' : 'kept for ever'
  if (milliseconds % day === 0)
    return lang === 'zh' ? `保留 ${milliseconds / day} 天` : `kept ${milliseconds / day} days`
  return lang === 'zh' ? `保留 ${milliseconds} 毫秒` : `kept ${milliseconds} ms`
}
