import { leavesOf } from '@yibiao/schemas'
import type { SeenEvent } from './cut-event.ts'

/** An event as the API shows it: the envelope, what may be seen of the data, and what it changed. */
export function eventBody({ event, data, changes, withheld }: SeenEvent): Readonly<Record<string, unknown>> {
  const { data: _whole, position, revision, ...envelope } = event
  return { position, revision, ...envelope, data, changes, ...(withheld === 0 ? {} : { withheld }) }
}

/** Paths of the form whose values are in what is shown of an event. */
export function pathsShown({ data, changes }: Pick<SeenEvent, 'data' | 'changes'>): string[] {
  const { form } = data as { readonly form?: object }
  const paths = changes.map((change) => change.path)
  if (typeof form === 'object' && form !== null) paths.push(...leavesOf(form).map(([path]) => path))
  return paths
}
