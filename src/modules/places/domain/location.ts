import type { Commune, Communes } from './communes.ts'
import type { Findings } from './finding.ts'
import type { StandardRow } from './standard-columns.ts'
import { checkLine } from './text.ts'

/** Where the place is, by name and codes; `cedex`: a mention taken out of the commune's name. */
export interface Locality {
  commune: string
  postalCode: string | null
  inseeCode: string | null
  cedex: string | null
}

const CEDEX = /\bcedex(\s+\d{1,2})?\b.*$/i

/** Commune, postal code and INSEE code must agree: each is read alone, then held against the others (DIR-19, DIR-20). */
export function checkLocality(row: StandardRow, communes: Communes, findings: Findings): Locality {
  const written = checkLine(row, 'commune', findings) ?? ''
  const cedex = CEDEX.exec(written)?.[0] ?? null
  const name = written.replace(CEDEX, '').trim()
  const insee = readInsee(row, communes, findings)
  const named = communes.byName(name)
  const postalCode = readPostalCode(row, communes, insee ? [insee.commune] : named, cedex !== null, findings)
  const commune = insee?.commune ?? deduced(row, name, named, postalCode, communes, findings)
  const inseeCode = insee ? agreed(row, insee, name, named, postalCode, findings) : (commune?.code ?? null)
  return { commune: name || nameFrom(row, commune, findings), postalCode, inseeCode, cedex }
}

interface Insee {
  code: string
  commune: Commune
}

function readInsee(row: StandardRow, communes: Communes, findings: Findings): Insee | null {
  const raw = row.code_insee.trim()
  const code = raw.replace(/\s/g, '').toUpperCase()
  if (code === '') return null
  const found = communes.byCode(code)
  if (found?.former) {
    const { commune } = found
    findings.correct('code_insee', raw, 'commune-merged', `Ce code est celui d’une ancienne commune, aujourd’hui ${commune.name} : son code actuel est employé.`, commune.code)
    return { code: commune.code, commune }
  }
  if (found) return { code, commune: found.commune }
  const repaired = repairedInsee(code, row.code_postal.trim(), communes)
  if (!repaired) {
    findings.warn('code_insee', raw, 'insee-unknown', 'Ce code INSEE n’existe pas : vérifiez-le, ou laissez la case vide.')
    return null
  }
  findings.correct('code_insee', raw, 'insee-repaired', `Le code INSEE de ${repaired.name} est rétabli.`, repaired.code)
  return { code: repaired.code, commune: repaired }
}

/** A lost zero (`1004`), or Corsica written 20 (`20004`): sure only when one commune has both codes. */
function repairedInsee(code: string, postalCode: string, communes: Communes): Commune | null {
  const candidates = /^\d{4}$/.test(code)
    ? [`0${code}`]
    : /^20\d{3}$/.test(code)
      ? [`2A${code.slice(2)}`, `2B${code.slice(2)}`]
      : []
  const found = candidates
    .map((candidate) => communes.byCode(candidate)?.commune)
    .filter((commune) => commune !== undefined)
    .filter((commune) => commune.postalCodes.includes(postalCode.padStart(5, '0')))
  return found.length === 1 && found[0] ? found[0] : null
}

/** `expected`: the communes that the rest of the row speaks of. */
function readPostalCode(
  row: StandardRow,
  communes: Communes,
  expected: readonly Commune[],
  cedex: boolean,
  findings: Findings,
): string | null {
  const raw = row.code_postal.trim()
  const digits = raw.replace(/^F-?\s*(?=\d)/i, '').replace(/[\s.]/g, '')
  if (digits === '') {
    findings.warn('code_postal', raw, 'postal-code-missing', 'Le code postal manque : le standard le demande.', onlyPostalCode(expected))
    return null
  }
  if (/^\d{4}$/.test(digits)) return restoredZero(raw, `0${digits}`, communes, expected, findings)
  if (!/^\d{5}$/.test(digits)) {
    findings.warn('code_postal', raw, 'postal-code-unreadable', 'Un code postal a cinq chiffres.', onlyPostalCode(expected))
    return null
  }
  const ordinary = communes.byPostalCode(digits).length > 0
  const own = onlyPostalCode(expected)
  if (!ordinary && own && (cedex || own.slice(0, 2) === digits.slice(0, 2))) {
    findings.correct('code_postal', raw, 'postal-code-cedex', 'Ce code postal est un code CEDEX : celui de la commune est employé.', own)
    return own
  }
  if (!ordinary) findings.remark('code_postal', raw, 'postal-code-unknown', 'Ce code postal n’est celui d’aucune commune : est-ce un code CEDEX ?', own)
  else if (digits !== raw) findings.correct('code_postal', raw, 'postal-code-spaced', 'Le code postal est écrit en cinq chiffres.', digits)
  return digits
}

