import { z } from 'zod'
import { optionalDay } from '../../../../platform/http/fields.ts'
import { MOST_DAYS_BETWEEN_REMINDERS } from '../../domain/signing-call-life.ts'
import { seenField } from '../target.form.ts'

const WRONG_RHYTHM = `Écrivez un nombre de jours entre 1 et ${MOST_DAYS_BETWEEN_REMINDERS}, ou laissez vide.`

/** How often the call is recalled, and its last day: both may be left out. */
export const callLifeFields = {
  rappel: z
    .string()
    .default('')
    .transform((text, check): number | null => {
      if (text === '') return null
      const days = Number(text)
      if (/^\d{1,2}$/.test(text) && days >= 1 && days <= MOST_DAYS_BETWEEN_REMINDERS) return days
      check.addIssue({ code: 'custom', message: WRONG_RHYTHM })
      return z.NEVER
    }),
  echeance: optionalDay,
}

export const callForm = z.object({ ...seenField, ...callLifeFields })
