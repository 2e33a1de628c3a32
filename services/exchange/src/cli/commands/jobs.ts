import type { Answers } from '../answers.ts'
import type { Client } from '../client.ts'
import { argumentOf, type Call, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { jobExitCode, waitForJob } from '../jobs.ts'
import { exitCodes } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'
import { printable } from '../width.ts'
import { word } from '../words.ts'

export const command: Command = {
  arguments: [
    { name: '[job]', text: text('任务编号；缺省列出全部', 'id of the job; without it all are listed') },
  ],
  options: [{ flags: '--wait', text: text('等待结束', 'wait for its end') }],
  online: true,
  examples: [
    { line: 'jobs', text: text('列出全部任务', 'all jobs') },
    {
      line: 'jobs 5f0c4e2e-0000-5000-8000-000000000000 --wait',
      text: text('等待任务结束', 'wait for the end of a job'),
    },
  ],
  run(call) {
    const { output, options } = call
    return withExchange(call, async ({ client }) => {
      if (call.args[0] === undefined) return listJobs(call, client)
      const id = argumentOf(call, 0)
      if (options.wait === true) await waitForJob(client, id, output)
      const body = await client.get<Answers['job']>(`/v1/jobs/${encodeURIComponent(id)}`)
      if (output.json) output.data(body)
      else {
        const { kind, state, actor, reason, requestedAt, completedAt, progress, result } = body.job
        output.line(
          `${output.paint('bold', body.job.job)}  ${word(kind, output.lang)}  ${word(state, output.lang)}`,
        )
        output.line(`  ${actor}  ${printable(reason)}`)
        output.line(`  ${showTime(requestedAt)} → ${showTime(completedAt)}`)
        if (progress) output.line(`  ${progress.done}/${progress.total}`)
        if (result) output.line(`  ${JSON.stringify(result)}`)
      }
      return options.wait === true ? jobExitCode(body.job.state) : exitCodes.done
    })
  },
}

async function listJobs({ output }: Call, client: Client): Promise<number> {
  const body = await client.get<Answers['jobs']>('/v1/jobs')
  if (output.json) output.data(body)
  else
    showTable(output, {
      columns: [{}, {}, {}, {}, {}, { most: 50 }],
      rows: body.jobs.map((one) => [
        showTime(one.requestedAt),
        one.job,
        word(one.kind, output.lang),
        word(one.state, output.lang),
        one.actor,
        printable(one.reason),
      ]),
    })
  return exitCodes.done
}