function restoredZero(raw: string, padded: string, communes: Communes, expected: readonly Commune[], findings: Findings) {
  const there = communes.byPostalCode(padded)
  if (there.some((commune) => expected.includes(commune))) {
    findings.correct('code_postal', raw, 'postal-code-zero-lost', 'Le zéro de tête du code postal est rétabli.', padded)
    return padded
  }
  findings.warn('code_postal', raw, 'postal-code-unreadable', 'Un code postal a cinq chiffres : son zéro de tête s’est-il perdu ?', there.length > 0 ? padded : null)
  return null
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
  const sure = name === '' ? (there.length === 1 ? there[0] : undefined) : both.length === 1 ? both[0] : undefined
  if (sure) {
    findings.correct('code_insee', row.code_insee, 'insee-deduced', 'Le code INSEE est déduit de la commune et du code postal.', sure.code)
    return sure
  }
  if (name !== '' && there.length > 0) {
    findings.remark('commune', row.commune, 'commune-elsewhere', `Aucune commune de ce nom n’a le code postal ${postalCode} : vérifiez l’un et l’autre.`, listOf(there))
  } else if (name !== '' && named.length === 0) {
    findings.remark('commune', row.commune, 'commune-unknown', 'Aucune commune ne porte ce nom : est-ce un hameau ou un ancien nom ?')
  }
  return null
}

/** The INSEE code, unless name and postal code both speak of another commune. */
function agreed(
  row: StandardRow,
  insee: Insee,
  name: string,
  named: readonly Commune[],
  postalCode: string | null,
  findings: Findings,
): string | null {
  const { commune } = insee
  const sameName = name === '' || named.includes(commune)
  const sameCode = postalCode === null || commune.postalCodes.includes(postalCode)
  if (sameName && sameCode) return insee.code
  const other = named.find((candidate) => postalCode !== null && candidate.postalCodes.includes(postalCode))
  if (!sameName && !sameCode && other) {
    findings.warn('code_insee', row.code_insee, 'insee-elsewhere', `Ce code INSEE est celui de ${commune.name}, alors que la commune et le code postal désignent ${other.name}.`, other.code)
    return null
  }
  if (!sameName) {
    findings.remark('commune', row.commune, 'commune-elsewhere', `Le code INSEE est celui de ${commune.name} : est-ce bien cette commune ?`, commune.name)
  }
  if (!sameCode) {
    findings.remark('code_postal', row.code_postal, 'postal-code-elsewhere', `Ce code postal n’est pas de ${commune.name}.`, commune.postalCodes.join(', ') || null)
  }
  return insee.code
}

function nameFrom(row: StandardRow, commune: Commune | null, findings: Findings): string {
  if (commune) {
    findings.correct('commune', row.commune, 'commune-deduced', 'Le nom de la commune manquait : il est déduit de ses codes.', commune.name)
    return commune.name
  }
  findings.warn('commune', row.commune, 'commune-missing', 'Le nom de la commune manque : le standard le demande.')
  return ''
}

function onlyPostalCode(expected: readonly Commune[]): string | null {
  const [commune, ...others] = expected
  return commune && others.length === 0 && commune.postalCodes.length === 1 ? (commune.postalCodes[0] ?? null) : null
}

function listOf(communes: readonly Commune[]): string | null {
  return communes.length <= 5 ? communes.map((commune) => commune.name).join(', ') : null
}

