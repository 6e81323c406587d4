import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Which of these programs the machine has not; a run of the integration has them all. */
export function missingPrograms(...names: readonly string[]): string[] {
  const missing = names.filter((name) => spawnSync(name, ['-v']).error)
  if (missing.length > 0 && process.env.CI === 'true')
    throw new Error(`missing programs: ${missing.join(', ')} (apt-get install poppler-utils qpdf openssl)`)
  if (missing.length > 0) console.warn(`skipped, for want of ${missing.join(', ')}`)
  return missing
}

const folder = () => mkdtempSync(join(tmpdir(), 'maillage-seal-'))

/** A key and its certificate in PKCS#12, as an operator receives them (PBES2, AES-256). Returns the file's path. */
export function makeP12({
  holder = 'Réseau d’essai',
  passphrase = 'secret',
  days = 30,
  extra = [] as string[],
} = {}) {
  const at = folder()
  const [key, certificate, p12] = ['key.pem', 'certificate.pem', 'seal.p12'].map((name) => join(at, name))
  if (!key || !certificate || !p12) throw new Error('three names')
  const subject = ['-subj', `/CN=${holder}`, '-utf8', '-days', String(days)]
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
    ...subject,
    ...extra,
  )
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    certificate,
    '-out',
    p12,
    '-passout',
    `pass:${passphrase}`,
  )
  return { p12, key, certificate, at }
}

export function openssl(...parameters: readonly string[]): string {
  return execFileSync('openssl', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What `pdfsig` says of each signature of these bytes. */
export function readSignatures(pdf: Uint8Array): { text: string; valid: number; coversAll: boolean } {
  const file = join(folder(), 'signed.pdf')
  writeFileSync(file, pdf)
  const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
  return {
    text: stdout,
    valid: stdout.split('Signature is Valid.').length - 1,
    coversAll: stdout.includes('Total document signed'),
  }
}

/** `qpdf --check`, or what it complains of. */
export function structureProblems(pdf: Uint8Array): string {
  const file = join(folder(), 'checked.pdf')
  writeFileSync(file, pdf)
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`
}

/** A time-stamping authority (RFC 3161) of the test's own, behind HTTP. `tokens`: how many it gave. */
export async function startAuthority() {
  const { at, key, certificate } = makeP12({
    holder: 'Horodatage d’essai',
    extra: [
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
      '-addext',
      'keyUsage=critical,digitalSignature',
    ],
  })
  const settings = join(at, 'tsa.cnf')
  writeFileSync(
    settings,
    `[tsa]\ndefault_tsa=one\n[one]\nserial=${join(at, 'serial')}\ncrypto_device=builtin\nsigner_cert=${certificate}\nsigner_key=${key}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\naccuracy=secs:1\nordering=yes\ntsa_name=yes\ness_cert_id_chain=no\n`,
  )
  let tokens = 0
  const server = createServer((request, response) => {
    const received: Buffer[] = []
    request.on('data', (part: Buffer) => received.push(part))
    request.on('end', () => {
      tokens += 1
      const [query, reply] = [join(at, `${tokens}.tsq`), join(at, `${tokens}.tsr`)]
      writeFileSync(query, Buffer.concat(received))
      openssl('ts', '-reply', '-config', settings, '-section', 'one', '-queryfile', query, '-out', reply)
      response.setHeader('content-type', 'application/timestamp-reply')
      response.end(readFileSync(reply))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    tokens: () => tokens,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
