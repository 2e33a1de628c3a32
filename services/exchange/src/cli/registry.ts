import type { Command } from './command.ts'
import { type Text, text } from './text.ts'

export interface Entry {
  readonly name: string
  readonly text: Text
  /** Loaded only when it is asked for: the contracts behind most commands take longer to load than help to show. */
  load(): Promise<{ readonly command: Command }>
}

/** Every command, in the order of the help. */
export const registry: readonly Entry[] = [
  {
    name: 'start',
    text: text('启动交换平台（全部角色）', 'start the exchange, all roles in one process'),
    load: () => import('./commands/start.ts'),
  },
  {
    name: 'submit',
    text: text('提交一表', 'submit the one form'),
    load: () => import('./commands/submit.ts'),
  },
  {
    name: 'apply',
    text: text(
      '设立后的申请：变更、备案、歇业、迁移、注销',
      'apply after the set-up: change, suspension, deregistration',
    ),
    load: () => import('./commands/apply.ts'),
  },
  {
    name: 'status',
    text: text('办件进度，或平台状态', 'where a filing stands, or the exchange itself'),
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'filings',
    text: text('办件列表', 'list filings, the newest first'),
    load: () => import('./commands/filings.ts'),
  },
  {
    name: 'show',
    text: text('统一视图：一表全部内容及其状态', 'the one form of a record, every value with its standing'),
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'search',
    text: text('按名称、代码或编号查找企业档案', 'find records by name, code or id'),
    load: () => import('./commands/search.ts'),
  },
  {
    name: 'trace',
    text: text('办件全程追溯', 'everything that happened in a filing'),
    load: () => import('./commands/trace.ts'),
  },
  {
    name: 'history',
    text: text('企业档案的全部事件', 'the events of a record'),
    load: () => import('./commands/history.ts'),
  },
  {
    name: 'withdraw',
    text: text('撤回办件', 'take a filing back'),
    load: () => import('./commands/withdraw.ts'),
  },
  {
    name: 'supplement',
    text: text('补正', 'supply what a department asked for'),
    load: () => import('./commands/supplement.ts'),
  },
  {
    name: 'material',
    text: text('读取已提交的材料', 'read a file that was handed in'),
    load: () => import('./commands/material.ts'),
  },
  {
    name: 'feeds',
    text: text('各接入单位的推送与回执', 'what each participant was sent, received and applied'),
    load: () => import('./commands/feeds.ts'),
  },
  {
    name: 'replay',
    text: text('向接入单位重放历史', 'send a participant its past once more'),
    load: () => import('./commands/replay.ts'),
  },
  {
    name: 'rebuild',
    text: text('由历史重建视图', 'make a view afresh from all history'),
    load: () => import('./commands/rebuild.ts'),
  },
  {
    name: 'fsck',
    text: text('全面核验一致性', 'prove the whole exchange consistent'),
    load: () => import('./commands/fsck.ts'),
  },
  {
    name: 'jobs',
    text: text('任务及其进展', 'operations and how far they have come'),
    load: () => import('./commands/jobs.ts'),
  },
  {
    name: 'provision',
    text: text('在 Kafka 集群配置主题与权限', 'topics and rights on a Kafka cluster'),
    load: () => import('./commands/provision.ts'),
  },
  {
    name: 'validate',
    text: text('校验一表或消息，不发送', 'what the exchange would say of a form or message'),
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'check',
    text: text('校验标识码', 'check an identifier, character by character'),
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'due',
    text: text('期限届满之日，逐日说明', 'the day a term ends, and why, day by day'),
    load: () => import('./commands/due.ts'),
  },
  {
    name: 'schemas',
    text: text('数据结构列表或内容', 'list the schemas, or show one'),
    load: () => import('./commands/schemas.ts'),
  },
  {
    name: 'catalogue',
    text: text('审批事项目录，发布事项', 'the catalogue of approval items; publish one'),
    load: () => import('./commands/catalogue.ts'),
  },
  {
    name: 'calendar',
    text: text('工作日历，导入放假安排', 'the working-day calendar; import a holiday notice'),
    load: () => import('./commands/calendar.ts'),
  },
  {
    name: 'process',
    text: text('流程定义', 'what a filing of a kind consists of'),
    load: () => import('./commands/process.ts'),
  },
  {
    name: 'delegations',
    text: text('窗口授权清单', 'which officers decide which items'),
    load: () => import('./commands/delegations.ts'),
  },
]
