import { dayOf, type Instant } from '../../../kernel/instant.ts'
import type { Documents } from '../../../platform/documents/documents.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Charge, Statement, Worth } from '../domain/incidents/charge.ts'
import {
  bornText,
  CAUSE_WORDS,
  EVIDENCE_WORDS,
  euros,
  KIND_WORDS,
  worthText,
} from '../web/incidents/incidents-wording.ts'

export const STATEMENT_TEMPLATE = 'src/modules/equipment/documents/charge-statement.typ'

/**
 * The statement of a decided charge: what happened, what it is founded on, how much. The platform collects nothing: the
 * owner's accounts do. Dated at the decision, the same one always gives the same bytes. EQP-905.
 */
export function chargeStatement(documents: Documents, statement: Statement): Promise<Uint8Array> {
  const data = statementData(statement)
  const createdAt = statement.charge.decidedAt
  return documents.pdf({ template: STATEMENT_TEMPLATE, data, createdAt, standard: 'a-2a' })
}

function statementData({ owner, borrower, agreement, zone, charge, bears, ...incident }: Statement) {
  const day = (at: Instant) => formatDay(dayOf(at, zone))
  const facts: (readonly [string, string])[] = [
    ['Matériel', incident.what],
    ['Incident', `${KIND_WORDS[incident.kind]}, constaté le ${day(incident.discoveredAt)}`],
    ['Cause', CAUSE_WORDS[charge.cause]],
    ['À la charge de l’emprunteur', bornText(bears)],
    ['Preuve', EVIDENCE_WORDS[charge.evidence]],
    ...(charge.basis === '' ? [] : [['Calcul', worthText(JSON.parse(charge.basis) as Worth)] as const]),
    ['Montant annoncé', `${euros(charge.amountCents)}, le ${day(charge.announcedAt)}`],
    ['Réponse', answerText(charge)],
    ['Décision', `${euros(charge.decidedCents)}, le ${day(charge.decidedAt)}`],
    ['Motif', charge.decisionReason],
    ...(charge.settledOn
      ? [
          [
            'Suite',
            `${charge.settlement === 'paid' ? 'payés' : 'remis'} le ${formatDay(charge.settledOn)}`,
          ] as const,
        ]
      : []),
  ]
  return {
    title: 'Relevé de frais',
    issuer: owner,
    reference: `${incident.unitName}, ${day(charge.decidedAt)}`,
    intro: `Frais à la charge de ${borrower}, au titre de la convention ${agreement}. Ce relevé ne vaut pas titre de recette.`,
    parts: [
      {
        kind: 'facts',
        facts: facts.map(([term, value]) => ({ term, value })),
      },
    ],
  }
}

function answerText({ position, answer }: Charge): string {
  if (position === null) return 'L’emprunteur n’a pas répondu dans le délai.'
  const word = position === 'accepted' ? 'Frais acceptés' : 'Frais contestés'
  return answer === '' ? `${word}.` : `${word} : ${answer}`
}
