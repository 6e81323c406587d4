import type { Findings } from '../imports/finding.ts'
import { isHeadingOf } from '../mapping/known-headings.ts'
import type { StandardRow } from './standard-columns.ts'

const TOTAL = /^\s*(?:sous[\s-]*)?tota(?:l|le|les|ux)\b/i

/**
 * A line of totals, or the headings once more, in the middle of a table: it is told, and never becomes a place. Only lines without
 * a postal code are looked at: a « Total » with an address is a petrol station.
 */
export function refuseWhatIsNoPlace(row: StandardRow, findings: Findings): void {
  if (/\d{4}/.test(row.code_postal)) return
  if (TOTAL.test(row.nom) && !/\p{L}/u.test(row.adresse)) {
    findings.refuse(
      'nom',
      row.nom,
      'not-a-place',
      'Cette ligne est un total, pas un lieu : elle n’est pas importée.',
    )
  } else if (
    isHeadingOf('nom', row.nom) &&
    (isHeadingOf('adresse', row.adresse) || isHeadingOf('commune', row.commune))
  ) {
    findings.refuse(
      'nom',
      row.nom,
      'not-a-place',
      'Cette ligne répète les titres des colonnes : elle n’est pas importée.',
    )
  }
}
