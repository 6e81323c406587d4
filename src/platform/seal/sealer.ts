import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../../kernel/instant.ts'
import type { Config } from '../config.ts'
import { root } from '../root.ts'
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

interface Waiting {
  resolve(pdf: Uint8Array): void
  reject(error: Error): void
}

/** Reading and signing a PDF takes the processor: a thread of its own, started by the first seal. */
export class ThreadSealer implements Sealer {
  readonly kind: Sealer['kind']
  readonly holder: string
  readonly stampsTime: boolean
  readonly #key: KeyMaterial
  readonly #timestampUrl: string | null
  readonly #until: string
  #worker: Worker | null = null
  #waiting = new Map<number, Waiting>()
  #next = 0

  constructor(kind: Sealer['kind'], key: KeyMaterial, timestampUrl: string | null) {
    const certificate = new X509Certificate(key.certificate)
    this.kind = kind
    this.holder = holderOf(certificate)
    this.stampsTime = timestampUrl !== null
    this.#until = certificate.validToDate.toISOString()
    this.#key = key
    this.#timestampUrl = timestampUrl
  }

  seal(pdf: Uint8Array, order: SealOrder): Promise<Uint8Array> {
    if (order.at > this.#until) {
      return Promise.reject(new Error(`the certificate of the seal ended on ${this.#until}`))
    }
    const worker = this.#worker ?? this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, pdf, order })
    })
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(join(root, 'src/platform/seal/seal-worker.ts'), {
      execArgv: [],
      workerData: { key: this.#key, timestampUrl: this.#timestampUrl },
    })
    worker.on('message', ({ id, pdf, error }: { id: number; pdf?: Uint8Array; error?: string }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (pdf) waiting?.resolve(pdf)
      else waiting?.reject(new Error(error))
    })
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', () => this.#fail(worker, new Error('the thread that seals stopped')))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}

/** `CN`, else the whole subject on one line. */
export function holderOf({ subject }: X509Certificate): string {
  const name = /(?:^|\n)CN=(.*)/.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
  // Commas are written `\,` there.
  return name.replace(/\\(.)/g, '$1')
}
