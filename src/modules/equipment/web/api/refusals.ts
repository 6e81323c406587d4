import type { Refusal } from '../../../../kernel/refusal.ts'
import { ApiProblem } from '../../../../platform/api/problem.ts'
import type { DeskRefusal, DeskRefused } from '../../use-cases/desk/desk-refusal.ts'
import type { IncidentRefusal } from '../../use-cases/incidents/incident-refusal.ts'
import type { LendingRefusal, Refused } from '../../use-cases/lending-refusal.ts'
import { isOfDesk, problemOfDesk, statusOfDesk } from '../desk/desk-wording.ts'
import { incidentSentence, incidentStatus } from '../incidents/incidents-wording.ts'
import { nearestSlots } from '../refusal-wording.ts'

export interface AnyRefused extends Refusal<LendingRefusal | DeskRefusal | IncidentRefusal> {
  readonly alternatives?: NonNullable<Refused['alternatives']>
}

/** Which field of the body a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  period_invalid: 'returnAt',
  derogation_required: 'asksDerogation',
  too_long: 'returnAt',
  request_incomplete: 'actions',
  reason_missing: 'reason',
  collector_missing: 'collector',
  wrong_unit: 'assetNumber',
  identity_unseen: 'isIdentitySeen',
  report_missing: 'parts',
  nothing_back: 'parts',
  not_yet: 'discoveredAt',
}

/** The refusal of a use case, as the screens word it; what would be possible comes along. EQP-1405, EQP-1601. */
export function refusalProblem(refusal: AnyRefused, zone: string): ApiProblem {
  const { refused: code, details } = refusal
  const isDesk = isOfDesk(code)
  const detail = isDesk
    ? problemOfDesk(refusal as DeskRefused, zone).message
    : incidentSentence(refusal as Parameters<typeof incidentSentence>[0], zone)
  const status = isDesk
    ? statusOfDesk(refusal as DeskRefused)
    : incidentStatus(refusal as Parameters<typeof incidentStatus>[0])
  const field = status === 422 ? FIELDS[code] : undefined
  return new ApiProblem({
    status,
    code,
    detail,
    ...(field && { errors: [{ field, detail }] }),
    more: { details, ...(status === 409 && { alternatives: waysOut(refusal) }) },
  })
}

function waysOut(refusal: AnyRefused): readonly { kind: string }[] {
  const slots = nearestSlots(refusal as Refused).map((start) => ({
    kind: 'slot',
    purpose: refusal.details.purpose === 'return' ? 'return' : 'pickup',
    start,
  }))
  return [...slots, ...(refusal.alternatives ?? [])]
}

/** What was decided on has changed since it was read. */
export function staleProblem(version: number, state: string): ApiProblem {
  return new ApiProblem({
    status: 412,
    code: 'version_changed',
    detail: 'Ce prêt a changé depuis que vous l’avez lu. Relisez-le, puis recommencez si c’est encore utile.',
    more: { version, state },
  })
}
