import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePorts, untilAnswers } from './answers.ts'
import { BrokerProcess } from './broker-process.ts'
import { kafkaJars } from './jars.ts'
import { findJava, run } from './java.ts'
import type { EngineLogger, Kafka, KafkaOptions, SecureListener } from './options.ts'
import { serverProperties } from './settings.ts'
import { makeCertificate } from './tls.ts'

/** Milliseconds a broker has to answer after its start. */
export const startPatience = 90_000

const silence: EngineLogger = { info() {} }

const logging = `log4j.rootLogger=WARN, out
log4j.appender.out=org.apache.log4j.ConsoleAppender
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=[%d] %p %m (%c)%n
`

/**
 * Starts a real Apache Kafka on loopback: one node, without Docker. Its jars come from Maven Central once and are kept
 * outside the checkout. It ends with this process, however that ends. Throws `EngineMissingError` without Java or Maven.
 */
export async function startKafka(options: KafkaOptions = {}): Promise<Kafka> {
  const java = await findJava()
  const jars = options.jars ?? (await kafkaJars())
  const temporary = options.folder === undefined
  const folder = temporary
    ? await mkdtemp(join(tmpdir(), 'yibiao-kafka-'))
    : resolve(options.folder as string)
  await mkdir(folder, { recursive: true })
  const removeFolder = async () => {
    if (temporary) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const ports = await freePorts(3)
    const port = options.port ?? (ports[0] as number)
    const [, controllerPort = 0, securePort = 0] = ports
    const secure = await layOut({ options, java, jars, folder, port, controllerPort, securePort })
    const broker = new Broker({
      java,
      jars,
      folder,
      port,
      heap: options.heap ?? '512m',
      options,
      removeFolder,
    })
    await broker.restart()
    return secure === undefined ? broker : Object.assign(broker, { secure })
  } catch (error) {
    await removeFolder()
    throw error
  }
}

interface Place {
  readonly options: KafkaOptions
  readonly java: string
  readonly jars: string
  readonly folder: string
  readonly port: number
  readonly controllerPort: number
  readonly securePort: number
}

/** 16 random bytes as Kafka writes them. The first bit is none, so that it begins with no hyphen, which would be an option. */
function newClusterId(): string {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0] as number) & 0x7f
  return bytes.toString('base64url')
}

/** Writes the settings and, in a new folder, formats the storage. */
async function layOut(place: Place): Promise<SecureListener | undefined> {
  const { options, java, jars, folder, port, controllerPort, securePort } = place
  const data = join(folder, 'data')
  const brokers = `localhost:${securePort}`
  let listener: SecureListener | undefined
  let secure: Parameters<typeof serverProperties>[0]['secure']
  if (options.secure !== undefined) {
    const secret = randomBytes(12).toString('hex')
    const own = { ...options.secure, port: securePort, secret }
    if (own.tls) {
      await rm(join(folder, 'keystore.p12'), { force: true })
      const { keystore, ca } = await makeCertificate(java, folder, secret)
      listener = { brokers, url: `kafka://${brokers}`, ca }
      secure = { ...own, keystore }
    } else {
      listener = { brokers, url: `kafka://${brokers}` }
      secure = own
    }
  }
  const base = { data, port, controllerPort, settings: options.settings ?? {} }
  const properties = join(folder, 'server.properties')
  await writeFile(properties, serverProperties(secure === undefined ? base : { ...base, secure }))
  await writeFile(join(folder, 'log4j.properties'), logging)
  if (existsSync(join(data, 'meta.properties'))) {
    await keepControllerPort(folder, properties, controllerPort)
    return listener
  }
  const scram = (options.secure?.users ?? []).flatMap(({ name, password }) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
      '--add-scram',
      `${mechanism}=[name=${name},password=${password}]`,
    ]),
  )
  const id = newClusterId()
  const format = ['kafka.tools.StorageTool', 'format', '--standalone', '-t', id, '-c', properties, ...scram]
  await run(java, [...javaArguments(jars, folder, '128m', true), ...format], { cwd: folder, timeout: 60_000 })
  await writeFile(join(folder, 'controller.port'), String(controllerPort))
  return listener
}

/** A formatted node is known to itself by its controller's address, so a folder keeps that port for good. */
async function keepControllerPort(folder: string, properties: string, chosen: number): Promise<void> {
  const first = await readFile(join(folder, 'controller.port'), 'utf8').catch(() => String(chosen))
  const text = await readFile(properties, 'utf8')
  await writeFile(properties, text.replaceAll(`localhost:${chosen}`, `localhost:${first.trim()}`))
}

function javaArguments(jars: string, folder: string, heap: string, quick: boolean): string[] {
  const tuning = quick ? ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : ['-XX:+UseG1GC']
  const log = `-Dlog4j.configuration=file:${join(folder, 'log4j.properties')}`
  return ['-Xms64m', `-Xmx${heap}`, ...tuning, log, '-cp', `${jars}/*`]
}

interface BrokerParts {
  readonly java: string
  readonly jars: string
  readonly folder: string
  readonly port: number
  readonly heap: string
  readonly options: KafkaOptions
  readonly removeFolder: () => Promise<void>
}

class Broker implements Kafka {
  readonly #parts: BrokerParts
  readonly #logger: EngineLogger
  #process: BrokerProcess | undefined

  constructor(parts: BrokerParts) {
    this.#parts = parts
    this.#logger = parts.options.logger ?? silence
  }

  get brokers(): string {
    return `localhost:${this.#parts.port}`
  }

  get url(): string {
    return `kafka://${this.brokers}`
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  async restart(): Promise<void> {
    await this.#end('SIGTERM')
    const { java, jars, folder, port, heap, options } = this.#parts
    const began = performance.now()
    const args = [
      ...javaArguments(jars, folder, heap, options.quick ?? false),
      'kafka.Kafka',
      join(folder, 'server.properties'),
    ]
    const broker = new BrokerProcess({ program: java, args, cwd: folder, log: join(folder, 'kafka.log') })
    this.#process = broker
    try {
      await untilAnswers(port, AbortSignal.any([broker.ended, AbortSignal.timeout(startPatience)]))
    } catch (error) {
      await broker.end('SIGKILL')
      throw new Error(`Kafka did not start on port ${port}: ${broker.tail()}`, { cause: error })
    }
    const took = Math.round(performance.now() - began)
    this.#logger.info({ brokers: this.brokers, pid: broker.pid, took }, 'Kafka answers')
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    await this.#parts.removeFolder()
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#process?.pid === undefined) return
    await this.#process.end(signal)
    this.#logger.info({ brokers: this.brokers, signal }, 'Kafka ended')
  }
}
