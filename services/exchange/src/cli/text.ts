export type Lang = 'zh' | 'en'

/** A text that a person reads: always in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export const text = (zh: string, en: string): Text => ({ zh, en })

/** The language by `--lang`, else by the locale (POSIX 8.2: LC_ALL, LC_MESSAGES, LANG), else English. */
export function langOf(given: string | undefined, env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = given ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '')
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
