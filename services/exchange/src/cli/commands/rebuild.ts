import type { Answers, Job } from '../answers.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { jobExitCode, waitForJob } from '../jobs.ts'
import type { Output } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { printable } from '../width.ts'
import { word } from '../words.ts'

/** How a rebuild ended, as its job tells it. */
interface Result {
  readonly projection?: string
  readonly version?: number
  readonly position?: number
  readonly rows?: number
  readonly digest?: string
  readonly differing?: number
  readonly differences?: readonly { readonly key: string; readonly path: string }[]
  readonly switched?: boolean
  readonly why?: string
}

const texts = {
  equal: text('与现用副本完全相同，已启用重建副本。', 'Equal to the live copy; the rebuilt one is in place.'),
  first: text('已启用重建副本。', 'The rebuilt copy is in place.'),
  differing: text('处不同；仍用现有副本：', 'views differ; the live copy stays:'),
  accept: text(
    '若新版本的差异确属预期，可启用：',
    'If a new version is meant to differ, put it in place with:',
  ),
  switch: text(
    '若 fsck 表明出错的是现用副本，可换用重建副本：',
    'If the live copy is the one that is wrong, as fsck tells, put the rebuilt one in place with:',
  ),
  rolledBack: text('已换回前一副本。', 'The copy before is in place again.'),
}

export const command: Command = {
  arguments: [
    {
      name: '<projection>',
      text: text(
        '视图：one-form、filing-board、search、feed-state、operations',
        'view: one-form, filing-board, search, feed-state, operations',
      ),
    },
  ],
  options: [
    {
      flags: '--accept <digest>',
      text: text(
        '接受新版本重建副本的此摘要',
        'accept the rebuilt copy of a new version that has this digest',
      ),
    },
    {
      flags: '--switch <digest>',
      text: text(
        '启用已备好的、摘要为此的重建副本',
        'put the rebuilt copy that stands ready with this digest in place',
      ),
    },
    { flags: '--rollback', text: text('换回前一副本', 'put the copy before the live one back in place') },
    { flags: '--reason <text>', text: text('原因，记入历史', 'why; it is recorded') },
  ],
  online: true,
  notes: text(
    '先在旁重建，逐条比较，再切换。退出码：0 已启用，3 不同而未启用。',
    'Builds beside the live copy, compares, then switches. Exit code 0 when in place, 3 when it differs and is not.',
  ),
  examples: [
    { line: 'rebuild one-form', text: text('由历史重建统一视图', 'make the one-form view afresh') },
    { line: 'rebuild one-form --rollback', text: text('换回前一副本', 'back to the copy before') },
  ],
  run(call) {
    const { output, options } = call
    const projection = argumentOf(call, 0)
    const reason = optionOf(call, 'reason')
    const why = reason === undefined ? {} : { reason }
    return withExchange(call, async ({ client }) => {
      const accept = optionOf(call, 'accept')
      const ready = optionOf(call, 'switch')
      const copies = `/v1/projections/${encodeURIComponent(projection)}`
      const [path, request] =
        options.rollback === true
          ? [`${copies}/rollback`, why]
          : ready !== undefined
            ? [`${copies}/switch`, { accept: ready, ...why }]
            : ['/v1/rebuilds', { projection, ...(accept === undefined ? {} : { accept }), ...why }]
      const { body } = await client.post<Answers['requested']>(path, request)
      const job = await waitForJob(client, body.job, output)
      if (output.json) output.data({ job })
      else showResult(output, projection, job)
      return jobExitCode(job.state)
    })
  },
}

function showResult(output: Output, projection: string, job: Job): void {
  const result = (job.result ?? {}) as Result
  const zh = output.lang === 'zh'
  if (job.kind === 'rollback' && job.state === 'done') output.line(output.say(texts.rolledBack))
  else if (job.kind === 'switch' && job.state === 'done') output.line(output.say(texts.first))
  else if (job.state === 'done') {
    output.line(
      zh
        ? `${projection} 第 ${result.version} 版，${result.rows} 行，至位置 ${result.position}，摘要 ${result.digest}`
        : `${projection} version ${result.version}, ${result.rows} rows, up to position ${result.position}, digest ${result.digest}`,
    )
    output.line(output.say(result.differing === 0 ? texts.equal : texts.first))
  } else if (job.state === 'differs') {
    output.line(output.paint('red', `${result.differing} ${output.say(texts.differing)}`))
    showTable(output, {
      columns: [{}, { most: 70 }],
      rows: (result.differences ?? []).map(({ key, path }) => [key, path || '/']),
    })
    output.line(output.say(texts.accept))
    output.line(`  npx yibiao rebuild ${projection} --accept ${result.digest}`)
    output.line(output.say(texts.switch))
    output.line(`  npx yibiao rebuild ${projection} --switch ${result.digest}`)
  } else output.error(`${word(job.state, output.lang)}  ${printable(result.why ?? JSON.stringify(result))}`)
}
