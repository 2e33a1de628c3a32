import type { CityProgress } from '../../simulation/city.ts'
import { provenUpTo, simulate, simulatedYear } from '../../simulation/simulate.ts'
import { type Command, optionOf } from '../command.ts'
import { bar, exitCodes, type Output } from '../output.ts'
import { showSimulation } from '../simulation.ts'
import { text } from '../text.ts'

/** Milliseconds between two lines of progress. */
const progressEvery = 200

const texts = {
  what: text('可模拟：city。', 'What can be simulated: city.'),
  numbers: text(
    '--year、--seed 为整数，--scale 为 0.0001 至 1 的数。',
    '--year and --seed are whole numbers, --scale is a number from 0.0001 to 1.',
  ),
}

export const command: Command = {
  arguments: [{ name: '<what>', text: text('city：一座城市的一年', 'city: a year of a city') }],
  options: [
    {
      flags: '--year <year>',
      text: text(`年份（缺省 ${simulatedYear}）`, `the year (default ${simulatedYear})`),
      number: true,
    },
    {
      flags: '--seed <n>',
      text: text('随机种子，同种子同历史（缺省 1）', 'the same seed makes the same history (default 1)'),
      number: true,
    },
    {
      flags: '--scale <share>',
      text: text(
        '规模，1 为 60,000 件设立、200,000 次变更（缺省 0.01）',
        'size; 1 is 60,000 set-ups and 200,000 changes (default 0.01)',
      ),
    },
    {
      flags: '--data <dir>',
      text: text(
        '保存数据的新目录（缺省为临时目录，结束时打印）',
        'a new folder that keeps the data (default a temporary one, named at the end)',
      ),
    },
    {
      flags: '--fsck',
      text: text(
        `结束时全面核验（规模不超过 ${provenUpTo} 时总是核验）`,
        `prove the whole history at the end (done anyway up to a scale of ${provenUpTo})`,
      ),
    },
  ],
  notes: text(
    '在自带的沙箱平台上，按模拟时钟运行真实账本、推送与视图；不用于生产。另发布一份虚构的 2027 年日历，文号已注明。退出码：0 完成，3 核验不一致。',
    'Real ledger, feeds and views on a sandbox of its own, by a simulated clock; never in production. It publishes a made-up calendar of 2027, marked as such. Exit code 0 when done, 3 when the proof finds faults.',
  ),
  examples: [
    { line: 'simulate city --year 2026', text: text('一座小城的一年', 'the year of a small town') },
    {
      line: 'simulate city --scale 1 --seed 7 --data city-2026',
      text: text('整座城市，保留数据', 'the whole city, data kept'),
    },
  ],
  async run(call) {
    const { args, options, output } = call
    if (args[0] !== 'city') return usage(output, output.say(texts.what))
    const year = Number(options.year ?? simulatedYear)
    const seed = Number(options.seed ?? 1)
    const scale = Number(optionOf(call, 'scale') ?? 0.01)
    if (!Number.isFinite(scale)) return usage(output, output.say(texts.numbers))
    const data = optionOf(call, 'data')
    const report = await simulate({
      ...{ year, seed, scale, onProgress: progressOn(output) },
      ...(data === undefined ? {} : { data }),
      ...(options.fsck === true ? { fsck: true } : {}),
    })
    output.progress()
    if (output.json) output.data(report)
    else showSimulation(output, report)
    return report.fsck === null || report.fsck.sound ? exitCodes.done : exitCodes.differs
  },
}

function usage(output: Output, message: string): number {
  output.error(message)
  return exitCodes.usage
}

function progressOn(output: Output): (progress: CityProgress) => void {
  let shown = 0
  const began = performance.now()
  return ({ date, done, total, events }) => {
    const now = performance.now()
    if (now - shown < progressEvery) return
    shown = now
    const rate = Math.round((events / (now - began)) * 1_000)
    const zh = output.lang === 'zh'
    output.progress(bar(done, total), `${date}  ${events} ${zh ? '个事件' : 'events'}  ${rate}/s`)
  }
}
