import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { problem, problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { showBytes } from '../material-lines.ts'
import { exitCodes } from '../output.ts'
import { text } from '../text.ts'

const digestForm = /^[0-9a-f]{64}$/

export const command: Command = {
  arguments: [
    {
      name: '<digest>',
      text: text('文件的 SHA-256 摘要，见 status、trace', 'SHA-256 of the file; status and trace show it'),
    },
  ],
  options: [
    {
      flags: '--out <file>',
      text: text('保存到此文件（缺省以摘要开头命名）', 'save it there (default named by the digest)'),
    },
  ],
  online: true,
  notes: text(
    '仅申请人、承办事项要求该材料的单位和审计员可读；每次读取均记录在案。内容与摘要不符则不保存。--json：一个文档 {digest, size, mediaType, file}。',
    'For the applicant, participants whose items take it, and auditors; every reading is recorded. Nothing is saved where the content has another digest. --json: one document {digest, size, mediaType, file}.',
  ),
  examples: [
    {
      line: `material ${'0123456789abcdef'.repeat(4)} --out plan.pdf`,
      text: text('读取材料并保存', 'read a file and save it'),
    },
  ],
  run(call) {
    const { output, io } = call
    const digest = argumentOf(call, 0)
    // What is no digest is not asked for: it could be any text, and addresses stand in logs.
    if (!digestForm.test(digest)) throw wrongDigest()
    return withExchange(call, async ({ client }) => {
      const response = await client.exchange('GET', `/v1/materials/${digest}`)
      const [mediaType = ''] = (response.headers['content-type'] ?? '').split(';')
      const file = optionOf(call, 'out') ?? nameIn(response.headers['content-disposition'], digest)
      const path = resolve(io.cwd, file)
      const size = await save(response, path, digest)
      if (output.json) output.data({ digest, size, mediaType, file })
      else output.line(`${file}  ${mediaType}  ${showBytes(size)}`)
      return exitCodes.done
    })
  },
}

/** Saves the content under its name once it is whole and has the digest. */
async function save(content: AsyncIterable<Uint8Array>, path: string, digest: string): Promise<number> {
  const unfinished = `${path}.${randomUUID()}.part`
  const found = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          found.update(chunk)
          size += chunk.length
          yield chunk
        }
      },
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
    )
    const actual = found.digest('hex')
    if (actual !== digest) throw new YibiaoError(problem('YB_MATERIAL_DIGEST', '', { digest, actual }))
    await rename(unfinished, path)
    return size
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The name that the exchange gives the file, which is of letters and digits alone. */
const nameIn = (disposition: string | undefined, digest: string): string =>
  /filename="([0-9a-z.]+)"/.exec(disposition ?? '')?.[1] ?? digest

const wrongDigest = (): YibiaoError =>
  new YibiaoError(
    problemOf([
      reasonedIssue('YB_REQUEST', '', {
        zh: '摘要应为 64 位小写十六进制，见 npx yibiao status。',
        en: 'A digest is 64 lower-case hexadecimal digits; npx yibiao status shows it.',
      }),
    ]),
  )
