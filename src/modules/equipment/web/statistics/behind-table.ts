import type { CountedLine, CountedUnit } from '../../domain/telling/statistics.ts'
import { LINE_STATE_WORDS } from '../line-wording.ts'
import { BEARER_WORDS, borrowerKindWord } from './statistics-wording.ts'

interface Behind {
  readonly lines: readonly (CountedLine & { borrower: string })[]
  readonly units: readonly CountedUnit[]
}

/** The list behind a figure as a table: of its loans, or of its units with what each cost. */
export function behindTable({ lines, units }: Behind): string[][] {
  return lines.length > 0 ? linesTable(lines) : unitsTable(units)
}

function linesTable(lines: Behind['lines']): string[][] {
  const header = [
    ...['pret', 'emprunteur', 'type', 'departement', 'modele', 'categorie', 'exemplaire', 'etat'],
    ...['demande_le', 'repondu_le', 'motif', 'sorti_le', 'attendu_le', 'rendu_le', 'jours_de_pret'],
  ]
  const rows = lines.map((line) => [
    ...[line.id, line.borrower, borrowerKindWord(line.borrowerKind), line.territory ?? ''],
    ...[line.modelName, line.category, line.unitName ?? '', LINE_STATE_WORDS[line.state]],
    ...[line.submittedOn ?? '', line.decidedOn ?? '', line.reasonCode ?? '', line.outOn ?? ''],
    ...[line.dueOn ?? '', line.backOn ?? '', String(line.daysLent)],
  ])
  return [header, ...rows]
}

function unitsTable(units: Behind['units']): string[][] {
  const header = [
    ...['exemplaire', 'modele', 'categorie', 'en_service_depuis', 'dernier_jour_de_pret'],
    ...['date', 'objet', 'supporte_par', 'montant_en_centimes'],
  ]
  const rows = units.flatMap((unit) => {
    const own = [unit.name, unit.modelName, unit.category, unit.since ?? '', unit.lastAwayOn ?? '']
    if (unit.costs.length === 0) return [[...own, '', '', '', '']]
    return unit.costs.map(({ day, label, bearer, cents }) => [
      ...own,
      ...[day, label, BEARER_WORDS[bearer] ?? bearer, String(cents)],
    ])
  })
  return [header, ...rows]
}
