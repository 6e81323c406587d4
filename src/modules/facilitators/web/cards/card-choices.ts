import { departmentName, epciName, nationalServices } from '../../../places/index.ts'
import type { Card } from '../../domain/card.ts'
import { skills } from '../../domain/skills.ts'

interface Offered {
  value: string
  label: string
}

export interface CardChoices {
  themes: readonly Offered[]
  skills: readonly Offered[]
  territories: readonly Offered[]
  languages: readonly Offered[]
}

/** What a search may be refined by: only what some of these cards show. */
export function choicesOf(cards: readonly Card[]): CardChoices {
  const shown = <T>(of: (card: Card) => readonly T[]) => new Set(cards.flatMap(of))
  const themes = shown(({ themes }) => themes)
  const known = shown(({ skills }) => skills)
  const departments = shown(({ places }) => places.flatMap(({ department }) => department ?? []))
  const epcis = shown(({ places }) => places.flatMap(({ epci }) => epci ?? []))
  return {
    themes: nationalServices
      .filter(({ code }) => themes.has(code))
      .map(({ code, plain }) => ({ value: code, label: plain })),
    skills: skills.filter(({ code }) => known.has(code)).map(({ code, label }) => ({ value: code, label })),
    territories: [
      ...inOrder(
        [...departments].map((code) => ({ value: `departement:${code}`, label: departmentName(code) })),
      ),
      ...inOrder([...epcis].map((code) => ({ value: `epci:${code}`, label: epciName(code) }))),
    ],
    languages: inOrder([...shown(({ languages }) => languages)].map((one) => ({ value: one, label: one }))),
  }
}

function inOrder(list: readonly Offered[]): Offered[] {
  return [...list].sort((one, other) => one.label.localeCompare(other.label, 'fr'))
}
