import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from './java.ts'

export interface Certificate {
  readonly keystore: string
  /** PEM. */
  readonly ca: string
}

/** Makes a self-signed certificate for localhost with the JDK's keytool. */
export async function makeCertificate(java: string, folder: string, secret: string): Promise<Certificate> {
  const keytool = java.includes('/') ? join(dirname(java), 'keytool') : 'keytool'
  const keystore = join(folder, 'keystore.p12')
  const pem = join(folder, 'ca.pem')
  const store = ['-alias', 'kafka', '-keystore', keystore, '-storetype', 'PKCS12', '-storepass', secret]
  const subject = ['-dname', 'CN=localhost', '-ext', 'san=dns:localhost,ip:127.0.0.1', '-validity', '3650']
  const key = ['-keyalg', 'EC', '-groupname', 'secp256r1']
  await run(keytool, ['-genkeypair', ...store, ...key, ...subject], { timeout: 60_000 })
  await run(keytool, ['-exportcert', ...store, '-rfc', '-file', pem], { timeout: 60_000 })
  return { keystore, ca: await readFile(pem, 'utf8') }
}
