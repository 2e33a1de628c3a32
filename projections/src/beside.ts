/**
 * Values kept with objects for as long as these live, as a WeakMap keeps them, but in the objects themselves: the collector of
 * garbage goes through the pairs of a weak map one by one while the thread stands still, which was four fifths of the projector's
 * pauses for marking. What is kept is no part of the object: it is not enumerable, so neither JSON nor a copy has it.
 */
export class Beside<Owner extends object, Value> {
  readonly #key = Symbol('beside')

  get(owner: Owner): Value | undefined {
    return (owner as { readonly [key: symbol]: Value | undefined })[this.#key]
  }

  /** At most once an owner. */
  keep(owner: Owner, value: Value): Value {
    Object.defineProperty(owner, this.#key, { value })
    return value
  }
}
