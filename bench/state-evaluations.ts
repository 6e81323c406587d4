import { readFileSync } from 'node:fs'
import { answerCases } from '../src/modules/agreements/domain/case-file.ts'
import { actsOf, dateOf, isRecord, termsOf } from '../src/modules/agreements/domain/case-reading.ts'
import { valuesOf } from '../src/modules/agreements/domain/differences.ts'
import { stateOn } from '../src/modules/agreements/domain/state.ts'
import { REFERENCE_TERMS } from '../src/modules/agreements/templates/reference-templates.ts'

// AGR-112 and AGR-116: legal states computed per second on one core over the example cases and our own, bare and with
// every list read; cases read, computed and printed; and how the time grows with the number of acts.

const SECONDS = 2
const texts = ['example-cases', 'own-cases'].map((name) =>
  readFileSync(new URL(`../tests/agreements/${name}.json`, import.meta.url), 'utf8'),
)
const evaluations = texts.flatMap(prepare)
const long = { few: logOf(5), many: logOf(500) }

report('agreement state evaluations', evaluations.length, () => {
  for (const { terms, acts, onDate } of evaluations) stateOn(terms, acts, onDate)
})
report('agreement states with every list read', evaluations.length, () => {
  for (const { terms, acts, onDate } of evaluations) valuesOf(stateOn(terms, acts, onDate))
})
report('agreement cases answered', evaluations.length, () => {
  for (const text of texts) for (const line of answerCases(text, REFERENCE_TERMS)) JSON.stringify(line)
})
const growth = rate(1, () => evaluate(long.few)) / rate(1, () => evaluate(long.many))
print('agreement state of 500 acts, in times the state of 5', growth, 'times')

type Evaluation = (typeof evaluations)[number]

function prepare(text: string) {
  const file: unknown = JSON.parse(text)
  if (!isRecord(file) || !Array.isArray(file.cases)) throw new Error('not a case file')
  const templates = isRecord(file.templates) ? file.templates : {}
  return file.cases.filter(isRecord).map((one) => ({
    terms: termsOf(one, templates, REFERENCE_TERMS),
    acts: actsOf(one),
    onDate: dateOf(one),
  }))
}

/** An agreement that lasted: places confirmed, semester after semester. */
function logOf(count: number): Evaluation {
  const [first] = evaluations.filter(({ acts }) => acts.length >= 4)
  if (!first) throw new Error('no case with acts')
  const more = Array.from({ length: count }, (_, index) => first.acts[index % first.acts.length])
  return { ...first, acts: more.flatMap((act, seq) => (act ? [{ ...act, seq }] : [])) }
}

function evaluate({ terms, acts, onDate }: Evaluation): void {
  stateOn(terms, acts, onDate)
}

function report(name: string, each: number, work: () => void): void {
  rate(0.5, work)
  print(name, rate(SECONDS, work) * each, 'per second')
}

function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value: Math.round(value), unit }))
}

/** How often `work` is done in a second of the processor: what else the machine does must not count. */
function rate(seconds: number, work: () => void): number {
  const start = process.cpuUsage()
  let done = 0
  let spent = 0
  while (spent < seconds * 1_000_000) {
    work()
    done++
    const { user, system } = process.cpuUsage(start)
    spent = user + system
  }
  return (done / spent) * 1_000_000
}
