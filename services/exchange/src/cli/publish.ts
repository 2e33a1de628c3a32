import { contentDigest, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { keyOption } from './acts.ts'
import type { Publication } from './answers.ts'
import type { Client } from './client.ts'
import { argumentOf, type Call, optionOf } from './command.ts'
import { withExchange } from './connect.ts'
import { readJson } from './files.ts'
import { exitCodes, type Output } from './output.ts'
import type { Kept, ReferenceData } from './reference-data.ts'
import { text } from './text.ts'

/** The option of publishing commands; the default key follows from the content, so that to say it again is safe. */
export const publishKeyOption = {
  ...keyOption,
  text: text(
    '幂等键（缺省取自内容：同一内容重发，结果同首次）',
    'idempotency key (default from the content: the same content again has the first outcome)',
  ),
}

const notYet = text('已受理，账本尚未作答。', 'Accepted; the ledger has not answered yet.')

interface Published {
  readonly key: string
  readonly version?: number
  readonly digest?: string
  readonly position?: number
}

export interface PublishRequest<K extends Kept> {
  readonly kept: K
  /** The member of the content that names it: an item's code, a year. */
  readonly member: string
  /** Shows what is different from what was in force before, if anything was. */
  readonly changes: (output: Output, content: ReferenceData[K], before: ReferenceData[K] | undefined) => void
}

/**
 * Whether the call publishes (`catalogue publish item.json`) rather than shows. Throws `YB_REQUEST` where the file is missing, or
 * there is one and nothing to do with it.
 */
export function publishes({ args: [first, file] }: Call, verb: string): boolean {
  if ((first === verb) === (file !== undefined)) return first === verb
  throw new YibiaoError(
    problemOf([
      reasonedIssue(
        'YB_REQUEST',
        '',
        file === undefined
          ? {
              zh: `${verb} 需要一个 JSON 文件（- 为标准输入）。`,
              en: `${verb} needs a JSON file (- for standard input).`,
            }
          : { zh: `${file} 之前应为 ${verb}。`, en: `Before ${file} goes ${verb}.` },
      ),
    ]),
  )
}

/** Publishes the file that the second argument names and tells what changes by it. */
export async function publishFile<K extends Kept>(call: Call, request: PublishRequest<K>): Promise<number> {
  const { kept, member, changes } = request
  const { output } = call
  const { text: body, value } = await readJson(call, argumentOf(call, 1))
  const key = (value as Readonly<Record<string, unknown>> | null)?.[member]
  if (typeof key !== 'string' && typeof key !== 'number') throw unnamed(member)
  return withExchange(call, async ({ client }) => {
    const before = await latest<ReferenceData[K]>(client, kept, String(key))
    const idempotency = optionOf(call, 'key') ?? `${kept}-${key}-${contentDigest(value).slice(0, 32)}`
    const path = `/v1/${kept}/${encodeURIComponent(String(key))}`
    const { body: published } = await client.post<Published>(path, body, { 'Idempotency-Key': idempotency })
    if (output.json) output.data(published)
    else if (published.position === undefined) output.line(output.say(notYet))
    else {
      const { version = 0, position } = published
      output.line(
        output.paint(
          'green',
          output.say(
            text(
              `已发布 ${key} 第 ${version} 版，自位置 ${position} 起生效。`,
              `Published ${key} version ${version}, in force from position ${position}.`,
            ),
          ),
        ),
      )
      changes(output, value as ReferenceData[K], before?.version === version ? undefined : before?.content)
    }
    return published.position === undefined ? exitCodes.notDetermined : exitCodes.done
  })
}

async function latest<Content>(
  client: Client,
  kept: Kept,
  key: string,
): Promise<Publication<Content> | undefined> {
  const { publications } = await client.get<{ publications: readonly Publication<Content>[] }>(`/v1/${kept}`)
  return publications.find((one) => one.key === key)
}

const unnamed = (member: string): YibiaoError =>
  new YibiaoError(
    problemOf([
      reasonedIssue('YB_REQUEST', `/${member}`, {
        zh: `${member}：文件须写明它。`,
        en: `${member}: the file must name it.`,
      }),
    ]),
  )

type Leaves = ReadonlyMap<string, string>

const leavesIn = (value: unknown, at = ''): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, member]) => leavesIn(member, `${at}/${name}`))
    : [[at, JSON.stringify(value)]]

/** Writes every member that differs: its pointer, what it was and what it is. */
export function showChanges(output: Output, content: object, before: object | undefined): void {
  if (before === undefined) return
  const [old, now]: readonly [Leaves, Leaves] = [new Map(leavesIn(before)), new Map(leavesIn(content))]
  for (const pointer of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(pointer), now.get(pointer)]
    if (was !== is && pointer !== '/version') output.line(`  ${pointer}  ${was ?? '—'}  →  ${is ?? '—'}`)
  }
}
