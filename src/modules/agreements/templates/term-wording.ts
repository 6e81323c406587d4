import type { Terms } from '../domain/terms.ts'
import { days, inWords, longDate, months, of, years } from './french-words.ts'

/** How a clause writes a term: changing the term changes the sentence (AGR-19). Empty when there is no such clause. */
export const TERM_WORDINGS: Readonly<Record<string, (terms: Terms) => string>> = {
  'termes.exemplaires': ({ parties }) => inWords(parties.length),
  'termes.entree_en_vigueur': entry,
  'termes.duree': ({ initialYears }) => years(initialYears),
  'termes.reconduction': renewal,
  'termes.denonciation': denunciation,
  'termes.demande_avenant': amendmentRequest,
  'termes.effet_avenant': () => 'le premier jour du mois qui suit celui de sa dernière signature',
  'termes.resiliation': formalNotice,
  'termes.perte_label': labelLoss,
  'termes.litiges': dispute,
  'termes.mise_a_jour': ({ placeUpdate }) =>
    placeUpdate === null ? 'dès qu’elles changent' : 'au moins une fois par semestre civil',
  'termes.reunions': ({ committee }) =>
    committee === null ? 'en tant que de besoin' : `${times(committee.perYear)} par an`,
}

function entry({ entryDate }: Terms): string {
  const lastSignature = 'à la date de la dernière signature'
  return entryDate === undefined
    ? lastSignature
    : `le ${longDate(entryDate)}, ou ${lastSignature} si elle est postérieure`
}

function renewal({ renewal: { mode, years: period, max } }: Terms): string {
  if (mode === 'express') {
    return 'Elle ne peut être reconduite que de façon expresse, par un acte qui fixe la durée de la reconduction et que toutes les Parties signent au plus tard le dernier jour de sa validité.'
  }
  if (mode === 'none_unless_agreed') {
    return 'Elle n’est pas reconduite d’elle-même. Les Parties peuvent convenir de la reconduire, par un acte qui en fixe la durée et qu’elles signent toutes au plus tard le dernier jour de sa validité.'
  }
  const limit =
    max === null ? 'sans limitation du nombre de ces périodes' : `dans la limite de ${periods(max)}`
  return `Au terme de cette durée, elle se poursuit par tacite reconduction, par périodes successives ${of(years(period ?? 1))}, ${limit}.`
}

function denunciation({ denunciation: clause }: Terms): string {
  if (clause === null) return 'La présente convention ne prévoit pas de faculté de dénonciation.'
  const by = clause.channel === 'registered_letter' ? 'lettre recommandée avec avis de réception' : 'écrit'
  const from = clause.from === 'sending' ? 'l’envoi' : 'la réception'
  const effect = clause.anyTime ? '' : ', et seulement à la fin de la période alors en cours'
  return `Chaque Partie peut y mettre fin à tout moment, sans avoir à se justifier, par ${by} adressée à l’autre Partie. La dénonciation prend effet au terme d’un délai ${of(months(clause.months))} qui suit ${from} de cette lettre${effect}.`
}

function amendmentRequest({ amendmentRequest: clause }: Terms): string {
  if (clause === null) return ''
  return `Pour laisser le temps de l’instruire, de l’adopter et de le signer, toute demande d’avenant doit parvenir à son destinataire au moins ${months(clause.months)} avant la fin de validité de la convention.`
}

function formalNotice({ formalNotice: clause }: Terms): string {
  if (clause === null) return ''
  const from = clause.from === 'sending' ? 'l’envoi' : 'la réception'
  const by =
    clause.terminationBy === 'registered_letter'
      ? 'une seconde lettre recommandée avec avis de réception'
      : 'une notification écrite'
  return `Si la mise en demeure est restée sans effet pendant les ${days(clause.days)} qui suivent ${from}, la Partie qui l’a adressée peut résilier la convention de plein droit, en totalité ou en partie, par ${by} et sans formalité judiciaire.`
}

function labelLoss({ labelLoss: rule }: Terms): string {
  return rule === null
    ? ''
    : 'La résiliation entraîne le retrait du label pour les lieux du co-contractant énumérés dans la liste des lieux labellisés.'
}

function dispute({ dispute: clause }: Terms): string {
  if (clause === null) return ''
  const court = clause.court.charAt(0).toLowerCase() + clause.court.slice(1)
  if (clause.amicableDays === null) return `Si le désaccord persiste, il est porté devant le ${court}.`
  const from = clause.from === 'receipt' ? 'la réception' : 'l’envoi'
  return `Faute d’accord dans les ${days(clause.amicableDays)} qui suivent ${from} de la lettre recommandée qui le signale, le désaccord est porté devant les ${court}.`
}

function times(count: number): string {
  return `${count === 1 ? 'une' : inWords(count)} fois`
}

function periods(count: number): string {
  return count === 1 ? 'une période' : `${inWords(count)} périodes`
}
