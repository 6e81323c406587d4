import { z } from 'zod'
import { type Day, isDay } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalDay, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { PERIOD_LENGTHS, periodOf } from '../../domain/freshness/period.ts'
import type { PlaceId } from '../../domain/place.ts'

const CHOOSE = 'Cochez au moins un lieu dont la fiche est juste.'

/** The places ticked on the list. */
export const confirmationForm = z.object({
  lieu: z
    .union([z.string(), z.array(z.string())], { message: CHOOSE })
    .transform((typed, check): PlaceId[] => {
      const ids = [...new Set([typed].flat())]
      if (ids.every((id): id is PlaceId => isId<'place'>(id)) && ids.length > 0) return ids
      check.addIssue({ code: 'custom', message: CHOOSE })
      return z.NEVER
    }),
})

export const FOLLOW_UPS = ['phone', 'mail', 'note', 'postponed', 'closure_asked'] as const

export const followUpForm = z
  .object({
    geste: oneOf(FOLLOW_UPS, 'Dites ce que vous avez fait.'),
    note: optionalText(2000),
    jusqu_au: optionalDay,
  })
  .superRefine(({ geste, note, jusqu_au }, check) => {
    if (geste === 'note' && note === '')
      check.addIssue({ code: 'custom', path: ['note'], message: 'Écrivez la note à garder.' })
    if (geste === 'postponed' && jusqu_au === null)
      check.addIssue({
        code: 'custom',
        path: ['jusqu_au'],
        message: 'Dites jusqu’à quel jour attendre. Par exemple : 15/09/2026.',
      })
  })

export const exemptionForm = z.object({
  semestre: z
    .string({ message: 'Choisissez de quoi le lieu est dispensé.' })
    .transform((text, check): Day => {
      // Every period begins where a quarter does.
      if (isDay(text) && periodOf(text, 'quarter').start === text) return text
      check.addIssue({ code: 'custom', message: 'Choisissez dans la liste.' })
      return z.NEVER
    }),
  raison: requiredText('Dites pourquoi ce lieu est dispensé : fermé pour travaux, sinistre…', 500),
})

export const exemptionEndForm = exemptionForm.pick({ semestre: true })

export const LONGEST_SILENCE = 120

export const ruleForm = z
  .object({
    rythme: oneOf(PERIOD_LENGTHS, 'Dites tous les combien un lieu confirme sa fiche.'),
    lieux: oneOf(['labelled', 'published'], 'Dites quels lieux doivent confirmer leur fiche.'),
    depuis: optionalDay,
    masquer: z.literal('oui').optional(),
    mois: z
      .string()
      .default('')
      .transform((text, check): number | null => {
        if (text === '') return null
        const months = /^\d{1,3}$/.test(text) ? Number(text) : 0
        if (months >= 12 && months <= LONGEST_SILENCE) return months
        check.addIssue({
          code: 'custom',
          message: `Indiquez un nombre de mois, de 12 à ${LONGEST_SILENCE}.`,
        })
        return z.NEVER
      }),
  })
  .superRefine(({ rythme, lieux, depuis, masquer, mois }, check) => {
    if (rythme !== 'semester' && depuis === null)
      check.addIssue({
        code: 'custom',
        path: ['depuis'],
        message: 'Dites à partir de quel jour ce rythme remplace celui des conventions.',
      })
    else if (lieux === 'published' && depuis === null)
      check.addIssue({
        code: 'custom',
        path: ['depuis'],
        message: 'Dites à partir de quel jour tous les lieux doivent confirmer leur fiche.',
      })
    if (masquer === 'oui' && mois === null)
      check.addIssue({
        code: 'custom',
        path: ['mois'],
        message: 'Dites après combien de mois sans nouvelles, 12 au moins.',
      })
  })
