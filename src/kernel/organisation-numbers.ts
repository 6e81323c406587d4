import { type Refusal, refuse } from './refusal.ts'

/**
 * The numbers by which French registers know an organisation. `isX` judges a number already stripped of its spaces;
 * `readX` takes what a person typed or pasted, and returns the number as it is kept, or what is wrong with it.
 */

const LA_POSTE = '356000000'
/** Overseas departments have a letter as third sign: W9R1000000. */
const RNA = /^W\d[\dA-Z]\d{7}$/

export type SiretRefusal =
  | 'siret-rounded'
  | 'siren-for-siret'
  | 'siret-zero-lost'
  | 'siret-length'
  | 'siret-false'
export type NumberRefusal = SiretRefusal | 'rna-unreadable' | 'ridet-unreadable'

/** 14 digits, Luhn on all and on the first 9; the sites of La Poste follow their own rule. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  if (text.startsWith(LA_POSTE)) return luhn(text) || digitSum(text) % 5 === 0
  return luhn(text) && isSiren(text.slice(0, 9))
}

export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhn(text)
}

/** The company or body a SIRET is a site of. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9)
}

export function isRna(text: string): boolean {
  return RNA.test(text)
}

/**
 * What a spreadsheet leaves of a SIRET: it keeps 15 digits at best, and shown as 3,67501E+13 far fewer. No real site
 * ends in 00000 (DIR-18).
 */
export function isRoundedSiret(typed: string): boolean {
  return /^\d([.,]\d+)?e\+?\d{1,2}$/i.test(typed.trim()) || /^\d{9}00000$/.test(withoutJoints(typed))
}

export function readSiret(typed: string): string | Refusal<SiretRefusal> {
  const number = withoutJoints(typed)
  // Its key may be right by chance.
  if (isRoundedSiret(typed)) return refuse('siret-rounded')
  if (isSiret(number)) return number
  if (isSiren(number)) return refuse('siren-for-siret')
  if (/^\d{13}$/.test(number) && isSiret(`0${number}`)) {
    return refuse('siret-zero-lost', { proposal: `0${number}` })
  }
  return /^\d{14}$/.test(number) ? refuse('siret-false') : refuse('siret-length')
}

/** National register of associations: `W142001234`. */
export function readRna(typed: string): string | Refusal<'rna-unreadable'> {
  const number = withoutJoints(typed).toUpperCase()
  return isRna(number) ? number : refuse('rna-unreadable')
}

/** New Caledonia: six or seven digits, then three for the establishment. The point may be missing. */
export function readRidet(typed: string): string | Refusal<'ridet-unreadable'> {
  const [, company, establishment] = /^(\d{6,7})(\d{3})$/.exec(withoutJoints(typed)) ?? []
  return company && establishment ? `${company}.${establishment}` : refuse('ridet-unreadable')
}

/** What people and spreadsheets put between the digits. */
function withoutJoints(typed: string): string {
  return typed.replace(/[\s.\-_]/g, '')
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0)
}
