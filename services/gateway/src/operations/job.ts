/** Something that takes its time, and how far it has come. */
export interface Job {
  readonly job: string
  readonly kind: string
  /** `requested`, `running`, or how it ended. */
  readonly state: string
  readonly actor: string
  readonly reason: string
  readonly plan: Readonly<Record<string, unknown>>
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly result: object | null
  readonly requestedAt: string
  readonly completedAt: string | null
}
