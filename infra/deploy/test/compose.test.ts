import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { deployFolder } from './support/image.ts'
import {
  configurationOf,
  interpolate,
  listOf,
  type Node,
  readYaml,
  variablesOf,
} from './support/manifests.ts'

const base = readYaml('compose.yaml')
const postgresAlone = readYaml('compose.postgres.yaml')
const roles = ['ledger', 'relay', 'projector', 'clock', 'gateway', 'departments'] as const

const wordsOf = (file: Node, service: string): readonly string[] =>
  listOf(file.services?.[service]?.command).map((word) => interpolate(word))

const roleOf = (service: string): string => (service === 'departments' ? 'department' : service)

t.test('every role is a service whose command line the product takes', async (t) => {
  for (const service of roles) {
    const configuration = configurationOf(wordsOf(base, service))
    t.equal(configuration.role, roleOf(service))
    t.equal(configuration.host, '0.0.0.0', 'health is asked for from outside')
    t.equal(configuration.healthPort, 9_100, `${service} answers where the image's health check asks`)
  }
  t.equal(configurationOf(wordsOf(base, 'gateway')).port, 8_080)
})

t.test('the health check of the gateway asks its own port, the others keep that of the image', async (t) => {
  t.match(listOf(base.services?.gateway?.healthcheck?.test).join(' '), ':8080/health/ready')
  for (const service of roles.filter((name) => name !== 'gateway'))
    t.notOk(base.services?.[service]?.healthcheck, service)
  t.match(readFileSync(join(deployFolder, 'Dockerfile'), 'utf8'), /HEALTHCHECK.*:9100\/health\/ready/s)
})

t.test('every role runs as nobody in particular, may write nowhere, and has time to stop', async (t) => {
  for (const name of roles) {
    const service = base.services?.[name] as Node
    t.match(service, {
      user: '10001:10001',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      stop_grace_period: '20s',
    })
    t.ok(service.deploy?.resources?.limits?.memory, `${name} has a limit of memory`)
  }
})

t.test('nothing is published beyond this machine', async (t) => {
  for (const [name, service] of Object.entries(base.services as Readonly<Record<string, Node>>))
    for (const port of (service.ports ?? []) as readonly string[])
      t.match(interpolate(port), /^127\.0\.0\.1:/, name)
})

t.test('what a service depends on is there, and so is every volume', async (t) => {
  const services = base.services as Readonly<Record<string, Node>>
  for (const [name, service] of Object.entries(services)) {
    for (const other of Object.keys(service.depends_on ?? {})) t.ok(services[other], `${name} → ${other}`)
    for (const volume of (service.volumes ?? []) as readonly string[]) {
      const [source = ''] = interpolate(volume).split(':')
      if (source.startsWith('.')) t.ok(existsSync(join(deployFolder, source)), source)
      else t.ok(source in (base.volumes as object), `${name}: ${source}`)
    }
  }
})

t.test('with PostgreSQL alone the roles differ in their event store and in nothing else', async (t) => {
  for (const service of roles.filter((name) => name !== 'departments')) {
    const { store, ...others } = configurationOf(wordsOf(postgresAlone, service))
    const { store: other, ...same } = configurationOf(wordsOf(base, service))
    t.match(store, /^postgres:.*\?schema=yibiao_history$/)
    t.match(other, /^kurrentdb:/)
    t.same(others, same)
  }
})

t.test('.env.example has every variable with the default that applies without it', async (t) => {
  const lines = readFileSync(join(deployFolder, '.env.example'), 'utf8').split('\n')
  const example = new Map(
    lines
      .filter((line) => /^\w/.test(line))
      .map((line) => [line.split('=')[0] as string, line.slice(line.indexOf('=') + 1)] as const),
  )
  const used = new Set([...variablesOf('compose.yaml'), ...variablesOf('compose.postgres.yaml')])
  t.same([...example.keys()].sort(), [...used].sort())
  const text = ['compose.yaml', 'compose.postgres.yaml']
    .map((name) => readFileSync(join(deployFolder, name), 'utf8'))
    .join('\n')
  for (const [name, value] of example) {
    const [, fallback] = new RegExp(`\\$\\{${name}:-((?:[^{}]|\\{[^}]*\\})*)\\}`).exec(text) ?? []
    t.equal(interpolate(fallback ?? ''), value, name)
  }
})
