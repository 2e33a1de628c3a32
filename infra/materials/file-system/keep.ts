import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { MaterialError } from '../errors.ts'
import type { KeptMaterial, Upload } from '../materials.ts'
import { type Layout, makeFolder, syncFolder } from './layout.ts'
import { copyBytes } from './options.ts'
import { typeOf } from './type-of.ts'
import { writeWhole } from './writing.ts'

/**
 * Verifies an upload and keeps it. What is verified is a copy of its own, so that nobody who writes to the upload meanwhile,
 * in whatever process, can change what was found right. Durable in this order: the content, its name, the owner's mark; the
 * upload goes last, so that a crash in between costs another verification and no upload.
 */
export async function keep(
  layout: Layout,
  upload: Upload,
  mediaTypes: readonly string[],
): Promise<KeptMaterial> {
  const { digest } = upload
  const file = layout.file(digest)
  await makeFolder(dirname(file))
  const copy = layout.checked(digest, randomUUID())
  try {
    const found = await copied(layout.upload(upload), copy)
    if (found.digest !== digest)
      throw new MaterialError('YB_MATERIALS_DIGEST', 'the content has another digest', {
        digest: found.digest,
      })
    if (!mediaTypes.includes(found.mediaType))
      throw new MaterialError('YB_MATERIALS_TYPE', 'the content is of a type that is not taken', {
        mediaType: found.mediaType,
      })
    await rename(copy, file)
    await syncFolder(dirname(file))
    await mark(layout, upload)
    await rm(layout.upload(upload), { force: true })
    return found
  } catch (error) {
    await rm(copy, { force: true })
    throw error
  }
}

/** Notes that the owner has handed in the file. */
async function mark(layout: Layout, upload: Upload): Promise<void> {
  const path = layout.mark(upload)
  await makeFolder(dirname(path))
  await writeFile(path, '', { mode: 0o600 })
  await syncFolder(dirname(path))
}

/** Copies a file durably and says what it is. */
async function copied(from: string, to: string): Promise<KeptMaterial> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx+', 0o600)
    try {
      const { digest, size } = await copyAll(source, target)
      const mediaType = await typeOf(target, size)
      await target.chmod(0o400)
      await target.sync()
      return { digest, size, mediaType }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function copyAll(source: FileHandle, target: FileHandle): Promise<{ digest: string; size: number }> {
  const digest = createHash('sha256')
  const buffer = Buffer.allocUnsafe(copyBytes)
  for (let size = 0; ; ) {
    const { bytesRead } = await source.read(buffer, 0, copyBytes, size)
    if (bytesRead === 0) return { digest: digest.digest('hex'), size }
    const chunk = buffer.subarray(0, bytesRead)
    digest.update(chunk)
    await writeWhole(target, chunk, size)
    size += bytesRead
  }
}
