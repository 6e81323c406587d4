import { type Day, parseDay } from '../../../../kernel/day.ts'
import { NO_SUCH_DAY } from '../../../../platform/http/fields.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { ProofKind } from '../../data/applications/proofs.store.ts'
import type { Answer } from '../../domain/applications/answers.ts'
import { evidenceOf } from '../../domain/applications/completion.ts'
import { readAnswer } from '../../domain/applications/typed-answer.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'
import type { ApplicationFile } from '../../use-cases/applications/application-file.ts'
import type { SectionWish } from '../../use-cases/applications/save-section.ts'
import { fieldOf, proofIdOf } from './application.form.ts'
import { WRONG_ANSWERS } from './application-wording.ts'

type Body = Readonly<Record<string, unknown>>

/** A file chosen for a criterion, whose bytes are not read yet. */
export interface ChosenFile {
  readonly field: string
  readonly code: string
  readonly kind: ProofKind
  readonly file: File
  readonly on: Day | null
}

export interface ReadSection {
  readonly answers: Map<string, { value: Answer | null; contested: string }>
  readonly chosen: readonly ChosenFile[]
  /** Addresses and declarations. */
  readonly said: SectionWish['brought']
  readonly shownAgain: SectionWish['shownAgain']
  readonly takenOff: SectionWish['takenOff']
  readonly dated: SectionWish['dated']
  readonly problems: readonly Problem[]
}

/** What was typed on a page of the form: all that can be read, and what is wrong with the rest. */
export function readSection(criteria: readonly Criterion[], body: Body, file: ApplicationFile): ReadSection {
  const problems: Problem[] = []
  const answers: ReadSection['answers'] = new Map()
  for (const criterion of criteria) {
    const read = readCriterion(criterion, body, file)
    if (read && 'problem' in read) problems.push(read.problem)
    else if (read) answers.set(criterion.code, read)
  }
  const days = new Map<string, Day | null>()
  const dayOf = (field: string): Day | null => {
    const typed = textOf(body[field])
    const read = typed === '' ? null : parseDay(typed)
    if (typed !== '' && !read && !days.has(field)) problems.push({ field, message: NO_SUCH_DAY })
    days.set(field, read)
    return read
  }
  const asked = criteria.flatMap((criterion) =>
    evidenceOf(criterion).map(({ kind }, rank) => ({ code: criterion.code, kind, rank })),
  )
  const chosen = asked.flatMap(({ code, kind, rank }) => {
    if (kind !== 'file' && kind !== 'photo') return []
    const field = fieldOf.file(code, rank)
    return filesOf(body[field]).map((one) => ({
      field,
      code,
      kind,
      file: one,
      on: dayOf(fieldOf.on(code, rank)),
    }))
  })
  const said = asked.flatMap(({ code, kind, rank }) => {
    const words = textOf(body[fieldOf.words(code, rank)])
    if ((kind !== 'url' && kind !== 'declaration') || words === '') return []
    const fault = kind === 'url' ? readAnswer({ kind: 'url', choices: [] }, words) : { answer: words }
    if ('wrong' in fault) {
      problems.push({ field: fieldOf.words(code, rank), message: WRONG_ANSWERS[fault.wrong] })
      return []
    }
    return [{ code, kind, words, file: null, on: dayOf(fieldOf.on(code, rank)) }]
  })
  return {
    ...{ answers, chosen, said },
    shownAgain: asked.flatMap(({ code, rank }) => {
      const proof = proofIdOf(body[fieldOf.again(code, rank)])
      return proof ? [{ code, proof }] : []
    }),
    takenOff: criteria.flatMap(({ code }) =>
      [body[fieldOf.takeOff(code)] ?? []].flat().flatMap((one) => {
        const proof = proofIdOf(one)
        return proof ? [{ code, proof }] : []
      }),
    ),
    dated: file.proofs.flatMap(({ proof }) => {
      const on = dayOf(fieldOf.dated(proof.id))
      return on ? [{ proof: proof.id, on }] : []
    }),
    problems,
  }
}

/** Null when the page did not ask it. */
function readCriterion(
  criterion: Criterion,
  body: Body,
  { known }: ApplicationFile,
): { value: Answer | null; contested: string } | { problem: Problem } | null {
  const { code, kind } = criterion
  const fact = known.get(code)
  const isRight = textOf(body[fieldOf.isRight(code)])
  if (fact && isRight === 'oui') return { value: fact.value, contested: '' }
  const contested = fact ? textOf(body[fieldOf.why(code)]) : ''
  const field = fieldOf.answer(code)
  if (fact && isRight !== 'non') return null
  if (fact && contested === '')
    return {
      problem: { field: fieldOf.why(code), message: 'Dites en quoi cette information n’est pas exacte.' },
    }
  const typed = body[field]
  // An unticked list sends nothing; radios that were never touched neither.
  if (typed === undefined && kind !== 'initiatives') return fact ? { value: false, contested } : null
  const read = readAnswer(criterion, Array.isArray(typed) ? typed.map(textOf) : textOf(typed))
  if ('wrong' in read) return { problem: { field, message: WRONG_ANSWERS[read.wrong] } }
  return { value: read.answer ?? (fact && kind === 'yes_no' ? false : null), contested }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function filesOf(value: unknown): File[] {
  return [value].flat().filter((one): one is File => one instanceof File && one.size > 0)
}
