import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'

/** The field types every form shares, with their French sentences. */

/** A text that must be there. `missing` says what to type: « Indiquez le nom du lieu. » */
export function requiredText(missing: string, longest = 300) {
  return z
    .string({ message: missing })
    .min(1, { message: missing })
    .max(longest, { message: `Ce texte est trop long : ${longest} signes au plus.` })
}

export function optionalText(longest = 300) {
  return z
    .string()
    .max(longest, { message: `Ce texte est trop long : ${longest} signes au plus.` })
    .default('')
}

export const NO_SUCH_DAY = 'Cette date n’existe pas dans le calendrier. Écrivez-la ainsi : 17/06/2026.'

/** A day typed `17/06/2026` or `2026-06-17`. */
export function requiredDay(missing: string) {
  return z
    .string({ message: missing })
    .min(1, { message: missing })
    .transform((text, check): Day => {
      const read = parseDay(text)
      if (read) return read
      check.addIssue({ code: 'custom', message: NO_SUCH_DAY })
      return z.NEVER
    })
}

/** The same, that may be left out. */
export const optionalDay = z
  .string()
  .default('')
  .transform((text, check): Day | null => {
    const read = text === '' ? null : parseDay(text)
    if (read || text === '') return read
    check.addIssue({ code: 'custom', message: NO_SUCH_DAY })
    return z.NEVER
  })

/** The id of something listed on the page; empty: none. */
export function optionalId<Name extends string>(wrong: string) {
  return z
    .string()
    .default('')
    .transform((value, check) => {
      if (value === '') return null
      if (isId<Name>(value)) return value
      check.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })
}

/** Checkboxes: absent, one or several values make a list. */
export function severalOf<T extends string>(allowed: readonly T[], wrong: string) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value, check): T[] => {
      const list = value === undefined ? [] : Array.isArray(value) ? value : [value]
      if (list.every((one): one is T => (allowed as readonly string[]).includes(one))) return list
      check.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })
}

export function oneOf<const T extends string>(allowed: readonly [T, ...T[]], missing: string) {
  return z.enum(allowed, { message: missing })
}
