import type { Commune, Communes } from '../communes.ts'
import type { Findings } from '../imports/finding.ts'
import { checkLine } from '../text.ts'
import { checkInseeCode, type InseeCode } from './insee-code.ts'
import { checkPostalCode } from './postal-code.ts'
import type { StandardRow } from './standard-columns.ts'

/** Where the place is, by name and codes; `cedex`: a mention taken out of the commune's name. */
export interface Locality {
  commune: string
  postalCode: string | null
  inseeCode: string | null
  cedex: string | null
}

const CEDEX = /\bcedex(\s+\d{1,2})?\b.*$/i
/** « Valmer (50) », « Valmer (50999) » */
const CODE_ASIDE = /\s*\(\s*(?:\d{2,3}|2[AB]|\d{5})\s*\)$/i

/** Commune, postal code and INSEE code must agree: each is read alone, then held against the others (DIR-19, DIR-20). */
export function checkLocality(row: StandardRow, communes: Communes, findings: Findings): Locality {
  const written = checkLine(row, 'commune', findings) ?? ''
  const cedex = CEDEX.exec(written)?.[0] ?? null
  const name = written.replace(CEDEX, '').trim().replace(CODE_ASIDE, '')
  const insee = checkInseeCode(row, communes, findings)
  // The name as it is officially written needs no search.
  const named = insee?.commune.name === name ? [insee.commune] : communes.byName(name)
  const postalCode = checkPostalCode(row, communes, insee ? [insee.commune] : named, cedex !== null, findings)
  const commune = insee?.commune ?? deduced(row, name, named, postalCode, communes, findings)
  const inseeCode = insee ? agreed(row, insee, name, named, postalCode, findings) : (commune?.code ?? null)
  return { commune: name || nameFrom(row, commune, findings), postalCode, inseeCode, cedex }
}

/** Without an INSEE code: the one commune that has this name and this postal code, or that is alone at it. */
function deduced(
  row: StandardRow,
  name: string,
  named: readonly Commune[],
  postalCode: string | null,
  communes: Communes,
  findings: Findings,
): Commune | null {
  const there = postalCode === null ? [] : communes.byPostalCode(postalCode)
  const both = there.filter((commune) => named.includes(commune))
  const sure =
    name === '' ? (there.length === 1 ? there[0] : undefined) : both.length === 1 ? both[0] : undefined
  if (sure) {
    findings.correct(
      'code_insee',
      row.code_insee,
      'insee-deduced',
      'Le code INSEE est déduit de la commune et du code postal.',
      sure.code,
    )
    return sure
  }
  if (name !== '' && there.length > 0) {
    findings.remark(
      'commune',
      row.commune,
      'commune-elsewhere',
      `Aucune commune de ce nom n’a le code postal ${postalCode} : vérifiez l’un et l’autre.`,
      listOf(there),
    )
  } else if (name !== '' && named.length === 0) {
    findings.remark(
      'commune',
      row.commune,
      'commune-unknown',
      'Aucune commune ne porte ce nom : est-ce un hameau ou un ancien nom ?',
    )
  }
  return null
}

/** The INSEE code, unless name and postal code both speak of another commune. */
function agreed(
  row: StandardRow,
  insee: InseeCode,
  name: string,
  named: readonly Commune[],
  postalCode: string | null,
  findings: Findings,
): string | null {
  const { commune } = insee
  const sameName = name === '' || named.includes(commune)
  const sameCode = postalCode === null || commune.postalCodes.includes(postalCode)
  if (sameName && sameCode) return insee.code
  const other =
    sameName || postalCode === null
      ? undefined
      : named.find((candidate) => candidate.postalCodes.includes(postalCode))
  if (!sameCode && other) {
    findings.warn(
      'code_insee',
      row.code_insee,
      'insee-elsewhere',
      `Ce code INSEE est celui de ${commune.name}, alors que la commune et le code postal désignent ${other.name}.`,
      other.code,
    )
    return null
  }
  if (!sameName) {
    findings.remark(
      'commune',
      row.commune,
      'commune-elsewhere',
      `Le code INSEE est celui de ${commune.name} : est-ce bien cette commune ?`,
      commune.name,
    )
  }
  if (!sameCode) {
    findings.remark(
      'code_postal',
      row.code_postal,
      'postal-code-elsewhere',
      `Ce code postal n’est pas de ${commune.name}.`,
      commune.postalCodes.join(', ') || null,
    )
  }
  return insee.code
}

function nameFrom(row: StandardRow, commune: Commune | null, findings: Findings): string {
  if (commune) {
    findings.correct(
      'commune',
      row.commune,
      'commune-deduced',
      'Le nom de la commune manquait : il est déduit de ses codes.',
      commune.name,
    )
    return commune.name
  }
  findings.warn(
    'commune',
    row.commune,
    'commune-missing',
    'Le nom de la commune manque : le standard le demande.',
  )
  return ''
}

function listOf(communes: readonly Commune[]): string | null {
  return communes.length <= 5 ? communes.map((commune) => commune.name).join(', ') : null
}
