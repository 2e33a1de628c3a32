import type { Answers } from '../answers.ts'
import { argumentOf, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { jobExitCode, waitForJob } from '../jobs.ts'
import { exitCodes } from '../output.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'
import { printable } from '../width.ts'
import { word } from '../words.ts'

export const command: Command = {
  arguments: [{ name: '<job>', text: text('任务编号', 'id of the job') }],
  options: [{ flags: '--wait', text: text('等待结束', 'wait for its end') }],
  online: true,
  examples: [
    {
      line: 'jobs 5f0c4e2e-0000-5000-8000-000000000000 --wait',
      text: text('等待任务结束', 'wait for the end of a job'),
    },
  ],
  run(call) {
    const { output, options } = call
    return withExchange(call, async ({ client }) => {
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
