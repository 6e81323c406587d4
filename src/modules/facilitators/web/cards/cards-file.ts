import { csvOf } from '../../../../platform/csv.ts'
import { nationalServices } from '../../../places/index.ts'
import type { Card } from '../../domain/card.ts'
import { labelsOf, skills } from '../../domain/skills.ts'
import { distanceSentences } from './cards-wording.ts'

const HEADER = [
  ...['nom', 'fonction', 'structure', 'commune', 'courriel', 'telephone', 'lieux'],
  ...['aide_a', 'competences', 'langues', 'interventions', 'disponibilite', 'presentation'],
]

/** The list for a spreadsheet: an empty cell is what the person does not show, or did not write. */
export function cardsFile(cards: readonly Card[]): string {
  return csvOf(
    HEADER,
    cards.map((card) => [
      ...[card.name, card.jobTitle ?? '', card.organisation ?? '', card.commune ?? ''],
      ...[card.email ?? '', card.phone ?? '', card.places.map(({ name }) => name).join(' | ')],
      nationalServices
        .filter(({ code }) => card.themes.includes(code))
        .map(({ standard }) => standard)
        .join(' | '),
      ...[labelsOf(skills, card.skills).join(' | '), card.languages.join(', ')],
      ...[
        card.goesTo ? distanceSentences[card.goesTo] : '',
        card.availability ?? '',
        card.presentation ?? '',
      ],
    ]),
  )
}
