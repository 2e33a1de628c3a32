import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { json } from 'node:stream/consumers'
import { type HandedIn, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { type Client, pause, reopenDelay } from './client.ts'
import { type Call, manyOf, type OptionSpec } from './command.ts'
import { bar, type Output } from './output.ts'
import { text } from './text.ts'

/** The option that names a file by its code in the catalogue. */
export const materialOption: OptionSpec = {
  flags: '--material <code=file>',
  text: text(
    '提交材料：事项目录中的编码=文件，可多次给出；先上传（可续传），再提交',
    'hand a file in under its code in the catalogue, as often as needed; uploaded first, going on where it broke off',
  ),
  many: true,
}

/** Bytes sent in one request: what a slow line carries well within the time that a request may take. */
const pieceBytes = 2 * 1024 * 1024
/** An upload that breaks off so often without getting any further is given up. */
const mostTries = 10
const longestTitle = 200

interface Sending {
  readonly client: Client
  readonly output: Output
  readonly path: string
  readonly handle: FileHandle
  readonly size: number
}

/** Hands in every file that the command line names; gives how a filing, application or supplement names them. */
export async function handIn(call: Call, client: Client): Promise<readonly HandedIn[]> {
  const materials: HandedIn[] = []
  for (const given of manyOf(call, 'material')) {
    const [, code, file] = /^([a-z][a-z0-9-]{0,63})=(.+)$/.exec(given) ?? []
    if (code === undefined || file === undefined) throw wrong(notNamed(given))
    materials.push({ code, ...(await uploaded(call, client, file)) })
  }
  return materials
}

async function uploaded({ io, output }: Call, client: Client, file: string): Promise<Omit<HandedIn, 'code'>> {
  const path = resolve(io.cwd, file)
  const digest = await digestOf(path, file)
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const sending = { client, output, path: `/v1/materials/${digest}`, handle, size }
    const { mediaType } = await sendAll(sending, basename(file))
    return { digest, mediaType, size, title: basename(file).slice(0, longestTitle) }
  } finally {
    output.progress()
    await handle.close()
  }
}

/** Sends the file from where the exchange has it to the end, and goes on where it broke off. */
async function sendAll(sending: Sending, name: string): Promise<{ readonly mediaType: string }> {
  let offset = await standing(sending)
  for (let tries = 0; ; ) {
    sending.output.progress(`${name}  ${bar(offset, sending.size)}`)
    try {
      const { reached, kept } = await send(sending, offset)
      if (kept !== undefined) return kept
      if (reached > offset) tries = 0
      offset = reached
    } catch (error) {
      tries += 1
      if (!mayGoOn(error) || tries === mostTries) throw error
      await pause(reopenDelay)
      const found = await standing(sending).catch(() => offset)
      if (found > offset) tries = 0
      offset = found
    }
  }
}

/** One piece of the file from an offset; with the last one comes what the exchange found it to be. */
async function send({ client, path, handle, size }: Sending, offset: number) {
  const length = Math.max(0, Math.min(pieceBytes, size - offset))
  const piece = Buffer.alloc(length)
  await handle.read(piece, 0, length, offset)
  const isLast = offset + length >= size
  const response = await client.exchange('PATCH', path, {
    headers: {
      'Content-Type': 'application/partial-upload',
      'Content-Length': String(length),
      'Upload-Offset': String(offset),
      'Upload-Complete': isLast ? '?1' : '?0',
    },
    body: piece,
  })
  if (isLast) return { reached: size, kept: (await json(response)) as { readonly mediaType: string } }
  response.resume()
  return { reached: Number(response.headers['upload-offset']), kept: undefined }
}

async function standing({ client, path }: Sending): Promise<number> {
  const response = await client.exchange('HEAD', path)
  response.resume()
  return Number(response.headers['upload-offset'])
}

/** Where the upload stands elsewhere than thought, or the line or the exchange failed for a while. */
const mayGoOn = (error: unknown): boolean =>
  error instanceof YibiaoError && (error.code === 'YB_UPLOAD_OFFSET' || error.retryable)

async function digestOf(path: string, file: string): Promise<string> {
  const digest = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw wrong({ zh: `无法读取 ${file}（${code}）。`, en: `${file} cannot be read (${code}).` })
  }
  return digest.digest('hex')
}

const notNamed = (given: string) => ({
  zh: `--material ${given}：请写作 编码=文件，如 premises-plan=plan.pdf；编码见 npx yibiao catalogue --json。`,
  en: `--material ${given}: write <code>=<file>, e.g. premises-plan=plan.pdf; npx yibiao catalogue --json has the codes.`,
})

const wrong = (reason: { readonly zh: string; readonly en: string }): YibiaoError =>
  new YibiaoError(problemOf([reasonedIssue('YB_REQUEST', '', reason)]))
