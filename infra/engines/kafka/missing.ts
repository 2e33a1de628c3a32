/** Why an engine cannot be had on this machine. Tests turn it into a skip that names it, or a failure where `CI` is set. */
export class EngineMissingError extends Error {
  readonly code = 'YB_ENGINE_MISSING'
  /** What has to be installed, e.g. `Java 17`. */
  readonly needs: string

  constructor(needs: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EngineMissingError'
    this.needs = needs
  }
}
