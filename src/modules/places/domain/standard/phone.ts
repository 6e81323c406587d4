import type { Findings } from '../imports/finding.ts'
import type { StandardRow } from './standard-columns.ts'

/** Calling codes by the first figures of a national number (Mayotte dials with La Réunion's). */
const OVERSEAS: readonly [starts: RegExp, code: string][] = [
  [/^0(590|690|691)/, '590'],
  [/^0(594|694)/, '594'],
  [/^0(596|696|697)/, '596'],
  [/^0(262|263|692|693|269|639)/, '262'],
]
/** Where numbers have no national zero: calling code and length, by the start of the postal code. */
const PACIFIC: Readonly<Record<string, readonly [code: string, digits: number]>> = {
  '975': ['508', 6],
  '986': ['681', 6],
  '987': ['689', 8],
  '988': ['687', 6],
}
const CALLING_CODE = /^\+(33|590|594|596|262|269|508|681|687|689)(\d+)$/
const NATIONAL_LENGTH: Readonly<Record<string, readonly number[]>> = {
  '508': [6, 9],
  '681': [6],
  '687': [6],
  '689': [8],
  '269': [9, 7],
}
const STRAIGHT = /^\+\d{7,14}$/
const BETWEEN = /[/;|\n,]|\s(?:ou|et)\s|\s-\s/

/** The place's number in E.164, or a short number; the first when the cell holds several (DIR-22, DIR-14). */
export function checkPhone(row: StandardRow, findings: Findings): string | null {
  const raw = row.telephone.trim()
  if (raw === '' || /^(null|n\/?a|nan)$/i.test(raw)) return null
  // As the standard writes it, and as nearly all files do.
  if (STRAIGHT.test(raw) && international(raw) === raw && !raw.startsWith('+269')) return raw
  const department = row.code_postal.trim().slice(0, 3)
  const numbers = raw
    .split(BETWEEN)
    .map((part) => toE164(part, department))
    .filter((number) => number !== null)
  const [phone, ...others] = numbers
  // A cell for both holds a mail alone: nothing of it is lost.
  if (phone === undefined && raw.includes('@') && raw === row.courriels.trim()) return null
  if (phone === undefined) {
    findings.warn(
      'telephone',
      raw,
      'phone-unreadable',
      'Ce numéro n’est pas un numéro français : écrivez-le ainsi, +33233054550.',
    )
    return null
  }
  if (others.length > 0) {
    findings.remark(
      'telephone',
      raw,
      'phones-several',
      'Le standard ne prévoit qu’un numéro : le premier est gardé.',
      others.join(', '),
    )
  } else if (isShort(phone)) {
    findings.remark(
      'telephone',
      raw,
      'phone-short',
      'Ce numéro court est affiché, mais ne peut pas être exporté au standard.',
    )
  } else if (phone !== raw) {
    findings.correct(
      'telephone',
      raw,
      'phone-rewritten',
      'Le numéro est écrit au format international.',
      phone,
    )
  }
  if (phone.startsWith('+269')) {
    findings.remark(
      'telephone',
      raw,
      'phone-comoros',
      'L’indicatif +269 est celui des Comores : Mayotte emploie +262.',
    )
  }
  return phone
}

/** 115, 3646, 118 218: shown, never exported. */
export function isShort(phone: string): boolean {
  return !phone.startsWith('+')
}

function toE164(text: string, department: string): string | null {
  const digits = text
    .replace(/^\s*(t[ée]l(\.|[ée]phone)?)?\s*:?/i, '')
    .replace(/(?<=^\d{9,10})\.0$/, '')
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-_()\u00a0\u202f]/g, '')
    .replace(/^00/, '+')
  if (digits.startsWith('+')) return international(digits)
  if (!/^\d{2,10}$/.test(digits)) return null
  const local = PACIFIC[department]
  if (local && digits.length === local[1]) return `+${local[0]}${digits}`
  if (digits.length === 10) return national(digits)
  // A spreadsheet took the number for a figure and dropped its zero.
  if (digits.length === 9 && !digits.startsWith('0')) return national(`0${digits}`)
  return /^(1\d|[13]\d{2,3}|118\d{3})$/.test(digits) ? digits : null
}

function international(text: string): string | null {
  const [, code, rest] = CALLING_CODE.exec(text) ?? []
  if (code === undefined || rest === undefined) return null
  const number = rest.replace(/^0/, '')
  if (code === '33' && number.length === 9) return national(`0${number}`)
  return (NATIONAL_LENGTH[code] ?? [9]).includes(number.length) ? `+${code}${number}` : null
}

/** Ten digits that start with 0. */
function national(digits: string): string | null {
  if (!/^0[1-9]/.test(digits)) return null
  const code = OVERSEAS.find(([starts]) => starts.test(digits))?.[1] ?? '33'
  return `+${code}${digits.slice(1)}`
}
