/** Every code a material store may throw. */
export const materialErrorCodes = [
  /** The upload stands at another offset than the one given; `offset` says where. Go on from there. */
  'YB_MATERIALS_OFFSET',
  /** Another `put` took the place of this one. Ask where the upload stands. */
  'YB_MATERIALS_INTERRUPTED',
  /** More bytes than a file may have. The upload is gone. */
  'YB_MATERIALS_TOO_LARGE',
  /** The content has another digest; `digest` says which. The upload is gone. */
  'YB_MATERIALS_DIGEST',
  /** The content is of a type that is not taken; `mediaType` says which. The upload is gone. */
  'YB_MATERIALS_TYPE',
  /** The folder cannot be read or written. Repeat the call. */
  'YB_MATERIALS_UNAVAILABLE',
  /** The disk or quota is full. What was durable before stays. */
  'YB_MATERIALS_FULL',
  /** The store was closed before the call, or during it. */
  'YB_MATERIALS_CLOSED',
  /** A call that breaks the port's contract, e.g. a digest that is none. */
  'YB_MATERIALS_USAGE',
] as const

export type MaterialErrorCode = (typeof materialErrorCodes)[number]

const retryable: ReadonlySet<MaterialErrorCode> = new Set(['YB_MATERIALS_UNAVAILABLE', 'YB_MATERIALS_FULL'])

/** What a refusal knows besides its code. */
export interface MaterialErrorFacts extends ErrorOptions {
  readonly offset?: number
  readonly digest?: string
  readonly mediaType?: string
}

/** Classify by `code`, never by message or `instanceof` across packages. */
export class MaterialError extends Error {
  readonly code: MaterialErrorCode
  readonly retryable: boolean
  readonly offset: number | undefined
  readonly digest: string | undefined
  readonly mediaType: string | undefined

  constructor(code: MaterialErrorCode, message: string, facts: MaterialErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = 'MaterialError'
    this.code = code
    this.retryable = retryable.has(code)
    this.offset = facts.offset
    this.digest = facts.digest
    this.mediaType = facts.mediaType
  }
}
