/**
 * Waits for all of them, and only then throws what the first that failed threw: nothing goes on in a transaction that the
 * caller, told of the fault, has rolled back.
 */
export async function together<const Parts extends readonly unknown[]>(
  parts: Parts,
): Promise<{ -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }> {
  const settled = await Promise.allSettled(parts)
  const values = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
  return values as { -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }
}
