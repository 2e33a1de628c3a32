import { FeedReader } from '@yibiao/projections'
import { fixtureUscc } from '@yibiao/schemas'
import type { Filed, TestExchange } from './exchange.ts'

export const registration = (filed: Filed): string => `${filed.filing}/company-setup-registration`

/** The registrar asks for a supplement of the address. */
export function asksForAddress(x: TestExchange, filed: Filed): Promise<void> {
  return x.say('AMR', {
    id: `ask-${filed.filing}`,
    type: 'supplement.requested',
    subject: filed.record,
    filing: filed.filing,
    data: {
      approval: registration(filed),
      round: 1,
      defects: [
        { path: '/domicile/text', code: 'ADDRESS', zh: '住所地址不完整', en: 'The address is not complete.' },
      ],
    },
  })
}

/** The registrar registers the enterprise. */
export function registers(x: TestExchange, filed: Filed, number = 1, round = 1): Promise<void> {
  return x.say('AMR', {
    id: `register-${filed.filing}`,
    type: 'enterprise.registered',
    subject: filed.record,
    filing: filed.filing,
    data: {
      approval: registration(filed),
      round,
      form: {
        uscc: fixtureUscc('220202', number),
        establishedOn: '2026-09-30',
        status: '1',
        registryOrg: { code: '220202', name: '昌邑区市场监督管理局' },
      },
    },
  })
}

/** The registrar changes the address of a registered enterprise. */
export function movesTo(x: TestExchange, filed: Filed, text: string, effectivefrom?: string): Promise<void> {
  return x.say('AMR', {
    id: `move-${filed.filing}-${text.length}`,
    type: 'record.changed',
    subject: filed.record,
    ...(effectivefrom === undefined ? {} : { effectivefrom }),
    data: { reason: '住所变更', form: { domicile: { text } } },
  })
}

/** A participant acknowledges its feed, with the digest that the feed has there. */
export async function acknowledges(
  x: TestExchange,
  participant: string,
  sequence: number,
  stage: 'received' | 'applied',
): Promise<void> {
  const { store, references, history } = x
  let digest = ''
  for await (const message of new FeedReader({ store, references, history, participant }).from(sequence)) {
    digest = message.digest
    break
  }
  await x.say(participant, {
    id: `feed/${stage}/${sequence}`,
    type: 'feed.acknowledged',
    subject: participant,
    data: { sequence, digest, stage },
  })
}
