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
    name: 'explain',
    text: text(
      '办件为何在此：下一办理者、时限与依据',
      'why a filing is where it is: who acts next, until when, by which rule',
    ),
    load: () => import('./commands/explain.ts'),
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
    name: 'contact',
    text: text('确定首问责任人', 'say who answers for a filing to its end'),
    load: () => import('./commands/contact.ts'),
  },
  {
    name: 'handover',
    text: text('移交首问责任', 'hand a filing over to another officer'),
    load: () => import('./commands/handover.ts'),
  },
  {
    name: 'green-channel',
    text: text('开通绿色通道', 'open the green channel for a filing'),
    load: () => import('./commands/green-channel.ts'),
  },
  {
    name: 'extend',
    text: text('延长并联总时限', 'extend the time of a filing as a whole'),
    load: () => import('./commands/extend.ts'),
  },
  {
    name: 'supervise',
    text: text(
      '监察：亮牌、逾期、问责案',
      'cards, broken terms and accountability cases, by department and officer',
    ),
    load: () => import('./commands/supervise.ts'),
  },
  {
    name: 'kpi',
    text: text('考核指标，附定义与所依事件', 'the indicators, with definitions and what is behind them'),
    load: () => import('./commands/kpi.ts'),
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
    name: 'simulate',
    text: text('模拟一座城市的一年（沙箱）', 'a simulated year of a city, in a sandbox'),
    load: () => import('./commands/simulate.ts'),
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
