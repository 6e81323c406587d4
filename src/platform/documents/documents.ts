import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../../kernel/instant.ts'
import { root } from '../root.ts'

export interface DocumentRequest {
  /** Path of the Typst template from the project's root. */
  template: string
  /** Read by the template as `json(bytes(sys.inputs.data))`: text, never markup. */
  data: unknown
  /** Same data and same instant give the same bytes. */
  createdAt: Instant
  /** One standard per file: `a-2a` to archive, `ua-1` to check accessibility. */
  standard: 'a-2a' | 'ua-1'
}

interface Waiting {
  resolve(pdf: Uint8Array): void
  reject(error: Error): void
}

/** Compiles Typst templates in a worker thread: Typst is synchronous, and pages must not wait for it. */
export class Documents {
  #worker: Worker | null = null
  #waiting = new Map<number, Waiting>()
  #next = 0

  pdf(request: DocumentRequest): Promise<Uint8Array> {
    const worker = this.#worker ?? this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, request: { ...request, data: JSON.stringify(request.data) } })
    })
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    // Read by Node itself, types stripped, from the source in development as in production.
    const worker = new Worker(join(root, 'src/platform/documents/typst-worker.ts'), {
      execArgv: [],
      workerData: { root },
    })
    worker.on('message', ({ id, pdf, error }: { id: number; pdf?: Uint8Array; error?: string }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (pdf) waiting?.resolve(pdf)
      else waiting?.reject(new Error(error))
    })
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', () => this.#fail(worker, new Error('the document worker stopped')))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #fail(worker: Worker, error: Error): void {
    // An error is followed by an exit, and another worker may have started in between.
    if (this.#worker !== worker) return
    this.#worker = null
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
