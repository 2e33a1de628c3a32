import type { Io } from './io.ts'
import type { Output } from './output.ts'
import type { Text } from './text.ts'

export interface ArgumentSpec {
  /** `<name>` where it must be given, `[name]` where it may. */
  readonly name: string
  readonly text: Text
}

export interface OptionSpec {
  /** As on the command line: `--reason <text>`, `--wait`, `--no-departments`. */
  readonly flags: string
  readonly text: Text
  readonly required?: boolean
  readonly choices?: readonly string[]
  /** Whole number of 0 or more. */
  readonly number?: boolean
  /** May be given several times; its values come as a list. */
  readonly many?: boolean
}

export interface Example {
  /** What is typed behind `npx yibiao `. */
  readonly line: string
  readonly text: Text
}

/** One command: what it takes, what help says of it, and what it does. */
export interface Command {
  readonly arguments?: readonly ArgumentSpec[]
  readonly options?: readonly OptionSpec[]
  /** Talks to an exchange; adds `--gateway` and `--data`. */
  readonly online?: boolean
  /** Further words of help: exit codes, what a JSON answer is. */
  readonly notes?: Text
  readonly examples: readonly Example[]
  /** Resolves with the exit code. */
  run(call: Call): Promise<number>
}

/** One call of a command. */
export interface Call {
  readonly args: readonly (string | undefined)[]
  readonly options: Readonly<Record<string, unknown>>
  readonly output: Output
  readonly io: Io
}

/** An option's text, if it was given. */
export function optionOf({ options }: Call, name: string): string | undefined {
  const value = options[name]
  return value === undefined ? undefined : String(value)
}

/** All values of an option that may be given several times. */
export const manyOf = ({ options }: Call, name: string): readonly string[] =>
  (options[name] as readonly string[] | undefined) ?? []

/** An argument that must be there; the command line was checked for that. */
export const argumentOf = ({ args }: Call, index: number): string => args[index] ?? ''
