import type { Terms } from '../domain/terms.ts'
import { days, inWords, months, of, years } from './french-words.ts'

/** Each term in a few words, to be read in a list or beside another's. */
export const TERM_SUMMARIES = {
  entry: { label: 'Entrée en vigueur', say: entry },
  initialYears: { label: 'Durée initiale', say: ({ initialYears }) => years(initialYears) },
  renewal: { label: 'Reconduction', say: renewal },
  denunciation: { label: 'Dénonciation', say: denunciation },
  formalNotice: { label: 'Mise en demeure et résiliation', say: formalNotice },
  labelLoss: {
    label: 'Label',
    say: ({ labelLoss }) => (labelLoss === null ? 'non prévu' : 'retiré par la résiliation'),
  },
  amendmentRequest: { label: 'Demande d’avenant', say: amendmentRequest },
  amendmentEffect: {
    label: 'Effet d’un avenant',
    say: () => 'le premier jour du mois qui suit la dernière signature',
  },
  dispute: { label: 'Litiges', say: dispute },
  committee: { label: 'Comité', say: committee },
  lending: { label: 'Prêt de matériel', say: lending },
  placeUpdate: {
    label: 'Mise à jour des lieux',
    say: ({ placeUpdate }) => (placeUpdate === null ? 'non prévue' : 'une fois par semestre civil'),
  },
} as const satisfies Record<string, { label: string; say: (terms: Terms) => string }>

export type TermName = keyof typeof TERM_SUMMARIES

function entry({ entry: rule }: Terms): string {
  return rule === 'fixed_date' ? 'à une date fixée' : 'à la dernière signature'
}

function renewal({ renewal: { mode, years: period, max } }: Terms): string {
  if (mode === 'express') return 'expresse, durée fixée par l’acte'
  if (mode === 'none_unless_agreed') return 'aucune, sauf accord'
  const limit = max === null ? '' : `, ${inWords(max)} fois au plus`
  return `tacite, par périodes ${of(years(period ?? 1))}${limit}`
}

function denunciation({ denunciation: clause }: Terms): string {
  if (clause === null) return 'non prévue'
  const when = clause.anyTime ? 'à tout moment' : 'pour la fin de la période'
  return `${when}, ${months(clause.months)} après ${origin(clause.from)}`
}

function formalNotice({ formalNotice: clause }: Terms): string {
  if (clause === null) return 'non prévue'
  const by =
    clause.terminationBy === 'registered_letter' ? 'une seconde lettre recommandée' : 'une notification'
  return `${days(clause.days)} après ${origin(clause.from)}, puis ${by}`
}

function amendmentRequest({ amendmentRequest: clause }: Terms): string {
  return clause === null ? 'sans délai' : `à recevoir ${months(clause.months)} avant la fin`
}

function dispute({ dispute: clause }: Terms): string {
  if (clause === null) return 'non prévus'
  if (clause.amicableDays === null) return `à l’amiable, puis ${clause.court}`
  return `à l’amiable, ${days(clause.amicableDays)} après ${origin(clause.from ?? 'sending')}, puis ${clause.court}`
}

function committee({ committee: clause }: Terms): string {
  if (clause === null) return 'aucun'
  const often = `${clause.perYear === 1 ? 'une' : inWords(clause.perYear)} fois par an`
  return clause.decision === 'unanimity' ? `${often}, à l’unanimité` : often
}

function lending({ lending: clause }: Terms): string {
  if (clause === undefined) return 'non prévu'
  const limit = clause.maxDays ? `${days(clause.maxDays)} au plus` : 'sans durée fixée'
  const beyond = clause.beyond === 'derogation' ? ', davantage par dérogation' : ''
  return `${clause.free ? 'gratuit, ' : ''}${limit}${beyond}`
}

function origin(from: 'sending' | 'receipt'): string {
  return from === 'sending' ? 'l’envoi' : 'la réception'
}
