import { isRna, isRoundedSiret, isSiren, isSiret } from '../../../../kernel/organisation-numbers.ts'
import type { Findings } from '../imports/finding.ts'
import type { StandardRow } from './standard-columns.ts'

/** How producers write « we do not know »: matched with nothing, exported as 14 zeros (DIR-6). */
const UNKNOWN = new Set(['', '0', '1', 'null', 'na', 'n/a', 'nan', 'undefined', 'inconnu', '00000000000000'])

/** The identifier of whoever runs the place: SIRET, RNA, RIDET or numéro TAHITI; null when unknown or false (DIR-5). `known`: proposed for a rounded one. */
export function checkPivot(row: StandardRow, findings: Findings, known: string | null = null): string | null {
  const raw = row.pivot.trim()
  const typed = typedPivot(row)
  if (UNKNOWN.has(typed.toLowerCase())) return null
  const pivot = typed.replace(/[\s.\-_]/g, '').toUpperCase()
  if (isRoundedSiret(typed)) {
    findings.warn(
      'pivot',
      raw,
      'siret-rounded',
      'SIRET arrondi par un tableur : redemandez la colonne au format texte.',
      known,
    )
    return null
  }
  if (!isKnownForm(pivot, row.code_postal)) {
    findings.warn('pivot', raw, ...whatIsWrong(pivot))
    return null
  }
  if (pivot !== raw) {
    findings.correct(
      'pivot',
      raw,
      'pivot-spaced',
      'Les espaces et la ponctuation de l’identifiant sont retirés.',
      pivot,
    )
  }
  return pivot
}

/** What a spreadsheet left of a row's SIRET, as it is written; null when it is whole, or unknown. */
export function roundedSiretOf(row: StandardRow): string | null {
  const typed = typedPivot(row)
  return !UNKNOWN.has(typed.toLowerCase()) && isRoundedSiret(typed) ? typed : null
}

/** A column of figures writes `21500502400017.0`. */
function typedPivot({ pivot }: StandardRow): string {
  return pivot.trim().replace(/(?<=^\d{9,14})\.0+$/, '')
}

function isKnownForm(pivot: string, postalCode: string): boolean {
  if (isSiret(pivot) || isRna(pivot)) return true
  if (postalCode.startsWith('988')) return /^\d{9,10}$/.test(pivot)
  return postalCode.startsWith('987') && /^[A-Z0-9]{9}$/.test(pivot)
}

function whatIsWrong(pivot: string): [code: string, message: string, proposal: string | null] {
  if (isSiren(pivot)) {
    return [
      'siren-for-siret',
      'SIREN donné à la place du SIRET : ajoutez les cinq derniers chiffres de l’établissement.',
      null,
    ]
  }
  if (/^\d{13}$/.test(pivot) && isSiret(`0${pivot}`)) {
    return [
      'siret-zero-lost',
      'Ce SIRET n’a que 13 chiffres : son zéro de tête s’est sans doute perdu.',
      `0${pivot}`,
    ]
  }
  if (/^\d{14}$/.test(pivot)) {
    return ['siret-false', 'Ce SIRET ne passe pas le contrôle de sa clé : vérifiez-le auprès du lieu.', null]
  }
  return [
    'pivot-unreadable',
    'Cet identifiant n’est ni un SIRET (14 chiffres), ni un RNA, ni un RIDET, ni un numéro TAHITI.',
    null,
  ]
}
