/**
 * The samples of the README are what the commands print. `npm run transcript` runs every `$ npx yibiao …` line of the
 * console blocks against a fresh exchange and writes the output in; with `--check` the pages are compared instead.
 * A line `…` stands for lines left out, and stays. Times and durations differ from run to run and count as equal.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'services/exchange/bin/yibiao.js')

/** The pages with samples, and the language they are in. */
export const pages = { 'README.md': 'en', 'README.zh-CN.md': 'zh' } as const

interface Sample {
  readonly command: string
  /** Index of the first line of its output, and of the line after the last. */
  readonly from: number
  readonly to: number
}

/** The commands of a page's console blocks with where their output stands. */
export function samplesOf(lines: readonly string[]): Sample[] {
  const samples: Sample[] = []
  let inside = false
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('```')) inside = line === '```console'
    if (!inside || !line.startsWith('$ npx yibiao ')) continue
    let to = index + 1
    while (
      to < lines.length &&
      !(lines[to] as string).startsWith('```') &&
      !(lines[to] as string).startsWith('$ ')
    )
      to += 1
    samples.push({ command: line.slice('$ npx yibiao '.length), from: index + 1, to })
  }
  return samples
}

/** What differs from run to run, made equal. */
export const normalise = (line: string): string =>
  line
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?/g, '<time>')
    .replace(/\d\d:\d\d:\d\d(\.\d+)?/g, '<time>')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '<date>')
    .replace(/(\d+ min )?\d+(\.\d+)? ?(ms|s|秒|毫秒)(?![a-z])/g, '<duration>')
    .replace(/[0-9a-f]{16,}/g, '<digest>')
    .replace(/\d+/g, '#')
    .replace(/[-─═]{3,}/g, '─')
    .replace(/\s+/g, ' ')
    .trim()

/** Lines of the sample that the output does not have. */
export function missing(expected: readonly string[], output: readonly string[]): string[] {
  const have = new Set(output.map(normalise))
  return expected.filter((line) => line.trim() !== '…' && line.trim() !== '' && !have.has(normalise(line)))
}

function run(command: string, data: string, lang: string): string[] {
  const args = command.split(' ').filter((one) => one !== '')
  const env = {
    ...process.env,
    YIBIAO_DATA: data,
    LC_ALL: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
    NO_COLOR: '1',
  }
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: root, env, encoding: 'utf8' })
  return `${stdout}${stderr}`.replace(/\n$/, '').split('\n')
}

async function startExchange(data: string): Promise<ChildProcess> {
  const args = [bin, 'start', '--json', '--quiet', '--data', data, '--port', '0', '--department-delay', '50']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('address')) break
  return child
}

/** Runs every sample of a page on a fresh exchange. Returns the page as it should be, and what its samples lack. */
export async function transcribe(page: keyof typeof pages): Promise<{ text: string; lacking: string[] }> {
  const data = mkdtempSync(join(tmpdir(), 'yibiao-transcript-'))
  const exchange = await startExchange(data)
  try {
    const lines = readFileSync(join(root, page), 'utf8').split('\n')
    const lacking: string[] = []
    let moved = 0
    for (const { command, from, to } of samplesOf([...lines])) {
      const output = run(command, data, pages[page])
      const expected = lines.slice(from + moved, to + moved)
      const without = missing(expected, output)
      if (without.length > 0)
        lacking.push(
          `${page}: $ npx yibiao ${command}\nlacks\n${without.join('\n')}\nand printed\n${output.join('\n')}`,
        )
      if (expected.some((line) => line.trim() === '…')) continue
      lines.splice(from + moved, to - from, ...output)
      moved += output.length - (to - from)
    }
    return { text: lines.join('\n'), lacking }
  } finally {
    const ended = new Promise((resolve) => exchange.once('exit', resolve))
    exchange.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main)
  for (const page of Object.keys(pages) as (keyof typeof pages)[]) {
    const { text, lacking } = await transcribe(page)
    if (!process.argv.includes('--check')) writeFileSync(join(root, page), text)
    else if (lacking.length > 0) {
      process.stderr.write(`${lacking.join('\n')}\n`)
      process.exitCode = 1
    }
  }
