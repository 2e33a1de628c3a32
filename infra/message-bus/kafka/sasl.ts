import type { SASLOptions } from 'kafkajs'

/** How to log in to the brokers. */
export type KafkaSasl =
  | {
      readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'
      readonly username: string
      readonly password: string
    }
  | {
      readonly mechanism: 'oauthbearer'
      /** Called for every login, and again before the token's lifetime ends. Resolves to the bearer token. */
      readonly token: () => Promise<string>
    }

/** The mechanisms that a URL may name; `oauthbearer` needs a function and so cannot. */
export const passwordMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const

export function toKafkajs(sasl: KafkaSasl): SASLOptions {
  if (sasl.mechanism !== 'oauthbearer') return { ...sasl }
  const { token } = sasl
  return { mechanism: 'oauthbearer', oauthBearerProvider: async () => ({ value: await token() }) }
}
