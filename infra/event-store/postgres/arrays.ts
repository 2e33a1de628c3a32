/**
 * Arrays as PostgreSQL takes them in its binary format, which the driver sends for a Buffer. As text, every byte of an event
 * would become two characters, and be parsed again at the other end.
 */

const oids = { int8: 20, text: 25, bytea: 17 } as const

const headerBytes = 20

export const int8Array = (values: readonly number[]): Buffer =>
  array(oids.int8, values, 8, (value, buffer, at) => {
    buffer.writeBigInt64BE(BigInt(value), at)
    return 8
  })

export const textArray = (values: readonly string[]): Buffer => {
  const bytes = values.reduce((sum, value) => sum + Buffer.byteLength(value), 0)
  return array(oids.text, values, bytes / (values.length || 1), (value, buffer, at) =>
    buffer.write(value, at),
  )
}

export const byteaArray = (values: readonly Uint8Array[]): Buffer => {
  const bytes = values.reduce((sum, value) => sum + value.byteLength, 0)
  return array(oids.bytea, values, bytes / (values.length || 1), (value, buffer, at) => {
    buffer.set(value, at)
    return value.byteLength
  })
}

/** One dimension, no nulls, subscripts from 1. `average` bytes an element, exact in sum. */
function array<Value>(
  oid: number,
  values: readonly Value[],
  average: number,
  write: (value: Value, buffer: Buffer, at: number) => number,
): Buffer {
  const buffer = Buffer.allocUnsafe(headerBytes + values.length * 4 + Math.round(values.length * average))
  let at = 0
  for (const number of [1, 0, oid, values.length, 1]) at = buffer.writeInt32BE(number, at)
  for (const value of values) {
    const length = write(value, buffer, at + 4)
    buffer.writeInt32BE(length, at)
    at += 4 + length
  }
  return buffer
}
