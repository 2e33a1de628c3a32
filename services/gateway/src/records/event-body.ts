import { leavesOf } from '@yibiao/schemas'
import type { SeenEvent } from './cut-event.ts'

/** An event as the API shows it: the envelope, what may be seen of the data, and what it changed. */
export function eventBody({
  envelope,
  data,
  changes,
  withheld,
}: SeenEvent): Readonly<Record<string, unknown>> {
  const { position, revision, ...attributes } = envelope
  return { position, revision, ...attributes, data, changes, ...(withheld === 0 ? {} : { withheld }) }
}

/** Paths of the form whose values are in what is shown of an event. */
export function pathsShown({ data, changes }: Pick<SeenEvent, 'data' | 'changes'>): string[] {
  const { form } = data as { readonly form?: object }
  const paths = changes.map((change) => change.path)
  if (typeof form === 'object' && form !== null) paths.push(...leavesOf(form).map(([path]) => path))
  return paths
}
