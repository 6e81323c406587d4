import { folded } from '../fold.ts'
import { areTicks } from './cell-kinds.ts'
import { formerTerm, TERM_COLUMNS, type TermColumn } from './former-terms.ts'
import type { CellsOf } from './heading-guesses.ts'
import { guessedTerm } from './keywords.ts'
import { choiceIn, headingText } from './known-headings.ts'
import type { SourceRow } from './mapping.ts'

/** A column to tick, and what a tick says. */
export interface TickColumn {
  readonly heading: string
  readonly column: TermColumn
  readonly term: string
}

/** What the question before the choice is about: « Publics [Jeunes] ». */
const ABOUT: readonly [has: RegExp, columns: readonly TermColumn[]][] = [
  [/public/, ['publics_specifiquement_adresses', 'prise_en_charge_specifique']],
  [/handicap|accessib|langue|prise en charge/, ['prise_en_charge_specifique']],
  [/tarif|frais|gratuit|cout/, ['frais_a_charge']],
  [/label|dispositif|programme/, ['dispositif_programmes_nationaux', 'formations_labels']],
  [/service|thematique|activite|offre|competence|prestation/, ['services']],
]
/** It counts, it wishes, it asks of something else. */
const NO_TICK =
  /nombre|combien|\bnb\b|nbre|besoin|souhait|interess|entendu|projet|effectif|rgpd|consent|accord/

/** The columns of a file of which every cell says yes or no. */
export function tickHeadings(header: readonly string[], rows: readonly SourceRow[]): string[] {
  return [...new Set(header)].filter((heading) =>
    areTicks(rows.map((row) => row[heading] ?? '').filter((cell) => cell.trim() !== '')),
  )
}

/** The columns to tick of a file, those that seem to say something of the standard. DIR-29. */
export function tickColumns(headings: readonly string[], cellsOf: CellsOf): TickColumn[] {
  return headings.filter((heading) => areTicks(cellsOf(heading))).flatMap((heading) => tickOf(heading) ?? [])
}

function tickOf(heading: string): TickColumn | null {
  const { about, choice } = askedIn(heading)
  if (NO_TICK.test(folded(heading))) return null
  const columns = ABOUT.find(([has]) => has.test(folded(about)))?.[1] ?? TERM_COLUMNS
  for (const column of columns) {
    const term = formerTerm(column, choice)
    if (term) return { heading, column, term }
  }
  for (const column of columns) {
    const [term] = guessedTerm(column, choice)?.split('|') ?? []
    if (term !== undefined) return { heading, column, term }
  }
  return null
}

/** « Services proposés [Autre] », « Thématique : Emploi », or only « Wifi gratuit ». */
function askedIn(heading: string): { about: string; choice: string } {
  const text = headingText(heading)
  const choice = choiceIn(text)
  if (choice !== null) return { about: text.slice(0, text.lastIndexOf('[')), choice }
  const [about = '', ...rest] = text.split(/\s:\s|:\s|\s[–-]\s/)
  return rest.length > 0
    ? { about, choice: rest.join(' ') }
    : { about: '', choice: text.replaceAll('_', ' ') }
}
