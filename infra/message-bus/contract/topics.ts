import type { Test } from 'tap'
import { type BusUnderTest, contractTest, textMessage } from './lab.ts'

export async function topicsContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'provisioning a topic again keeps its messages', async (t, lab) => {
    const name = lab.name()
    await lab.bus.provision([{ name, partitions: 2 }])
    await lab.bus.publish([textMessage(name, 'a', 'first')])
    await lab.bus.provision([
      { name, partitions: 2 },
      { name: lab.name(), partitions: 1 },
    ])
    const offsets = await lab.bus.offsets(lab.name(), [name])
    t.same(
      offsets.map(({ partition }) => partition),
      [0, 1],
    )
    t.equal(
      offsets.reduce((sum, { latest }) => sum + latest, 0),
      1,
    )
  })

  await contractTest(t, under, 'another number of partitions is refused', async (t, lab) => {
    const name = await lab.topic(2)
    for (const partitions of [1, 3]) {
      await t.rejects(lab.bus.provision([{ name, partitions }]), { code: 'YB_BUS_USAGE', message: name })
    }
    t.equal((await lab.bus.offsets(lab.name(), [name])).length, 2, 'the topic is what it was')
  })

  await contractTest(t, under, 'a topic that cannot be made is refused', async (t, lab) => {
    const usage = { code: 'YB_BUS_USAGE' }
    const name = lab.name()
    await t.rejects(lab.bus.provision([{ name, partitions: 0 }]), usage)
    await t.rejects(lab.bus.provision([{ name, partitions: 257 }]), usage)
    await t.rejects(lab.bus.provision([{ name, partitions: 1.5 }]), usage)
    await t.rejects(lab.bus.provision([{ name, partitions: 1, retention: 0 }]), usage)
    await t.rejects(lab.bus.provision([{ name: '', partitions: 1 }]), usage)
    await t.rejects(lab.bus.provision([{ name: '企业 登记', partitions: 1 }]), usage)
    const twice = { name, partitions: 1 }
    await t.rejects(lab.bus.provision([twice, twice]), usage)
  })

  await contractTest(t, under, 'a topic nobody provisioned is unknown, and named', async (t, lab) => {
    const name = lab.name()
    const known = await lab.topic()
    const unknown = { code: 'YB_BUS_UNKNOWN_TOPIC', message: name }
    const message = textMessage(name, 'a', 'x')
    await t.rejects(lab.bus.publish([textMessage(known, 'a', 'x'), message]), unknown)
    await t.rejects(lab.bus.read(name, 0, 0, 1), unknown)
    await t.rejects(lab.bus.offsets(lab.name(), [known, name]), unknown)
    await t.rejects(
      lab.bus.consume({ group: lab.name(), topics: [known, name], onBatch: async () => {} }),
      unknown,
    )
    t.same(await lab.bus.read(known, 0, 0, 1), [], 'the other message of the call was not published either')
  })
}
