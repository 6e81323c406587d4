import type { Commune, Communes } from '../communes.ts'
import type { Findings } from '../imports/finding.ts'
import type { StandardRow } from './standard-columns.ts'

/** A code that exists today, and its commune. */
export interface InseeCode {
  code: string
  commune: Commune
}

const WELL_WRITTEN = /^\d[\dAB]\d{3}$/

/** The INSEE code of the row, brought to the present commune (DIR-19, DIR-20). */
export function checkInseeCode(row: StandardRow, communes: Communes, findings: Findings): InseeCode | null {
  const raw = row.code_insee.trim()
  const code = WELL_WRITTEN.test(raw) ? raw : raw.replace(/\s|\.0+$/g, '').toUpperCase()
  if (code === '') return null
  const found = communes.byCode(code)
  if (found?.former) {
    const { commune } = found
    findings.correct(
      'code_insee',
      raw,
      'commune-merged',
      `Ce code est celui d’une ancienne commune, aujourd’hui ${commune.name} : son code actuel est employé.`,
      commune.code,
    )
    return { code: commune.code, commune }
  }
  if (found) return { code, commune: found.commune }
  const repaired = repairedInsee(code, row.code_postal.trim(), communes)
  if (!repaired) {
    findings.warn(
      'code_insee',
      raw,
      'insee-unknown',
      'Ce code INSEE n’existe pas : vérifiez-le, ou laissez la case vide.',
    )
    return null
  }
  findings.correct(
    'code_insee',
    raw,
    'insee-repaired',
    `Le code INSEE de ${repaired.name} est rétabli.`,
    repaired.code,
  )
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
