import { contentDigest, inboundTopic, shippedReference } from '@yibiao/schemas'
import t from 'tap'
import { laboratory } from './laboratory.ts'
import { message } from './specification.ts'

t.test('a participant that is published is heard without a new start', async (t) => {
  const lab = await laboratory()
  t.teardown(() => lab.close())
  const ledger = await lab.ledger()

  const { content } = shippedReference().participants
  const tax = content.participants.find(({ code }) => code === 'TAX')
  const grown = {
    ...content,
    version: content.version + 1,
    participants: [...content.participants, { ...tax, code: 'TAX-NEW' }],
  }
  const published = message(
    'OPERATOR',
    'participants.published',
    { version: grown.version, digest: contentDigest(grown), content: grown },
    { subject: 'participants', authtype: 'operator' },
  )
  const { filing: _, ...withoutFiling } = published
  await lab.publish('OPERATOR', withoutFiling)
  await lab.stream('participants', 2)
  // Its topic comes later; until then all others are heard.
  await lab.publish('PSB', 'not JSON')
  await lab.settled()

  await lab.bus.provision([{ name: inboundTopic('TAX-NEW'), partitions: 4 }])
  await lab.publish('TAX-NEW', 'not JSON either')
  const taken = async () =>
    (await lab.bus.offsets('ledger', [inboundTopic('TAX-NEW')])).some((one) => one.committed > 0)
  while (!(await taken())) await new Promise((resolve) => setTimeout(resolve, 5))
  t.equal(ledger.health(), undefined)
})
