import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A passkey without a device: signs what a page asks, as WebAuthn says. */
export class SoftPasskey {
  readonly #id = randomBytes(16)
  readonly #key: KeyObject
  readonly #x: Buffer
  readonly #y: Buffer
  readonly #origin: string
  /** Whether the device checks who holds it. */
  checksHolder = true

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#x = Buffer.from(x, 'base64url')
    this.#y = Buffer.from(y, 'base64url')
    this.#origin = origin
  }

  /** What the browser sends after `navigator.credentials.create`. */
  create({ challenge }: { challenge: string }): string {
    const credential = Buffer.concat([Buffer.alloc(16), uint16(this.#id.length), this.#id, this.#coseKey()])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(this.#authenticatorData(0x40, credential)),
    ])
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** What the browser sends after `navigator.credentials.get`. */
  get({ challenge }: { challenge: string }): string {
    const clientDataJSON = this.#clientData('webauthn.get', challenge)
    const data = this.#authenticatorData(0)
    const digest = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([data, digest]), this.#key)
    return this.#answer({
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #answer(response: Record<string, unknown>): string {
    const id = this.#id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  #clientData(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin })).toString('base64url')
  }

  #authenticatorData(flags: number, rest = Buffer.alloc(0)): Buffer {
    const site = createHash('sha256').update(new URL(this.#origin).hostname).digest()
    const present = flags | 0x01 | (this.checksHolder ? 0x04 : 0)
    return Buffer.concat([site, Buffer.from([present]), Buffer.alloc(4), rest])
  }

  /** EC2, ES256, P-256. */
  #coseKey(): Buffer {
    const start = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21])
    return Buffer.concat([start, bytes(this.#x), Buffer.from([0x22]), bytes(this.#y)])
  }
}

/** CBOR, as far as a passkey needs it. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff]
  return Buffer.concat([Buffer.from(head), value])
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff])
}
