import type { TimelinePoint } from '../../../ui/timeline.tsx'
import type { Agreement, StoredAct } from '../domain/agreement.ts'
import { amendmentNumber } from '../domain/amendment-draft.ts'
import type { TimelineItem, TimelineKind } from '../domain/timeline.ts'
import type { ReadSignature } from '../use-cases/signing/signing-powers.ts'
import { purposeWords } from './letters/letters-wording.ts'
import { partyName } from './parties.ts'
import { signatureSentences } from './signing/signature-wording.ts'
import { deadlineWords } from './wording.ts'

const kinds: Partial<Record<TimelineKind, string>> = {
  ...deadlineWords,
  entry_into_force: 'Entrée en vigueur',
  signature_declined: 'Refus de signer',
  registered_letter_first_presented: 'Première présentation du courrier',
  registered_letter_received: 'Réception du courrier',
  registered_letter_returned_unclaimed: 'Courrier retourné non réclamé',
  denunciation_withdrawn: 'Retrait de la dénonciation',
  formal_notice_remedied: 'Manquement réparé',
  formal_notice_abandoned: 'Mise en demeure abandonnée',
  termination_notified: 'Résiliation notifiée',
  renewal_signed: 'Signature d’une reconduction',
  amendment_requested: 'Demande d’avenant',
  dispute_opened: 'Différend signalé',
  dispute_settled: 'Différend réglé',
  committee_decision: 'Décision du comité',
  place_listed: 'Lieu inscrit à l’annexe',
  place_information_updated: 'Fiche d’un lieu confirmée',
  meeting_held: 'Réunion du comité',
  vote: 'Vote du comité',
  minutes_issued: 'Compte rendu proposé',
  minutes_validated: 'Compte rendu validé',
  minutes_reserved: 'Réserve sur le compte rendu',
  communication_requested: 'Demande de communication',
  communication_answered: 'Réponse à une demande de communication',
  operation_reported: 'Résultats d’une opération',
  delegation_ratified: 'Ratification d’une signature',
  signing_reopened: 'Réouverture de la signature',
  reading_chosen: 'Choix d’une lecture',
  act_voided: 'Retrait d’un acte enregistré par erreur',
}

/** What an act is, in the words of the line. */
export function actLabel(agreement: Agreement, act: StoredAct, headName: string): string {
  return labelOf(agreement, { kind: act.type, act }, headName)
}

/** The marks of the line, in the words of the convention. */
export function timelinePoints(
  agreement: Agreement,
  items: readonly TimelineItem[],
  headName: string,
  signatures: readonly ReadSignature[] = [],
): TimelinePoint[] {
  return items.map((item) => ({
    day: item.day,
    label: labelOf(agreement, item, headName),
    detail: [detailOf(item), ...flagsOf(item, signatures)].filter(Boolean).join('. ') || undefined,
    conditional: !item.certain,
  }))
}

function labelOf(
  agreement: Agreement,
  { kind, act, period }: Pick<TimelineItem, 'kind' | 'act' | 'period'>,
  headName: string,
): string {
  if (act?.type === 'signature') return `Signature : ${partyName(agreement, act.party, headName)}`
  if (act?.type === 'registered_letter_sent' || act?.type === 'notice_sent') {
    return `${purposeWords[act.purpose]} envoyée par ${partyName(agreement, act.from, headName)}`
  }
  if (act?.type === 'amendment_signed') {
    return `Signature de l’avenant n° ${amendmentNumber(act.amendment)} : ${partyName(agreement, act.party, headName)}`
  }
  if (kind === 'period_start' && period) {
    return period.kind === 'tacit'
      ? `Reconduction tacite : ${ordinal(period.index)} période`
      : `${ordinal(period.index)} période`
  }
  return kinds[kind] ?? 'Acte enregistré'
}

function detailOf({ article, effective }: TimelineItem): string | undefined {
  const parts = [article ? `art. ${article}` : '', effective === false ? 'sans effet' : ''].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : undefined
}

/** What the mandates say of the signature this mark is. */
function flagsOf({ act }: TimelineItem, signatures: readonly ReadSignature[]): string[] {
  const signature = signatures.find((one) => one.act.id === act?.id)
  return signature ? signatureSentences(signature) : []
}

function ordinal(index: number): string {
  return index === 1 ? '1re' : `${index}e`
}
