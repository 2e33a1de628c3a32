import type { Answers, Job } from './answers.ts'
import { type Client, pause } from './client.ts'
import { bar, exitCodes, type Output } from './output.ts'
import { word } from './words.ts'

/** Between two looks at a job, in milliseconds. */
const lookEvery = 150

const underWay: ReadonlySet<string> = new Set(['requested', 'running'])

/** Waits for the end of a job, with a bar of its progress on a terminal. */
export async function waitForJob(client: Client, job: string, output: Output): Promise<Job> {
  for (;;) {
    const { job: found } = await client.get<Answers['job']>(`/v1/jobs/${encodeURIComponent(job)}`)
    if (!underWay.has(found.state)) {
      output.progress()
      return found
    }
    const { done = 0, total = 0 } = found.progress ?? {}
    const kind = word(found.kind, output.lang)
    output.progress(`${kind}  ${total > 0 ? bar(done, total) : word(found.state, output.lang)}`)
    await pause(lookEvery)
  }
}

/** The exit code for the way a job ended. */
export function jobExitCode(state: string): number {
  switch (state) {
    case 'done':
      return exitCodes.done
    case 'differs':
      return exitCodes.differs
    case 'undetermined':
      return exitCodes.notDetermined
    default:
      return exitCodes.refused
  }
}
