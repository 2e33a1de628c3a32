export type Language = 'zh' | 'en'

/** Which language comes first: `?lang=`, else the better of `Accept-Language` (RFC 9110 12.5.4), else English. */
export function languageOf(query: unknown, acceptLanguage: string | undefined): Language {
  const asked = (query as { readonly lang?: unknown } | undefined)?.lang
  if (asked === 'zh' || asked === 'en') return asked
  return acceptLanguage === undefined ? 'en' : preferred(acceptLanguage)
}

function preferred(header: string): Language {
  let best: Language = 'en'
  let weight = 0
  for (const part of header.slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = range.split('-')[0]
    if (language !== 'zh' && language !== 'en') continue
    const q = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean)
    const own = q === undefined ? 1 : Number(q)
    if (own > weight) {
      best = language
      weight = own
    }
  }
  return best
}
