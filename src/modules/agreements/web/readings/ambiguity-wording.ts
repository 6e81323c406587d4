import { formatDay } from '../../../../ui/french.ts'
import type { AgreementState } from '../../domain/state.ts'
import { articleOf, type Terms } from '../../domain/terms.ts'

/** What the text leaves unclear and how it is read here, in plain French; none when all is clear. AGR-78. */
export function ambiguitySentences(
  terms: Terms,
  { ambiguities }: Pick<AgreementState, 'ambiguities'>,
): string[] {
  return [
    ...expressRenewal(terms),
    ...workAfterTerm(terms),
    ...labelScope(terms),
    ...ambiguities.map(
      ({ term, from, months }) =>
        `${cited(terms, term)}Le délai de ${months} mois compté du ${formatDay(from)} tombe un jour qui n’existe pas : la lecture choisie refuse de trancher, et les parties fixent la date.`,
    ),
  ]
}

/** 001 art. 10: "express renewal, unless denounced", and no duration. */
function expressRenewal(terms: Terms): string[] {
  if (terms.renewal.mode !== 'express') return []
  const unless = terms.denunciation === null ? '' : ' « sauf dénonciation », ce qui se contredit,'
  return [
    `${cited(terms, 'renewal')}La reconduction est dite expresse${unless} et sa durée n’est pas écrite. Lecture retenue : sans acte signé par toutes les parties avec une durée, la convention prend fin à son terme. Le droit général ferait du contrat reconduit un contrat sans terme, mais c’est la clause qui décide.`,
  ]
}

function workAfterTerm({ renewal }: Terms): string[] {
  if (renewal.mode === 'tacit') return []
  return [
    'Si le travail continue après le terme, le droit général peut y voir une reconduction tacite. Ici, rien n’est reconduit sans acte : une activité après l’échéance est signalée par un avertissement.',
  ]
}

/** 000 art. 12: all places even for a part; and only a termination costs the label. */
function labelScope(terms: Terms): string[] {
  if (terms.labelLoss === null) return []
  const partial = terms.formalNotice?.scope.includes('partial') ?? false
  return [
    ...(partial
      ? [
          `${cited(terms, 'labelLoss')}Le retrait du label vise tous les lieux de la liste, même quand la résiliation n’est que partielle. Lecture retenue : seuls les lieux visés par la résiliation le perdent.`,
        ]
      : []),
    `${cited(terms, 'labelLoss')}Seule la résiliation fait perdre le label. Quand la convention arrive à son terme ou qu’elle est dénoncée, le label prend fin sans être retiré.`,
  ]
}

function cited(terms: Terms, path: string): string {
  const article = articleOf(terms, path)
  return article ? `Art. ${article} : ` : ''
}
