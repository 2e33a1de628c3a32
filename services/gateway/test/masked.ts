interface View {
  readonly values: readonly { readonly path: string; readonly masked?: boolean }[]
}

/** Paths of a view whose values are shown in part only. */
export const maskedPaths = ({ values }: View): string[] =>
  values.filter((one) => one.masked === true).map((one) => one.path)
