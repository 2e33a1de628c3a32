import { faultOf } from './faults.ts'
import type { Broker, Cluster } from './wire.ts'

/** The broker that keeps a group. Throws the protocol's own errors. */
export async function coordinatorOf(cluster: Cluster, group: string): Promise<Broker> {
  try {
    return await cluster.findGroupCoordinator({ groupId: group })
  } catch (error) {
    if (faultOf(error)?.name !== 'KafkaJSGroupCoordinatorNotFound') throw error
    // kafkajs keeps to itself why no broker named it; one that is asked says so: that the account may not use the group.
    const broker = await cluster.findControllerBroker()
    await broker.findGroupCoordinator({ groupId: group, coordinatorType: 0 })
    throw error
  }
}
