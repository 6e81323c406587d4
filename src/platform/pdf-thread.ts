import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { root } from './root.ts'

interface Waiting {
  resolve(pdf: Uint8Array): void
  reject(error: Error): void
}

/** What the thread answers: the file, or why there is none. */
interface Answer {
  id: number
  pdf?: Uint8Array
  error?: string
}

/**
 * A thread that makes PDF files, started by the first one asked and again after a fall: making them takes the
 * processor, and pages must not wait for it. `program` is sent `{ id, ...order }` and answers `{ id, pdf | error }`.
 */
export class PdfThread<Order extends object> {
  readonly #program: string
  readonly #workerData: unknown
  #worker: Worker | null = null
  #waiting = new Map<number, Waiting>()
  #next = 0

  /** `program`: its path from the project's root. */
  constructor(program: string, workerData: unknown) {
    this.#program = program
    this.#workerData = workerData
  }

  ask(order: Order): Promise<Uint8Array> {
    const worker = this.#worker ?? this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...order })
    })
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    // Read by Node itself, types stripped, from the source in development as in production.
    const worker = new Worker(join(root, this.#program), { execArgv: [], workerData: this.#workerData })
    worker.on('message', (answer: Answer) => this.#answered(answer))
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', () => this.#fail(worker, new Error(`${this.#program} stopped`)))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #answered({ id, pdf, error }: Answer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (pdf) waiting?.resolve(pdf)
    else waiting?.reject(new Error(error))
  }

  #fail(worker: Worker, error: Error): void {
    // An error is followed by an exit, and another worker may have started in between.
    if (this.#worker !== worker) return
    this.#worker = null
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
