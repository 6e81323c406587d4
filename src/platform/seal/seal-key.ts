import { createVerify, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import { ConfigError } from '../config.ts'

/** What the thread that seals is given, and the certificate of the key, in DER. */
export type KeyMaterial =
  | { p12: Uint8Array; passphrase: string; certificate: Uint8Array }
  | { pkcs8: Uint8Array; certificate: Uint8Array }

/** Opens the operator's certificate and tries its key. Throws ConfigError, one French sentence, when it cannot serve. */
export async function openP12({
  file,
  passphrase,
}: {
  file: string
  passphrase: string
}): Promise<KeyMaterial> {
  const p12 = new Uint8Array(
    await readFile(file).catch(() => refuse(`le fichier « ${file} » ne se lit pas.`)),
  )
  const certificate = await certificateOf(p12, passphrase, file)
  const { validFromDate, validToDate } = new X509Certificate(certificate)
  const now = systemClock.now()
  if (validToDate.toISOString() < now)
    refuse(`le certificat « ${file} » a expiré le ${dayOf(validToDate)}. Demandez-en un autre.`)
  if (validFromDate.toISOString() > now)
    refuse(`le certificat « ${file} » ne sert qu’à partir du ${dayOf(validFromDate)}.`)
  return { p12, passphrase, certificate }
}

async function certificateOf(p12: Uint8Array, passphrase: string, file: string): Promise<Uint8Array> {
  // Read only where a certificate is set: the library is large.
  const { P12Signer } = await import('@libpdf/core')
  const signer = await P12Signer.create(p12, passphrase).catch((error: Error) =>
    /password|integrity/i.test(error.message)
      ? refuse(`SEAL_PASSPHRASE n’ouvre pas le certificat « ${file} ».`)
      : refuse(`« ${file} » n’est pas un certificat PKCS#12 (.p12 ou .pfx) avec sa clé.`),
  )
  const trial = Buffer.from('essai du sceau')
  const signature = await signer.sign(trial, 'SHA-256')
  const { publicKey } = new X509Certificate(signer.certificate)
  if (!createVerify('sha256').update(trial).verify(publicKey, signature))
    refuse(`dans « ${file} », le premier certificat n’est pas celui de la clé. Refaites le fichier.`)
  return signer.certificate
}

function refuse(why: string): never {
  throw new ConfigError([`SEAL_P12 : ${why}`])
}

function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(instant)
}
