import { z } from 'zod'
import {
  oneOf,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import type { Hours } from '../../domain/opening.ts'
import { WEEKDAYS } from './managing-wording.ts'

/** The address of a place's page, pasted whole; empty: none. */
export const deskPlaceForm = z.object({ fiche: optionalText(500) })

const WRONG = 'Écrivez les heures ainsi : 9:00-12:00, 14:00-17:00. Rien : fermé.'
const INTERVAL = /^(\d{1,2})[:h](\d{2})?\s*[-–]\s*(\d{1,2})[:h](\d{2})?$/

/** « 9:00-12:00, 14h-17h » as intervals, in their order; null when it cannot be read or is not in order. */
export function readHours(text: string): Hours[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const hours: Hours[] = []
  for (const part of parts) {
    const found = INTERVAL.exec(part)
    const [opens, closes] = [timeText(found?.[1], found?.[2]), timeText(found?.[3], found?.[4])]
    if (!opens || !closes || opens >= closes || (hours.at(-1)?.[1] ?? '') > opens) return null
    hours.push([opens, closes])
  }
  return hours
}

function timeText(hour: string | undefined, minute = '00'): string | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

const hours = z
  .string()
  .max(100, { message: WRONG })
  .default('')
  .transform((text, check): Hours[] => {
    const read = readHours(text)
    if (read) return read
    check.addIssue({ code: 'custom', message: WRONG })
    return z.NEVER
  })

/** The name of the field of a weekday, 1 being Monday. */
export function weekField(weekday: number): string {
  return `jour${weekday}`
}

const week = Object.fromEntries(WEEKDAYS.map((_, index) => [weekField(index + 1), hours])) as Record<
  string,
  typeof hours
>

export const weekForm = z
  .object({ depuis: requiredDay('Indiquez à partir de quel jour.') })
  .and(z.object(week))

export const newDeskForm = z.object({
  nom: requiredText('Indiquez le nom du guichet.', 120),
  adresse: optionalText(200),
})

export const dayForm = z.object({
  jour: requiredDay('Indiquez le jour.'),
  jusquau: optionalDay,
  quoi: oneOf(['closed', 'open', 'week'], 'Dites ce que devient ce jour.'),
  heures: hours,
  motif: optionalText(200),
})
