import type { FileHandle } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { isOfd } from './ofd.ts'

/** As much of a file as its type is told by. */
const headBytes = 4_100

/** What a file of unknown content is. */
export const unknownType = 'application/octet-stream'

/** The media type of a file by its content. */
export async function typeOf(handle: FileHandle, size: number): Promise<string> {
  const head = Buffer.alloc(Math.min(headBytes, size))
  await handle.read(head, 0, head.length, 0)
  if (await isOfd(handle, { size, head })) return 'application/ofd'
  // A head that ends in the middle of a structure tells no type.
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  return found?.mime ?? unknownType
}
