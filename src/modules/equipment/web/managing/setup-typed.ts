import type { z } from 'zod'
import type { Day } from '../../../../kernel/day.ts'
import type { OpeningRule } from '../../domain/opening.ts'
import type { PolicyRules } from '../../domain/rules.ts'
import type { rulesForm } from './inventory.form.ts'

/** The rules as they were typed. */
export function rulesTyped(typed: Omit<z.output<typeof rulesForm>, 'motif' | 'effet'>): PolicyRules {
  return {
    maxDays: typed.duree,
    beyond: typed.depassement,
    displacementNotice: typed.preavis,
    slotMinutes: typed.creneau,
    seatsPerSlot: typed.places,
    earliestNotice: typed.delai,
    horizonDays: typed.horizon,
    answerDays: typed.reponse,
    noShowGrace: typed.grace,
    ...(typed.choix !== undefined && { displacementAnswer: typed.choix }),
    ...(typed.offre !== undefined && { offerDays: typed.offre }),
    suspendAfterDaysLate: typed.retard,
    suspendDuringNotice: typed.demeure,
    updateDelayDays: typed.miseajour,
    insuranceProofBy: typed.attestation,
    showsBorrowers: typed.noms,
    ...(typed.frais !== undefined && { chargeAnswerDays: typed.frais }),
    ...(typed.vetuste !== undefined && { depreciationPercent: typed.vetuste }),
    ...(typed.plancher !== undefined && { depreciationFloor: typed.plancher }),
  }
}

/** Monday to Friday, 9 to 12 and 14 to 17, from that day. */
export function firstWeek(from: Day): OpeningRule[] {
  return [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:00', closes: '12:00', from, until: null },
    { weekday, opens: '14:00', closes: '17:00', from, until: null },
  ])
}
