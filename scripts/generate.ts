/**
 * Everything that is generated from the JSON Schemas: types, the table of event types, validators and the published
 * snapshot. `npm run generate` writes it; with `--check` it is compared, and exit code 1 names what is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventTypeFiles } from './generate/event-type-table.ts'
import { publishedBreaks, stalePublished, writePublished } from './generate/published.ts'
import { referencePages } from './generate/reference-pages.ts'
import { typeFiles } from './generate/types.ts'
import { validatorFiles } from './generate/validators.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every generated file's text by its path from the repository's root. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const generated = { ...(await typeFiles()), ...eventTypeFiles(), ...validatorFiles() }
  const files = new Map<string, string>()
  for (const [name, text] of Object.entries(generated)) files.set(`schemas/generated/${name}`, text)
  for (const [path, text] of Object.entries(await referencePages())) files.set(path, text)
  return files
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}/${entry.name}`)

const textOf = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined

/** Paths whose text is not what would be generated now, and files that nothing generates. */
export async function staleFiles(): Promise<string[]> {
  const files = await generatedFiles()
  const changed = [...files].filter(([path, text]) => textOf(path) !== text).map(([path]) => path)
  const unknown = filesIn('schemas/generated').filter((path) => !files.has(path))
  return [...changed, ...unknown, ...stalePublished()]
}

async function write(): Promise<void> {
  for (const folder of ['schemas/generated', 'docs/reference'])
    mkdirSync(join(root, folder), { recursive: true })
  const files = await generatedFiles()
  for (const path of filesIn('schemas/generated')) if (!files.has(path)) rmSync(join(root, path))
  for (const [path, text] of files) if (textOf(path) !== text) writeFileSync(join(root, path), text)
  writePublished(root)
  report(publishedBreaks(), 'These changes break what is published; make a new version instead')
}

async function check(): Promise<void> {
  report(await staleFiles(), 'Stale, run npm run generate')
}

/** Says what is wrong, if anything, and makes the exit code 1. */
function report(lines: readonly string[], heading: string): void {
  if (lines.length === 0) return
  process.stderr.write(`${heading}:\n${lines.map((line) => `  ${line}\n`).join('')}`)
  process.exitCode = 1
}

if (import.meta.main) await (process.argv.includes('--check') ? check() : write())
