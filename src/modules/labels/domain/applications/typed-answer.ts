import { parseDay } from '../../../../kernel/day.ts'
import type { Criterion } from '../schemes/scheme.ts'
import type { Answer } from './answers.ts'

export type WrongAnswer =
  | 'number_expected'
  | 'day_expected'
  | 'address_expected'
  | 'siret_expected'
  | 'choice_expected'
  | 'too_long'

const LONGEST = 8000
const LONGEST_LINE = 500

/** What was typed for a criterion; null when it says nothing; the fault when it cannot be read. */
export function readAnswer(
  { kind, choices }: Pick<Criterion, 'kind' | 'choices'>,
  typed: string | readonly string[],
): { readonly answer: Answer | null } | { readonly wrong: WrongAnswer } {
  if (kind === 'initiatives') return { answer: [typed].flat().filter((one) => one !== '') }
  const text = typeof typed === 'string' ? typed : (typed.at(-1) ?? '')
  if (text === '') return { answer: null }
  if (text.length > (kind === 'long_text' ? LONGEST : LONGEST_LINE)) return { wrong: 'too_long' }
  switch (kind) {
    case 'yes_no':
      return text === 'oui' || text === 'non' ? { answer: text === 'oui' } : { wrong: 'choice_expected' }
    case 'choice':
      return choices.some(({ value }) => value === text) ? { answer: text } : { wrong: 'choice_expected' }
    case 'number':
      return numberOf(text)
    case 'date': {
      const day = parseDay(text)
      return day ? { answer: day } : { wrong: 'day_expected' }
    }
    case 'url':
      return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) ? { answer: text } : { wrong: 'address_expected' }
    case 'siret': {
      const digits = text.replace(/\s/g, '')
      return isSiret(digits) ? { answer: digits } : { wrong: 'siret_expected' }
    }
    default:
      return { answer: text }
  }
}

/** « 1 234,5 », as it is written in French. */
function numberOf(text: string): ReturnType<typeof readAnswer> {
  const written = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(written) ? { answer: Number(written) } : { wrong: 'number_expected' }
}

/** Fourteen digits whose key is right (Luhn), but for La Poste, which has another. */
function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false
  if (digits.startsWith('356000000')) return true
  const sum = [...digits].reverse().reduce((total, digit, rank) => {
    const twice = Number(digit) * (rank % 2 === 0 ? 1 : 2)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0
}
