import { X509Certificate } from 'node:crypto'
import type { Instant } from '../../kernel/instant.ts'
import type { Config } from '../config.ts'
import { PdfThread } from '../pdf-thread.ts'
import { type KeyMaterial, openP12 } from './seal-key.ts'
import { selfMadeKey } from './self-made-key.ts'

export interface SealOrder {
  /** Name of the signature field: each one is used once in a document. */
  fieldName: string
  /** Told by PDF readers beside the seal, in French. */
  reason: string
  at: Instant
}

/** Seals PDF files in the platform's name: PAdES B-B, or B-T when an authority stamps the time. AGR-30. */
export interface Sealer {
  /** `demonstration`: a certificate the program made for itself, which proves nothing to anybody. */
  kind: 'operator' | 'demonstration'
  /** The holder, as the certificate names them. */
  holder: string
  stampsTime: boolean
  /** The same bytes, and one revision more behind them. Throws when the certificate is over, or the authority silent. */
  seal(pdf: Uint8Array, order: SealOrder): Promise<Uint8Array>
  stop(): Promise<void>
}

/**
 * The seal the operator set, else the one demonstrations make for themselves, else none. Throws ConfigError at start:
 * a certificate that does not open must not wait for the first signature.
 */
export async function openSealer(
  config: Pick<Config, 'mode' | 'dataDir' | 'seal' | 'timestampUrl'>,
): Promise<Sealer | null> {
  const { seal, mode, dataDir, timestampUrl } = config
  if (seal) return new ThreadSealer('operator', await openP12(seal), timestampUrl)
  if (mode === 'demo') return new ThreadSealer('demonstration', await selfMadeKey(dataDir), timestampUrl)
  return null
}

/** Reading and signing a PDF takes the processor: a thread of its own, started by the first seal. */
export class ThreadSealer implements Sealer {
  readonly kind: Sealer['kind']
  readonly holder: string
  readonly stampsTime: boolean
  readonly #thread: PdfThread<{ pdf: Uint8Array; order: SealOrder }>
  readonly #until: string

  constructor(kind: Sealer['kind'], key: KeyMaterial, timestampUrl: string | null) {
    const certificate = new X509Certificate(key.certificate)
    this.kind = kind
    this.holder = holderOf(certificate)
    this.stampsTime = timestampUrl !== null
    this.#until = certificate.validToDate.toISOString()
    this.#thread = new PdfThread('src/platform/seal/seal-worker.ts', { key, timestampUrl })
  }

  seal(pdf: Uint8Array, order: SealOrder): Promise<Uint8Array> {
    if (order.at > this.#until) {
      return Promise.reject(new Error(`the certificate of the seal ended on ${this.#until}`))
    }
    return this.#thread.ask({ pdf, order })
  }

  stop(): Promise<void> {
    return this.#thread.stop()
  }
}

/** `CN`, else the whole subject on one line. */
export function holderOf({ subject }: X509Certificate): string {
  const name = /(?:^|\n)CN=(.*)/.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
  // Commas are written `\,` there.
  return name.replace(/\\(.)/g, '$1')
}
