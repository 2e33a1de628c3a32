import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerWritableStream } from '@grpc/grpc-js'

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>

/** Writes as fast as the client reads. Returns false when the client has gone. */
export async function write(call: ReadCall, message: ReadResp): Promise<boolean> {
  if (call.cancelled || call.destroyed) return false
  if (!call.write(message)) {
    await new Promise<void>((resolve) => {
      const done = () => {
        for (const event of ['drain', 'cancelled', 'close', 'error']) call.off(event, done)
        resolve()
      }
      for (const event of ['drain', 'cancelled', 'close', 'error']) call.once(event, done)
    })
  }
  return !call.cancelled && !call.destroyed
}
