import type { Day } from '../../../../kernel/day.ts'
import type { ApplicationState } from '../applications/application.ts'
import { type AskedToComplete, closableFrom } from './completion.ts'

/** What stands around a file: enough to say what is next, and who waits for whom. */
export interface FileFacts {
  readonly state: ApplicationState
  /** Criteria to examine, how many are, and how many lack something. */
  readonly criteria: { readonly asked: number; readonly examined: number; readonly lacking: number }
  /** The request to complete that has no answer yet. */
  readonly completion: AskedToComplete | null
  readonly opinions: readonly { readonly dueOn: Day; readonly givenOn: Day | null }[]
  /** The last visit that was not called off. */
  readonly visit: {
    readonly plannedOn: Day
    readonly isConfirmed: boolean
    readonly isDeclined: boolean
    readonly isReported: boolean
  } | null
  /** The last day to decide. */
  readonly lastDay: Day | null
}

export type StepKind =
  | 'take_up'
  | 'examine'
  | 'ask_completion'
  | 'await_completion'
  | 'close_unanswered'
  | 'await_visit_answer'
  | 'propose_other_date'
  | 'await_visit'
  | 'report_visit'
  | 'await_opinions'
  | 'chase_opinions'
  | 'propose'
  | 'await_decision'
  | 'over'

export type WaitedFor = 'instructor' | 'applicant' | 'experts' | 'visit' | 'decider' | 'nobody'

export interface NextStep {
  readonly kind: StepKind
  readonly waitedFor: WaitedFor
  /** The day it is awaited by; null: none is set. */
  readonly by: Day | null
}

/** The one next thing of a file, and who has to do it. LAB-14. */
export function nextStep(facts: FileFacts, today: Day): NextStep {
  const { state, lastDay } = facts
  if (state === 'submitted') return step('take_up', 'instructor', lastDay)
  if (state === 'incomplete') return whileIncomplete(facts.completion, today)
  if (state === 'under_instruction') return underInstruction(facts, today)
  return state === 'proposed' ? step('await_decision', 'decider', lastDay) : step('over', 'nobody', null)
}

function whileIncomplete(completion: AskedToComplete | null, today: Day): NextStep {
  const from = completion && closableFrom(completion)
  if (from && from <= today) return step('close_unanswered', 'instructor', from)
  return step('await_completion', 'applicant', completion?.dueOn ?? null)
}

/** What the instructor can do at once comes before what others are awaited for. */
function underInstruction(facts: FileFacts, today: Day): NextStep {
  const { visit, criteria, lastDay } = facts
  const awaited = facts.opinions.filter(({ givenOn }) => givenOn === null).map(({ dueOn }) => dueOn)
  const isToCome = visit !== null && !visit.isReported && !visit.isDeclined
  if (visit?.isDeclined) return step('propose_other_date', 'instructor', lastDay)
  if (isToCome && visit.isConfirmed && visit.plannedOn <= today)
    return step('report_visit', 'instructor', visit.plannedOn)
  if (criteria.examined < criteria.asked) return step('examine', 'instructor', lastDay)
  if (criteria.lacking > 0) return step('ask_completion', 'instructor', lastDay)
  if (awaited.some((day) => day < today)) return step('chase_opinions', 'instructor', awaited.toSorted()[0])
  if (isToCome && !visit.isConfirmed) return step('await_visit_answer', 'applicant', visit.plannedOn)
  if (isToCome) return step('await_visit', 'visit', visit.plannedOn)
  if (awaited.length > 0) return step('await_opinions', 'experts', awaited.toSorted()[0])
  return step('propose', 'instructor', lastDay)
}

function step(kind: StepKind, waitedFor: WaitedFor, by: Day | null | undefined): NextStep {
  return { kind, waitedFor, by: by ?? null }
}

/** Files in the order they are taken: those whose delay ends first; those without a last day wait at the end. */
export function byLastDay<File extends { readonly lastDay: Day | null; readonly submittedOn: Day }>(
  files: readonly File[],
): File[] {
  const rank = ({ lastDay, submittedOn }: File) => `${lastDay ?? '9999'} ${submittedOn}`
  return files.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

/** Nothing more is done to it by those who instruct. */
export function isOver(state: ApplicationState): boolean {
  return state === 'decided' || state === 'withdrawn' || state === 'not_followed_up'
}
