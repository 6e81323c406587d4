import { isRefusal } from '../../../kernel/refusal.ts'
import {
  actsOf,
  CaseError,
  type CaseErrorCode,
  dateOf,
  isRecord,
  type Templates,
  termsOf,
} from './case-reading.ts'
import { parseProfile } from './profile.ts'
import { type AgreementState, stateOn } from './state.ts'

/** The file cannot be read as a case file. The message is for the person who ran the command. */
export class UnusableCaseFile extends Error {}

interface CaseFile {
  readonly templates: Templates
  readonly cases: readonly unknown[]
}

export type CaseLine =
  | { readonly id: string | null; readonly answer: Answer }
  | { readonly id: string | null; readonly error: { readonly code: CaseErrorCode; readonly message: string } }

type Answer = ReturnType<typeof answerFrom>

/**
 * One line per case of a file of `schemaVersion` 1, in its order (AGR-102 to AGR-110). Throws `UnusableCaseFile`
 * before the first line when the file is of another shape or asks for a reading the rules do not apply.
 */
export function answerCases(text: string): Iterable<CaseLine> {
  const file = parseFile(text)
  return lines(file)
}

function* lines({ templates, cases }: CaseFile): Iterable<CaseLine> {
  for (const one of cases) yield answerCase(one, templates)
}

function answerCase(one: unknown, templates: Templates): CaseLine {
  const { id = null } = isRecord(one) && typeof one.id === 'string' ? { id: one.id } : {}
  try {
    if (!isRecord(one)) throw new CaseError('invalid_case', 'Le cas n’est pas un objet.')
    const state = stateOn(termsOf(one, templates), actsOf(one), dateOf(one))
    return { id, answer: answerFrom(complete(state)) }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    return { id, error: { code: error.code, message: error.message } }
  }
}

/**
 * The keys of AGR-105. The lists whose acts no rule reads are empty: `complete` has seen that none was given. The
 * obligations that flow from the terms alone are not computed either, and the warning says so.
 */
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
    amendments: [],
    amendmentRequests: [],
    formalNotices: [],
    disputes: [],
    labels: state.labels,
    obligations: [],
    motions: [],
    minutes: [],
    communications: [],
    rejectedEvents: [...new Set(state.rejectedActs.map(({ name }) => name))],
    warnings:
      state.unreadTerms.length === 0 ? state.warnings : [...state.warnings, 'obligations_not_available'],
  }
}

function complete(state: AgreementState): AgreementState {
  if (state.unreadActs.length === 0) return state
  const names = [...new Set(state.unreadActs)].join(', ')
  throw new CaseError('rule_not_available', `Aucune règle ne lit encore ces actes : ${names}.`)
}

function parseFile(text: string): CaseFile {
  const file = parseJson(text)
  if (!isRecord(file) || file.schemaVersion !== 1) {
    throw new UnusableCaseFile('Ce fichier n’est pas un fichier de cas de version 1 (« schemaVersion »).')
  }
  const { templates, cases, profile = {} } = file
  if (!isRecord(templates) || !Array.isArray(cases)) {
    throw new UnusableCaseFile('Il manque « templates » ou « cases » dans ce fichier de cas.')
  }
  const readings = parseProfile(profile)
  if (!isRefusal(readings)) return { templates, cases }
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
