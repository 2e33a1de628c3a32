import type { FileHandle } from 'node:fs/promises'

/** Signatures and sizes of the ZIP format (APPNOTE 4.3). */
const localHeader = Buffer.from('PK\u0003\u0004', 'latin1')
const directoryEnd = Buffer.from('PK\u0005\u0006', 'latin1')
const directoryEntry = 0x02014b50
const endBytes = 22
const entryBytes = 46
const longestComment = 0xffff

/** A directory of more bytes is not looked through: a document has some dozens of entries of under a hundred bytes. */
const mostDirectoryBytes = 1024 * 1024

/** What every OFD package has at its root (GB/T 33190-2016). */
const entryPoint = 'OFD.xml'

interface Content {
  readonly size: number
  readonly head: Buffer
}

/**
 * Whether a file is an OFD document: a ZIP archive whose directory names `OFD.xml` at the root. Only the directory at the end
 * is read, nothing is unpacked.
 */
export async function isOfd(handle: FileHandle, { size, head }: Content): Promise<boolean> {
  if (!head.subarray(0, 4).equals(localHeader)) return false
  const tail = Buffer.alloc(Math.min(size, endBytes + longestComment))
  await handle.read(tail, 0, tail.length, size - tail.length)
  const at = tail.lastIndexOf(directoryEnd)
  if (at < 0 || at + endBytes > tail.length) return false
  const length = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  if (length > mostDirectoryBytes || offset + length > size) return false
  const directory = Buffer.alloc(length)
  await handle.read(directory, 0, length, offset)
  return namesOf(directory).includes(entryPoint)
}

/** The names of a ZIP directory, as far as it is one. */
function namesOf(directory: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + entryBytes <= directory.length; ) {
    if (directory.readUInt32LE(at) !== directoryEntry) break
    const name = directory.readUInt16LE(at + 28)
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    names.push(directory.toString('utf8', at + entryBytes, at + entryBytes + name))
    at += entryBytes + name + rest
  }
  return names
}
