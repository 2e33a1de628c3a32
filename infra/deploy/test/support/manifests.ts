import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configure } from '@yibiao/exchange'
import { parse, parseAllDocuments } from 'yaml'
import { deployFolder } from './image.ts'

export type Node = { readonly [key: string]: Node } & readonly Node[] & string

const textOf = (path: string): string => readFileSync(join(deployFolder, path), 'utf8')

/** A file with one document, aliases and merge keys resolved; throws where it is no YAML. */
export const readYaml = (path: string): Node => parse(textOf(path), { merge: true }) as Node

/** A list of words; none where there is nothing. */
export const listOf = (node: Node | undefined): readonly string[] => node ?? []

/** The services of a compose file and of those that override it. */
export function servicesOf(...paths: readonly string[]): Readonly<Record<string, Node>> {
  const services: Record<string, Node> = {}
  for (const path of paths)
    for (const [name, service] of Object.entries(readYaml(path).services ?? {}))
      services[name] = Object.assign({}, services[name], service) as Node
  return services
}

/** Every document of a file. */
export const readManifests = (path: string): readonly Node[] =>
  parseAllDocuments(textOf(path)).map((document) => {
    const [error] = document.errors
    if (error) throw error
    return document.toJS() as Node
  })

/** What compose puts in place of `${NAME}` and `${NAME:-default}`, defaults within defaults included. */
export function interpolate(text: string, values: Readonly<Record<string, string>> = {}): string {
  for (let before = '', after = text; ; ) {
    before = after
    after = before.replaceAll(/\$\{(\w+)(?::-([^${}]*))?\}/g, (_all, name: string, fallback = '') =>
      values[name] === undefined ? fallback : values[name],
    )
    if (after === before) return after
  }
}

/** Names of all variables that a text asks for. */
export const variablesOf = (path: string): ReadonlySet<string> =>
  new Set([...textOf(path).matchAll(/\$\{(\w+)/g)].map(([, name]) => name as string))

/** Settings from the words of a command line: `--health-port 9100` is `{ healthPort: 9100 }`. */
export function settingsOf(words: readonly string[]): Record<string, unknown> {
  const [command, ...rest] = words
  if (command !== 'start') throw new Error(`not start: ${command}`)
  const settings: Record<string, unknown> = {}
  for (let at = 0; at < rest.length; at += 2) {
    const name = (rest[at] as string)
      .slice(2)
      .replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
    const value = rest[at + 1] as string
    settings[name] = /^\d+$/.test(value) && name !== 'division' ? Number(value) : value
  }
  return settings
}

/** The configuration that a command line gives, with what a settings file adds; throws where the product would. */
export function configurationOf(words: readonly string[], file: object = {}) {
  const { config, ...settings } = settingsOf(words)
  return configure({ ...file, ...settings })
}
