import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Compilations keep their memory until told: without this, thirty documents double it. */
const DOCUMENTS_BEFORE_EVICTION = 20

const { root } = workerData as { root: string }
const compiler = NodeCompiler.create({ workspace: root })
let compiled = 0

interface Order {
  id: number
  request: { template: string; data: string; createdAt: string; standard: string }
}

parentPort?.on('message', ({ id, request }: Order) => {
  try {
    const pdf = compiler.pdf(
      { mainFilePath: join(root, request.template), inputs: { data: request.data } },
      {
        pdfStandard: request.standard as never,
        creationTimestamp: Math.floor(Date.parse(request.createdAt) / 1000),
      },
    )
    parentPort?.postMessage({ id, pdf })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
  compiled += 1
  if (compiled % DOCUMENTS_BEFORE_EVICTION === 0) compiler.evictCache(10)
})
