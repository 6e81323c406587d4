import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type { Instant } from '../src/kernel/instant.ts'
import { documentPdf } from '../src/modules/agreements/documents/document-pdf.ts'
import type { WrittenDocument } from '../src/modules/agreements/domain/written-document.ts'
import { readConfig } from '../src/platform/config.ts'
import { Documents } from '../src/platform/documents/documents.ts'
import { openSealer } from '../src/platform/seal/sealer.ts'

// AGR-116, STK-104: an agreement of four pages made into a PDF and sealed, in the threads that do it; how long the main
// loop waits meanwhile; and two seals in a row, as when both parties sign.

const TIMES = 12
const AT = '2026-06-17T10:00:00.000Z' as Instant
const SENTENCE =
  'Les parties conviennent des engagements qui suivent, chacune pour ce qui la concerne, et se tiennent informées de leur avancement. '

const agreement: WrittenDocument = {
  title: 'Convention de coopération',
  issuer: 'Réseau fictif',
  intro: 'Entre la tête fictive et le partenaire fictif.',
  reference: 'Convention 2026-0001',
  letter: null,
  parts: Array.from({ length: 13 }, (_, index) => [
    { kind: 'heading', text: `Article ${index + 1}. Engagement`, anchor: `art-${index + 1}` } as const,
    { kind: 'text', blocks: [SENTENCE.repeat(5), SENTENCE.repeat(3)] } as const,
  ]).flat(),
}

const dataDir = mkdtempSync(join(tmpdir(), 'maillage-bench-seal-'))
const documents = new Documents()
const sealer = await openSealer({ ...readConfig({}), dataDir })
if (!sealer) throw new Error('a demonstration seals')
// The threads do not keep a process alive by themselves.
const alive = setInterval(() => {}, 1000)
try {
  await made(0)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const sealed: number[] = []
  const twice: number[] = []
  for (let index = 1; index <= TIMES; index += 1) {
    const start = performance.now()
    const pdf = await made(index)
    sealed.push(performance.now() - start)
    const again = performance.now()
    const first = await sealer.seal(pdf, { fieldName: 'Sceau_2', reason: 'Mesure', at: AT })
    await sealer.seal(first, { fieldName: 'Sceau_3', reason: 'Mesure', at: AT })
    twice.push(performance.now() - again)
  }
  delay.disable()
  print('sealed agreement of four pages', middle(sealed))
  print('two more seals', middle(twice))
  print('main loop delay while sealing, 99th percentile', delay.percentile(99) / 1e6)
  print('main loop delay while sealing, at most', delay.max / 1e6)
} finally {
  clearInterval(alive)
  await documents.stop()
  await sealer.stop()
  rmSync(dataDir, { recursive: true })
}

async function made(index: number): Promise<Uint8Array> {
  const pdf = await documentPdf(documents, { ...agreement, reference: `Convention 2026-${index}` }, AT)
  return (await sealer?.seal(pdf, { fieldName: 'Sceau_1', reason: 'Mesure', at: AT })) ?? pdf
}

function middle(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

function print(name: string, value: number): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 10) / 10, unit: 'ms' }))
}
