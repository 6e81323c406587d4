import type { Commune, Communes } from '../communes.ts'
import type { Findings } from '../imports/finding.ts'
import type { StandardRow } from './standard-columns.ts'

const FIVE_DIGITS = /^\d{5}$/

/** The postal code, in five figures (DIR-19). `expected`: the communes that the rest of the row speaks of. */
export function checkPostalCode(
  row: StandardRow,
  communes: Communes,
  expected: readonly Commune[],
  cedex: boolean,
  findings: Findings,
): string | null {
  const raw = row.code_postal.trim()
  const digits = FIVE_DIGITS.test(raw) ? raw : bare(raw).replace(/[\s.]/g, '')
  if (digits === '') {
    findings.warn(
      'code_postal',
      raw,
      'postal-code-missing',
      'Le code postal manque : le standard le demande.',
      onlyPostalCode(expected),
    )
    return null
  }
  if (/^\d{4}$/.test(digits)) return restoredZero(raw, `0${digits}`, communes, expected, findings)
  if (!FIVE_DIGITS.test(digits)) {
    findings.warn(
      'code_postal',
      raw,
      'postal-code-unreadable',
      'Un code postal a cinq chiffres.',
      onlyPostalCode(expected),
    )
    return null
  }
  const ordinary = expected[0]?.postalCodes.includes(digits) || communes.byPostalCode(digits).length > 0
  const own = ordinary ? null : onlyPostalCode(expected)
  if (own && (cedex || own.slice(0, 2) === digits.slice(0, 2))) {
    findings.correct(
      'code_postal',
      raw,
      'postal-code-cedex',
      'Ce code postal est un code CEDEX : celui de la commune est employé.',
      own,
    )
    return own
  }
  if (!ordinary)
    findings.remark(
      'code_postal',
      raw,
      'postal-code-unknown',
      'Ce code postal n’est celui d’aucune commune : est-ce un code CEDEX ?',
      own,
    )
  else if (digits !== raw)
    findings.correct(
      'code_postal',
      raw,
      'postal-code-spaced',
      'Le code postal est écrit en cinq chiffres.',
      digits,
    )
  return digits
}

/** « F-50000 », or the `50000.0` of a column of figures. */
function bare(raw: string): string {
  return raw.replace(/^F-?\s*(?=\d)/i, '').replace(/(?<=^\d{4,5})\.0+$/, '')
}

function restoredZero(
  raw: string,
  padded: string,
  communes: Communes,
  expected: readonly Commune[],
  findings: Findings,
) {
  const there = communes.byPostalCode(padded)
  if (there.some((commune) => expected.includes(commune))) {
    findings.correct(
      'code_postal',
      raw,
      'postal-code-zero-lost',
      'Le zéro de tête du code postal est rétabli.',
      padded,
    )
    return padded
  }
  findings.warn(
    'code_postal',
    raw,
    'postal-code-unreadable',
    'Un code postal a cinq chiffres : son zéro de tête s’est-il perdu ?',
    there.length > 0 ? padded : null,
  )
  return null
}

function onlyPostalCode(expected: readonly Commune[]): string | null {
  const [commune, ...others] = expected
  return commune && others.length === 0 && commune.postalCodes.length === 1
    ? (commune.postalCodes[0] ?? null)
    : null
}
