import type { ClusterPlan, Comparison, KafkaAdministration } from '@yibiao/message-bus/kafka'
import { type Participants, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { administrationOf } from '../../engines.ts'
import { recordedParticipants, shippedParticipants } from '../../provision/participants.ts'
import { clusterPlan } from '../../provision/plan.ts'
import { defaultPrincipals, principalsOf } from '../../provision/principals.ts'
import { provisionProblem } from '../../provision/problem.ts'
import { type Call, type Command, optionOf } from '../command.ts'
import { readJson } from '../files.ts'
import { exitCodes, type Output } from '../output.ts'
import { showComparison } from '../provision-table.ts'
import { text } from '../text.ts'

/** With as many copies, this many have them before a message counts as accepted: one broker may then be away. */
const safe = { copies: 3, inSync: '2' } as const

const texts = {
  recorded: text('历史所载', 'on record in the history'),
  shipped: text('随本版本发布', 'shipped with this version'),
  asPlanned: text('与计划一致，无须变更。', 'As planned: nothing to do.'),
  done: text('已完成，与计划一致。', 'Done: as planned.'),
  foreign: text(
    '多余权限仍在：--revoke 予以收回。',
    'Foreign grants are still there; --revoke takes them away.',
  ),
  left: text(
    '仍有差异：集群未在时限内体现，请稍后再试。',
    'Some differences are still there: the cluster does not show the change yet. Try again later.',
  ),
  partitions: text(
    '已有主题的分区数不可更改（同一主体的先后次序会丢失），未作任何变更。请在主题为空时由管理员删除后再试。',
    'The partitions of a topic that is there cannot be changed (the order of what belongs together would be lost). Nothing was changed. Have an empty topic deleted, then try again.',
  ),
  noAuthorizer: text(
    '集群未启用权限控制（authorizer.class.name），任何人都可读写全部主题。未作任何变更。',
    'The brokers have no authorizer (authorizer.class.name): everybody may read and write everything. Nothing was changed.',
  ),
}

export const command: Command = {
  options: [
    {
      flags: '--bus <url>',
      text: text('集群 kafka://…（或 YIBIAO_BUS）', 'the cluster, kafka://… (or YIBIAO_BUS)'),
    },
    {
      flags: '--store <url>',
      text: text(
        '接入单位取自此历史（或 YIBIAO_STORE；缺省为随本版本发布的数据）',
        'take the participants from this history (or YIBIAO_STORE; else those shipped)',
      ),
    },
    { flags: '--dry-run', text: text('只列差异，不作变更', 'show what differs and change nothing') },
    {
      flags: '--acls',
      text: text('一并配置权限', 'rights as well: each participant its own topics and groups'),
    },
    {
      flags: '--principal-prefix <text>',
      text: text(
        `接入单位账号的前缀，后接代码（缺省 ${defaultPrincipals.prefix}）`,
        `goes before a participant's code to make its account (default ${defaultPrincipals.prefix})`,
      ),
    },
    {
      flags: '--principals <file>',
      text: text(
        '与代码不同的账号，JSON：{"TAX": "User:tax-bureau"}',
        'accounts named otherwise, JSON: {"TAX": "User:tax-bureau"}',
      ),
    },
    {
      flags: '--exchange-principal <name>',
      text: text(
        `平台自身的账号（缺省 ${defaultPrincipals.exchange}）`,
        `the exchange's own account (default ${defaultPrincipals.exchange})`,
      ),
    },
    {
      flags: '--revoke',
      text: text('收回接入单位的多余权限', 'take away what participants may do beyond the plan'),
    },
    {
      flags: '--replication-factor <n>',
      text: text(
        `新建主题的副本数；${safe.copies} 份起须有 ${safe.inSync} 份写入方为受理`,
        `copies of topics that are made; from ${safe.copies} on, ${safe.inSync} have a message before it is accepted`,
      ),
      number: true,
    },
  ],
  notes: text(
    '可重复执行；从不删除主题，从不缩短保留期。URL 中的账号须有管理权限；口令宜用 YIBIAO_BUS 给出，命令行会留在进程列表中。退出码：0 一致或已完成，1 分区数不符或未启用权限控制，3 仍有差异。',
    'May be repeated; never deletes a topic, never shortens what is kept. The account in the URL administers the cluster; give a password in YIBIAO_BUS, for a command line is seen in process lists. Exit code 0 as planned or done, 1 other partitions or no authorizer, 3 when something still differs.',
  ),
  examples: [
    {
      line: 'provision --bus kafka://localhost:9092 --dry-run',
      text: text('列出缺少的主题与不符的设置', 'which topics are missing, which settings differ'),
    },
    {
      line: 'provision --bus kafka://localhost:9092 --acls --replication-factor 3',
      text: text('配置主题与权限', 'topics and rights'),
    },
    {
      line: 'provision --store postgres://db/yibiao --acls --revoke --json',
      text: text(
        '按历史所载的接入单位，并收回多余权限',
        'for the participants on record, and take foreign grants away',
      ),
    },
  ],
  async run(call) {
    const bus = given(call, 'bus')
    if (bus === undefined) throw unclear('请用 --bus 或 YIBIAO_BUS 给出集群。', 'Give --bus or YIBIAO_BUS.')
    const { acls, revoke } = call.options
    if (revoke && !acls)
      throw unclear(
        '--revoke 须与 --acls 一起使用。',
        '--revoke goes with --acls: only then there is a plan for rights.',
      )
    try {
      return await provision(call, bus)
    } catch (error) {
      throw provisionProblem(error)
    }
  },
}

async function provision(call: Call, bus: string): Promise<number> {
  const { output, options } = call
  const copies = options.replicationFactor as number | undefined
  const administration = await administrationOf(bus, {
    ...(copies === undefined ? {} : { replicationFactor: copies }),
    ...(copies === undefined || copies < safe.copies
      ? {}
      : { topicSettings: { 'min.insync.replicas': safe.inSync } }),
  })
  const store = given(call, 'store')
  const participants = store === undefined ? shippedParticipants() : await recordedParticipants(store)
  const plan = await planOf(call, administration, participants)
  const found = await administration.compare(plan)
  const about = {
    participants: participants.byCode.size,
    version: participants.version,
    from: store === undefined ? ('shipped' as const) : ('history' as const),
  }
  if (!output.json) {
    const source = output.say(about.from === 'shipped' ? texts.shipped : texts.recorded)
    const { participants: count, version } = about
    output.line(
      output.lang === 'zh'
        ? `接入单位 ${count} 个（${source}，第 ${version} 版），主题 ${plan.topics.length} 个`
        : `${count} participants (${source}, version ${version}), ${plan.topics.length} topics`,
    )
    showComparison(output, found)
  }
  const outcome = await act(call, administration, plan, found)
  if (output.json) output.data({ ...about, topics: plan.topics.length, ...found, ...outcome.said })
  return outcome.code
}

async function planOf(
  call: Call,
  administration: KafkaAdministration,
  participants: Participants,
): Promise<ClusterPlan> {
  if (!call.options.acls) return clusterPlan(administration, participants, undefined)
  const file = optionOf(call, 'principals')
  const principals = principalsOf(participants, {
    exchange: optionOf(call, 'exchangePrincipal') ?? defaultPrincipals.exchange,
    prefix: optionOf(call, 'principalPrefix') ?? defaultPrincipals.prefix,
    named: file === undefined ? {} : (await readJson(call, file)).value,
  })
  return clusterPlan(administration, participants, principals)
}

interface Outcome {
  readonly code: number
  /** For the JSON answer. */
  readonly said: { readonly applied: boolean; readonly left: Comparison['differences'] }
}

/** Applies what was found, or says why not, and how it ended. */
async function act(
  { options, output }: Call,
  administration: KafkaAdministration,
  plan: ClusterPlan,
  found: Comparison,
): Promise<Outcome> {
  const { differences } = found
  const say = (style: 'green' | 'yellow' | 'red', words: string) => {
    if (!output.json) output.line(output.paint(style, words))
  }
  const ended = (code: number, applied: boolean, left: Comparison['differences']): Outcome => ({
    code,
    said: { applied, left },
  })
  if (differences.length === 0 && found.authorizer) {
    say('green', output.say(texts.asPlanned))
    return ended(exitCodes.done, false, [])
  }
  const isStuck = differences.some(({ kind }) => kind === 'partitions-differ')
  const hindrance = isStuck ? texts.partitions : found.authorizer ? undefined : texts.noAuthorizer
  if (hindrance !== undefined) say('red', output.say(hindrance))
  if (options.dryRun) {
    say('yellow', differsText(differences.length, output))
    return ended(exitCodes.differs, false, differences)
  }
  if (hindrance !== undefined) return ended(exitCodes.refused, false, differences)
  const { differences: left } = await administration.apply(plan, found, { revoke: options.revoke === true })
  if (left.length === 0) say('green', output.say(texts.done))
  else if (left.every(({ kind }) => kind === 'grant-foreign')) say('red', output.say(texts.foreign))
  else say('red', output.say(texts.left))
  return ended(left.length === 0 ? exitCodes.done : exitCodes.differs, true, left)
}

const differsText = (count: number, { lang }: Output): string =>
  lang === 'zh' ? `差异 ${count} 处，未作任何变更。` : `${count} differences; nothing was changed.`

/** An option, or its variable of the environment: a URL may carry a password. */
const given = (call: Call, name: 'bus' | 'store'): string | undefined =>
  optionOf(call, name) ?? (call.io.env[`YIBIAO_${name.toUpperCase()}`] || undefined)

const unclear = (zh: string, en: string): YibiaoError =>
  new YibiaoError(problemOf([reasonedIssue('YB_REQUEST', '', { zh, en })]))
