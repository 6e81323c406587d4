import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { undisplayableIn, withoutCharacters } from './undisplayable.ts'

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
    parentPort?.postMessage({ id, pdf: pdfOf(request) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
  compiled += 1
  if (compiled % DOCUMENTS_BEFORE_EVICTION === 0) compiler.evictCache(10)
})

/** An emoji in a name must not make a letter impossible: what no font can draw is printed by its number. */
function pdfOf(request: Order['request']) {
  try {
    return compiledPdf(request)
  } catch (error) {
    const characters = undisplayableIn(String(error))
    if (characters.size === 0) throw error
    return compiledPdf({ ...request, data: withoutCharacters(request.data, characters) })
  }
}

function compiledPdf({ template, data, createdAt, standard }: Order['request']) {
  return compiler.pdf(
    { mainFilePath: join(root, template), inputs: { data } },
    { pdfStandard: standard as never, creationTimestamp: Math.floor(Date.parse(createdAt) / 1000) },
  )
}
