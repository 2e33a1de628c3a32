import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { deployFolder } from './support/image.ts'
import { configurationOf, type Node, readManifests, readYaml } from './support/manifests.ts'

const folder = join(deployFolder, 'kubernetes')
const kustomization = readYaml('kubernetes/kustomization.yaml')
const files = [...(kustomization.resources as readonly string[]), 'sandbox/departments.yaml']
const all = files.flatMap((file) => readManifests(`kubernetes/${file}`))
const ofKind = (...kinds: readonly string[]) => all.filter(({ kind }) => kinds.includes(kind as string))
const workloads = ofKind('Deployment', 'StatefulSet')
const nameOf = (node: Node): string => node.metadata?.name as string
const podOf = (node: Node): Node => node.spec?.template?.spec as Node
const containerOf = (node: Node): Node => (podOf(node).containers as readonly Node[])[0] as Node

/** What the files beside the kustomization give. */
const settings = JSON.parse(readFileSync(join(folder, 'settings.example.json'), 'utf8')) as object
const variables = Object.fromEntries(
  readFileSync(join(folder, 'configuration.env'), 'utf8')
    .split('\n')
    .filter((line) => /^\w/.test(line))
    .map((line) => line.split('=')),
) as Readonly<Record<string, string>>

const configurationOfPod = (node: Node) =>
  configurationOf(
    (containerOf(node).args as readonly string[]).map((word) =>
      word.replaceAll(/\$\((\w+)\)/g, (_all, name: string) => variables[name] ?? `missing ${name}`),
    ),
    settings,
  )

t.test('every role is a workload whose command line the product takes', async (t) => {
  t.same(workloads.map(nameOf), ['ledger', 'relay', 'projector', 'clock', 'gateway', 'departments'])
  for (const node of workloads) {
    const { role, host } = configurationOfPod(node)
    t.equal(role, nameOf(node) === 'departments' ? 'department' : nameOf(node))
    t.equal(host, '0.0.0.0')
  }
})

t.test('probes ask ports at which the role listens', async (t) => {
  for (const node of workloads) {
    const { healthPort, port, role } = configurationOfPod(node)
    const container = containerOf(node)
    const ports = new Map(
      (container.ports as readonly Node[]).map(({ name, containerPort }) => [name, containerPort as unknown]),
    )
    t.equal(ports.get(container.startupProbe?.httpGet?.port as Node), healthPort)
    t.equal(ports.get(container.livenessProbe?.httpGet?.port as Node), healthPort)
    t.equal(
      ports.get(container.readinessProbe?.httpGet?.port as Node),
      role === 'gateway' ? port : healthPort,
    )
    t.equal(container.livenessProbe?.httpGet?.path, '/health/live', 'an engine that is away kills nobody')
    t.equal(container.readinessProbe?.httpGet?.path, '/health/ready')
  }
})

t.test('every pod keeps to the restricted standard and has more time to stop than it takes', async (t) => {
  for (const node of workloads) {
    t.match(podOf(node), {
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
    })
    t.match(containerOf(node).securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    t.ok(Number(podOf(node).terminationGracePeriodSeconds) > 15 + 5, nameOf(node))
    t.ok(containerOf(node).resources?.limits?.memory, nameOf(node))
  }
})

t.test('the gateways share a folder for materials that each of them may write', async (t) => {
  const gateway = workloads.find((node) => nameOf(node) === 'gateway') as Node
  const { materials } = configurationOfPod(gateway)
  const mount = (containerOf(gateway).volumeMounts as readonly Node[]).find(
    ({ mountPath }) => (mountPath as unknown) === materials,
  )
  const volume = (podOf(gateway).volumes as readonly Node[]).find(({ name }) => name === mount?.name)
  const claim = ofKind('PersistentVolumeClaim').find(
    (node) => nameOf(node) === (volume?.persistentVolumeClaim?.claimName as unknown),
  )
  t.same(claim?.spec?.accessModes, ['ReadWriteMany'])
  t.not(mount?.readOnly, true)
  t.equal(podOf(gateway).securityContext?.fsGroup, 10_001, 'its owner is who writes')
})

t.test('selectors find the pods they are meant for', async (t) => {
  const labels = workloads.map((node) => node.spec?.template?.metadata?.labels as Node)
  const finds = (selector: Node | undefined) =>
    labels.filter((each) => Object.entries(selector ?? {}).every(([name, value]) => each[name] === value))
      .length
  for (const node of workloads) t.equal(finds(node.spec?.selector?.matchLabels), 1, nameOf(node))
  for (const node of ofKind('Service')) t.equal(finds(node.spec?.selector), 1, nameOf(node))
  for (const node of ofKind('PodDisruptionBudget'))
    t.equal(finds(node.spec?.selector?.matchLabels), 1, nameOf(node))
  for (const node of ofKind('NetworkPolicy')) t.ok(finds(node.spec?.podSelector?.matchLabels), nameOf(node))
})

t.test('the autoscaler of the ledger stops at the number of partitions', async (t) => {
  const topics = readFileSync(join(deployFolder, '../../services/exchange/src/topics.ts'), 'utf8')
  const [, partitions] = /inboundPartitions = (\d+)/.exec(topics) ?? []
  const ledger = ofKind('HorizontalPodAutoscaler').find((node) => nameOf(node) === 'ledger')
  t.equal(String(ledger?.spec?.maxReplicas), partitions)
  for (const node of ofKind('HorizontalPodAutoscaler'))
    t.ok(workloads.some((each) => nameOf(each) === node.spec?.scaleTargetRef?.name))
})

t.test('the kustomizations name files that are there or that the operator is told to make', async (t) => {
  for (const name of files) t.ok(existsSync(join(folder, name)), name)
  t.same(kustomization.secretGenerator?.[0]?.files, ['settings.json', 'accounts.json', 'ca.pem'])
  t.ok(existsSync(join(folder, 'settings.example.json')))
  t.same(readYaml('kubernetes/sandbox/kustomization.yaml').resources, ['..', 'departments.yaml'])
})
