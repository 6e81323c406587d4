import { z } from 'zod'
import type { Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import { AMENDABLE_TERMS, type AmendableTerm, figureOf } from '../../domain/amendment-draft.ts'
import type { Party, Terms } from '../../domain/terms.ts'
import { signatureForm } from '../signing/signature.form.ts'
import { seenField } from '../target.form.ts'

/** The writing of the amendment that the page showed: one made meanwhile is not written over. */
const versionField = {
  redaction: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(1),
}

const party = (missing: string) => z.string({ message: missing }).min(1, { message: missing })
const OBJECT = 'Écrivez en une ligne ce que change l’avenant.'

export const requestForm = z.object({
  ...seenField,
  partie: party('Choisissez la partie qui demande l’avenant.'),
  arrivee: requiredDay('Indiquez le jour où la demande est arrivée.'),
  envoi: optionalDay,
  objet: requiredText('Écrivez en une ligne ce qui est demandé.'),
})

/** What the application knows is not asked: who asks, and the day it arrives. AGR-58, AGR-115. */
export function ownRequestForm(own: Party, today: Day) {
  const { vu, objet } = requestForm.shape
  return z
    .object({ vu, objet })
    .transform((asked) => ({ ...asked, partie: own, arrivee: today, envoi: today as Day | null }))
}

export const draftingForm = z.object({ ...seenField, objet: requiredText(OBJECT) })

export const RENEWAL_MODES = ['tacit', 'express', 'none_unless_agreed'] as const

/** Its fields are the figures that the agreement has. */
export function termsForm(terms: Terms) {
  const figures = amendableTerms(terms).map((term) => [fieldOfTerm(term), figure] as const)
  return z.object({
    ...seenField,
    ...versionField,
    objet: requiredText(OBJECT),
    reconduction: oneOf(RENEWAL_MODES, 'Choisissez comment la convention est reconduite.'),
    effet: optionalDay,
    dernier_jour: optionalDay,
    ...Object.fromEntries(figures),
  })
}

const WHOLE_NUMBER = 'Écrivez un nombre entier, sans unité : 6, par exemple.'

const figure = z
  .string({ message: WHOLE_NUMBER })
  .regex(/^\d{1,4}$/, { message: WHOLE_NUMBER })
  .transform(Number)

export function amendableTerms(terms: Terms): AmendableTerm[] {
  return AMENDABLE_TERMS.filter((term) => figureOf(terms, term) !== null)
}

export function fieldOfTerm(term: AmendableTerm): string {
  return `terme.${term}`
}

/** The figures among the values of the form, by the path of their term. */
export function figuresOf(values: Record<string, unknown>): Partial<Record<AmendableTerm, number>> {
  return Object.fromEntries(
    AMENDABLE_TERMS.flatMap((term) => {
      const value = values[fieldOfTerm(term)]
      return typeof value === 'number' ? [[term, value]] : []
    }),
  )
}

export const clauseForm = z.object({ ...seenField, ...versionField, texte: optionalText(20_000) })

export const keptPlacesForm = z.object({
  ...seenField,
  ...versionField,
  restent: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])),
})

export const addedPlaceForm = z.object({
  ...seenField,
  ...versionField,
  lieu: z
    .string({ message: 'Choisissez un lieu dans les résultats.' })
    .refine(isId<'place'>, { message: 'Choisissez un lieu dans les résultats.' }),
  liste: z.string().default(''),
})

export const amendmentSignatureForm = signatureForm.safeExtend(versionField)
