import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { KeyMaterial } from './seal-key.ts'

/** As PDF readers name it: nobody may take it for a certificate. */
const HOLDER = 'Sceau de démonstration sans valeur (Maillage)'

/** The key a demonstration made for itself and signed itself, kept in its data folder: made once, whoever starts. */
export async function selfMadeKey(dataDir: string): Promise<KeyMaterial> {
  const file = join(dataDir, 'sceau-de-demonstration.pem')
  const kept = await readFile(file, 'utf8').catch(() => null)
  const pem = kept ?? (await makeOnce(dataDir, file))
  return {
    pkcs8: createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }),
    certificate: new X509Certificate(pem).raw,
  }
}

async function makeOnce(dataDir: string, file: string): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const certificate = new X509Certificate(selfSigned(key.toString(), HOLDER))
  await mkdir(dataDir, { recursive: true })
  const pem = `${key}${certificate}`
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}

/** An X.509 certificate for signatures only, in DER; valid whatever day a demonstration plays. */
export function selfSigned(keyPem: string, holder: string): Buffer {
  const name = sequence(tlv(0x31, sequence(object('550403'), tlv(0x0c, Buffer.from(holder, 'utf8')))))
  const algorithm = sequence(object('2a864886f70d01010b'), tlv(0x05))
  const publicKey = createPublicKey(keyPem).export({ type: 'spki', format: 'der' })
  const signatureOnly = tlv(0x04, Buffer.from('030206c0', 'hex'))
  const usage = sequence(object('551d0f'), tlv(0x01, Buffer.from([0xff])), signatureOnly)
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    algorithm,
    name,
    sequence(tlv(0x17, Buffer.from('000101000000Z')), tlv(0x17, Buffer.from('491231235959Z'))),
    name,
    publicKey,
    tlv(0xa3, sequence(usage)),
  )
  const signature = sign('sha256', body, keyPem)
  return sequence(body, algorithm, tlv(0x03, Buffer.from([0]), signature))
}

const sequence = (...parts: readonly Buffer[]) => tlv(0x30, ...parts)
const object = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))

/** Tag, length, value: the writing of ASN.1 in DER. */
function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  const size = value.length
  const length =
    size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, Math.floor(size / 0x100), size % 0x100]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}
