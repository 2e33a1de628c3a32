import type { Style } from './output.ts'
import { type Lang, type Text, text } from './text.ts'

/** The words for states, standings and the like; the same in every command. */
export const words: Readonly<Record<string, Text>> = {
  // Of a filing and its approvals
  SUBMITTED: text('已提交', 'submitted'),
  IN_PARALLEL: text('并联审批中', 'in parallel approval'),
  SUPPLEMENT: text('待补正', 'supplement asked'),
  COMPLETED: text('已办结', 'completed'),
  REFUSED: text('不予办理', 'refused'),
  WITHDRAWN: text('已撤回', 'withdrawn'),
  OPEN: text('办理中', 'open'),
  WAITING: text('等待前置', 'waiting'),
  GRANTED: text('准予', 'granted'),
  RECORDED: text('已记录', 'recorded'),
  NOT_NEEDED: text('无须办理', 'not needed'),
  // Of clocks
  YELLOW: text('黄牌', 'yellow card'),
  RED: text('红牌', 'red card'),
  OVERDUE: text('逾期', 'overdue'),
  CALENDAR: text('工作日历变更', 'the calendar'),
  EXCLUSION: text('扣除期间', 'days excluded'),
  RESUMPTION: text('提前恢复计时', 'counting resumed'),
  EXTENSION: text('延长', 'extension'),
  GREEN_CHANNEL: text('绿色通道', 'green channel'),
  REVERSAL: text('撤销计时事实', 'a fact taken back'),
  NEW_DEFECTS: text('新增问题', 'new defects'),
  AFTER_ACCEPTANCE: text('受理之后', 'after the acceptance'),
  // Of a record
  FILED: text('申报中', 'filed'),
  REGISTERED: text('已登记', 'registered'),
  REVOKED: text('吊销，未注销', 'licence revoked'),
  DEREGISTERED: text('已注销', 'deregistered'),
  RESCINDED: text('登记已撤销', 'registration rescinded'),
  MIGRATED: text('已迁出', 'moved to another registry'),
  SUSPENDED: text('歇业中', 'suspended'),
  LIQUIDATING: text('清算中', 'in liquidation'),
  CREDITORS_ANNOUNCED: text('债权人公告期满', 'creditors announced'),
  PUBLICISED: text('简易注销公示中', 'simple deregistration public'),
  PUBLICITY_ENDED: text('简易注销公示期满', 'publicity ended'),
  OBJECTED: text('有异议', 'objected to'),
  MIGRATING: text('迁移中', 'moving'),
  // Of a value
  declared: text('申报', 'declared'),
  registered: text('登记', 'registered'),
  confirmed: text('核实', 'confirmed'),
  disputed: text('存疑', 'disputed'),
  withheld: text('不开放', 'withheld'),
  // Of a job
  requested: text('已申请', 'requested'),
  running: text('进行中', 'running'),
  done: text('完成', 'done'),
  refused: text('被拒', 'refused'),
  differs: text('不一致', 'differs'),
  undetermined: text('未确定', 'not determined'),
  failed: text('失败', 'failed'),
  replay: text('重放', 'replay'),
  rebuild: text('重建', 'rebuild'),
  switch: text('启用', 'switch'),
  rollback: text('回退', 'roll-back'),
  check: text('核验', 'check'),
  // Who
  APPLICANT: text('申请人', 'applicant'),
  EXCHANGE: text('平台', 'exchange'),
  officer: text('经办人', 'officer'),
  applicant: text('申请人', 'applicant'),
  agent: text('代理人', 'agent'),
  operator: text('操作员', 'operator'),
  auditor: text('审计员', 'auditor'),
  timer: text('定时器', 'timer'),
  system: text('系统', 'system'),
  unauthenticated: text('未认证者', 'unauthenticated'),
  // Kinds of items
  LICENCE: text('许可', 'licence'),
  REGISTRATION: text('登记', 'registration'),
  RECORDAL: text('备案', 'recordal'),
  COMMITMENT: text('告知承诺', 'commitment'),
  CONSEQUENCE: text('同步办理', 'consequence'),
  PRE: text('前置', 'before registration'),
  POST: text('后置', 'after registration'),
  NONE: text('—', '—'),
  INSTANT: text('即办件', 'instant'),
  PROMISED: text('承诺件', 'promised limit'),
  // Where a material comes from
  FORM: text('取自一表', 'from the one form'),
  SHARED: text('共享获取', 'shared'),
  HANDED_IN: text('提交', 'handed in'),
}

/** A word in a language; what is not in the table stands for itself. */
export const word = (key: string, lang: Lang): string => words[key]?.[lang] ?? key

/** How a state looks on a terminal. */
export const styles: Readonly<Record<string, Style>> = {
  COMPLETED: 'green',
  GRANTED: 'green',
  RECORDED: 'green',
  REGISTERED: 'green',
  done: 'green',
  registered: 'green',
  confirmed: 'green',
  REFUSED: 'red',
  failed: 'red',
  differs: 'red',
  disputed: 'red',
  refused: 'red',
  REVOKED: 'red',
  RESCINDED: 'red',
  SUPPLEMENT: 'yellow',
  WITHDRAWN: 'yellow',
  declared: 'dim',
  WAITING: 'dim',
  NOT_NEEDED: 'dim',
}

/** A mark before each line, so that states are told apart without colour as well. */
export const marks: Readonly<Record<string, string>> = {
  OPEN: '·',
  WAITING: ' ',
  SUPPLEMENT: '?',
  GRANTED: '✓',
  RECORDED: '✓',
  REFUSED: '✗',
  WITHDRAWN: '–',
  NOT_NEEDED: '–',
  COMPLETED: '✔',
}
