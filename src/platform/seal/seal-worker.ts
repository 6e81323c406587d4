import { parentPort, workerData } from 'node:worker_threads'
import { CryptoKeySigner, HttpTimestampAuthority, P12Signer, PDF, type Signer } from '@libpdf/core'

/** Room for the signature, its certificates and the stamp of an authority, in bytes. */
const ROOM = 16_384
const AUTHORITY_WAIT = 20_000

interface Order {
  id: number
  pdf: Uint8Array
  order: { fieldName: string; reason: string; at: string }
}

type Key =
  | { p12: Uint8Array; passphrase: string; certificate: Uint8Array }
  | { pkcs8: Uint8Array; certificate: Uint8Array }

const { key, timestampUrl } = workerData as { key: Key; timestampUrl: string | null }
const signer = openSigner(key)
const authority = timestampUrl ? new HttpTimestampAuthority(timestampUrl, { timeout: AUTHORITY_WAIT }) : null

parentPort?.on('message', async ({ id, pdf, order }: Order) => {
  try {
    const document = await PDF.load(pdf)
    const { bytes } = await document.sign({
      signer: await signer,
      ...(authority ? { level: 'B-T', timestampAuthority: authority } : { level: 'B-B' }),
      subFilter: 'ETSI.CAdES.detached',
      fieldName: order.fieldName,
      reason: order.reason,
      signingTime: new Date(order.at),
      estimatedSize: ROOM,
    })
    parentPort?.postMessage({ id, pdf: bytes })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})

async function openSigner(material: Key): Promise<Signer> {
  if ('p12' in material) return P12Signer.create(material.p12, material.passphrase)
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const opened = await crypto.subtle.importKey('pkcs8', Uint8Array.from(material.pkcs8), algorithm, false, [
    'sign',
  ])
  return new CryptoKeySigner(opened, Uint8Array.from(material.certificate), 'RSA', 'RSASSA-PKCS1-v1_5')
}
