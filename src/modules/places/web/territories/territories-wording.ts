import { plural } from '../../../../ui/french.ts'
import type { Members } from '../../domain/territories/members.ts'
import type { TerritoryRefusal } from '../../use-cases/territories/keep-territories.ts'

/** « 3 communes et 1 intercommunalité ». */
export function membersText({ communes, epcis }: Members): string {
  return [
    ...(communes.length > 0 ? [plural(communes.length, 'commune', 'communes')] : []),
    ...(epcis.length > 0 ? [plural(epcis.length, 'intercommunalité', 'intercommunalités')] : []),
  ].join(' et ')
}

export const territoryProblems: Readonly<Record<TerritoryRefusal, { field: string; message: string }>> = {
  'name-taken': {
    field: 'nom',
    message:
      'Un territoire du réseau porte déjà ce nom, peut-être parmi ceux qui ne sont plus proposés. Choisissez-en un autre, ou proposez-le de nouveau.',
  },
  'changed-meanwhile': {
    field: 'membres',
    message:
      'Quelqu’un a modifié ce territoire pendant que vous écriviez. Ce qui est enregistré est rappelé ci-dessous : vérifiez votre liste, puis enregistrez de nouveau.',
  },
}

const MOST_NAMED = 5

/** What was typed and that nobody bears, or that several do. */
export function membersProblem(unknown: readonly string[], ambiguous: readonly string[]): string | null {
  const named = (lines: readonly string[]) =>
    lines
      .slice(0, MOST_NAMED)
      .map((line) => `« ${line} »`)
      .join(', ') + (lines.length > MOST_NAMED ? '…' : '')
  const sentences = [
    ...(unknown.length > 0
      ? [`Aucune commune ni intercommunalité ne porte ce nom ou ce code : ${named(unknown)}.`]
      : []),
    ...(ambiguous.length > 0
      ? [
          `Plusieurs portent ce nom : ${named(ambiguous)}. Ajoutez le code INSEE de la commune, ou le SIREN de l’intercommunalité, entre parenthèses.`,
        ]
      : []),
  ]
  return sentences.length > 0 ? sentences.join(' ') : null
}
