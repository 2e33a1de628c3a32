import type { MaterialLimits } from '@yibiao/materials'
import type { YibiaoError } from '@yibiao/schemas'
import { refusal } from '../http/problems.ts'

/** What an upload was about. */
export interface Attempt {
  readonly digest: string
  readonly offset: number
  readonly limits: MaterialLimits
}

/** What the store refused, as a problem; what is no refusal stays as it was. */
export function refusalOf(error: unknown, { digest, offset, limits }: Attempt): unknown {
  const { code, ...facts } = error as { code?: unknown; offset?: number; digest?: string; mediaType?: string }
  const { maxBytes, mediaTypes } = limits
  switch (code) {
    case 'YB_MATERIALS_OFFSET':
    case 'YB_MATERIALS_INTERRUPTED':
      return offsetRefused(offset, facts.offset)
    case 'YB_MATERIALS_TOO_LARGE':
      return tooLarge(maxBytes)
    case 'YB_MATERIALS_DIGEST':
      return refusal('YB_MATERIAL_DIGEST', '/path/digest', { digest, actual: facts.digest ?? '?' })
    case 'YB_MATERIALS_TYPE':
      return refusal('YB_MATERIAL_TYPE', '', {
        actual: facts.mediaType ?? '?',
        allowed: mediaTypes.join(', '),
      })
    default:
      return error
  }
}

export const tooLarge = (limit: number): YibiaoError => refusal('YB_MATERIAL_TOO_LARGE', '', { limit })

/** `actual` is not known where another request goes on with the upload. */
export const offsetRefused = (given: number, actual: number | undefined): YibiaoError =>
  refusal('YB_UPLOAD_OFFSET', '/header/Upload-Offset', { given, actual: actual ?? '?' })
