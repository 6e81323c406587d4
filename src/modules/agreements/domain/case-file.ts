import { isRefusal } from '../../../kernel/refusal.ts'
import {
  actsOf,
  CaseError,
  type CaseErrorCode,
  dateOf,
  isRecord,
  knownAtOf,
  type ReferenceTerms,
  type Templates,
  termsOf,
} from './case-reading.ts'
import { type Profile, parseProfile } from './profile.ts'
import { type AgreementState, stateOn } from './state.ts'
import { articleOf } from './terms.ts'

/** The file cannot be read as a case file. The message is for the person who ran the command. */
export class UnusableCaseFile extends Error {}

interface CaseFile {
  readonly templates: Templates
  readonly cases: readonly unknown[]
  readonly profile: Profile
  readonly reference: ReferenceTerms
}

export type CaseLine =
  | { readonly id: string | null; readonly answer: Answer }
  | { readonly id: string | null; readonly error: { readonly code: CaseErrorCode; readonly message: string } }

type Answer = ReturnType<typeof answerFrom>

/**
 * One line per case of a file of `schemaVersion` 1, in its order (AGR-102 to AGR-110). `reference` is what the product
 * knows of the templates besides. Throws `UnusableCaseFile` before the first line when the file is of another shape or
 * asks for a reading the rules do not apply.
 */
export function answerCases(text: string, reference: ReferenceTerms = {}): Iterable<CaseLine> {
  const file = parseFile(text)
  return lines({ ...file, reference })
}

function* lines(file: CaseFile): Iterable<CaseLine> {
  for (const one of file.cases) yield answerCase(one, file)
}

function answerCase(one: unknown, { templates, reference, profile }: CaseFile): CaseLine {
  const { id = null } = isRecord(one) && typeof one.id === 'string' ? { id: one.id } : {}
  try {
    if (!isRecord(one)) throw new CaseError('invalid_case', 'Le cas n’est pas un objet.')
    const terms = termsOf(one, templates, reference, profile)
    const knownAt = knownAtOf(one)
    const state = stateOn(terms, actsOf(one), dateOf(one), knownAt === null ? {} : { knownAt })
    return { id, answer: answerFrom(unambiguous(state)) }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    return { id, error: { code: error.code, message: error.message } }
  }
}

/** The keys of AGR-105, and no other member than those it names. */
function answerFrom(state: AgreementState) {
  return {
    status: state.status,
    endReason: state.endReason,
    inForce: state.inForce,
    enteredIntoForceOn: state.enteredIntoForceOn,
    missingSignatures: state.missingSignatures,
    period: state.period,
    lastDayInForce: state.lastDayInForce,
    amendmentRequestDeadline: state.amendmentRequestDeadline,
    amendments: state.amendments.map(({ id, status, effectiveOn }) => ({ id, status, effectiveOn })),
    amendmentRequests: state.amendmentRequests.map(({ name, inTime }) => ({ id: name, inTime })),
    formalNotices: state.formalNotices,
    disputes: state.disputes,
    labels: state.labels,
    obligations: state.obligations
      .filter(({ code }) => code !== 'operation_results')
      .map(({ fulfilledOn: _evidence, ...stated }) => stated),
    motions: state.motions,
    minutes: state.minutes,
    communications: state.communications.map(({ id, status }) => ({ id, status })),
    rejectedEvents: [...new Set(state.rejectedActs.map(({ name }) => name))],
    warnings: state.warnings,
  }
}

/** By the reading `reject_ambiguous`, a sum without a day is an error that names its clause (AGR-88). */
function unambiguous(state: AgreementState): AgreementState {
  const [sum] = state.ambiguities
  if (!sum) return state
  const { term, from, months } = sum
  const article = articleOf(state.termsInForce, term) ?? term
  throw new CaseError('ambiguous_date', `Art. ${article} : ${from} et ${months} mois ne donnent aucun jour.`)
}

function parseFile(text: string): Omit<CaseFile, 'reference'> {
  const file = parseJson(text)
  if (!isRecord(file) || file.schemaVersion !== 1) {
    throw new UnusableCaseFile('Ce fichier n’est pas un fichier de cas de version 1 (« schemaVersion »).')
  }
  const { templates, cases, profile = {} } = file
  if (!isRecord(templates) || !Array.isArray(cases)) {
    throw new UnusableCaseFile('Il manque « templates » ou « cases » dans ce fichier de cas.')
  }
  const readings = parseProfile(profile)
  if (!isRefusal(readings)) return { templates, cases, profile: readings }
  const { parameter, value } = readings.details
  throw new UnusableCaseFile(`Lecture inconnue dans « profile » : ${parameter} = ${value}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnusableCaseFile('Ce fichier n’est pas du JSON.')
  }
}
