import { readFileSync } from 'node:fs'
import { actsOf, dateOf, isRecord, termsOf } from '../src/modules/agreements/domain/case-reading.ts'
import { stateOn } from '../src/modules/agreements/domain/state.ts'

// AGR-116: legal states computed per second on one core, over the example cases and our own.

const SECONDS = 2
const evaluations = ['example-cases', 'own-cases'].flatMap(prepare)

run(0.5)
console.log(JSON.stringify({ name: 'agreement state evaluations', value: run(SECONDS), unit: 'per second' }))

function prepare(name: string) {
  const file: unknown = JSON.parse(
    readFileSync(new URL(`../tests/agreements/${name}.json`, import.meta.url), 'utf8'),
  )
  if (!isRecord(file) || !Array.isArray(file.cases)) throw new Error(`not a case file: ${name}`)
  const templates = isRecord(file.templates) ? file.templates : {}
  return file.cases.filter(isRecord).map((one) => ({
    terms: termsOf(one, templates),
    acts: actsOf(one),
    onDate: dateOf(one),
  }))
}

function run(seconds: number): number {
  const start = performance.now()
  let done = 0
  while (performance.now() - start < seconds * 1000) {
    for (const { terms, acts, onDate } of evaluations) stateOn(terms, acts, onDate)
    done += evaluations.length
  }
  return Math.round((done / (performance.now() - start)) * 1000)
}
