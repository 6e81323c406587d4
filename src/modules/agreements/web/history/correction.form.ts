import { z } from 'zod'
import { oneOf, optionalDay, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import type { StoredAct } from '../../domain/agreement.ts'
import { type CorrectedMembers, membersOf, membersWritten } from '../../domain/correctable.ts'
import { seenField } from '../target.form.ts'
import { memberFields } from './history-wording.ts'

export const correctionForm = z.object({
  ...seenField,
  geste: oneOf(['corriger', 'retirer'], 'Dites si vous corrigez cet acte ou si vous le retirez.'),
  motif: requiredText('Écrivez pourquoi : le motif reste à côté de l’acte.', 500),
  date: optionalDay,
  partie: optionalText(),
  duree: z
    .string()
    .default('')
    .refine((text) => text === '' || /^([1-9]|[1-9]\d)$/.test(text), {
      message: 'Écrivez un nombre d’années entre 1 et 99.',
    }),
  effet: optionalDay,
  fin: optionalDay,
  envoi: optionalDay,
  suivi: optionalText(),
  objet: optionalText(500),
  qualite: optionalText(),
})

/** What the form says the act should have been; null when it is withdrawn. */
export function membersFrom(act: StoredAct, typed: z.output<typeof correctionForm>): CorrectedMembers | null {
  if (typed.geste === 'retirer') return null
  const { date, partie, duree, effet, fin, envoi, suivi, objet, qualite } = typed
  const all: CorrectedMembers = {
    ...(date && { occurredOn: date }),
    ...(partie && { party: partie }),
    ...(duree && { years: Number(duree) }),
    ...{ effectiveOn: effet, newLastDay: fin, sentOn: envoi },
    ...{ tracking: suivi, object: objet, ...(qualite && { capacity: qualite }) },
  }
  const asked = new Set<string>(membersOf(act))
  return Object.fromEntries(Object.entries(all).filter(([member]) => asked.has(member)))
}

/** The act's present values, as the fields show them. */
export function valuesFrom(act: StoredAct): Record<string, string> {
  return Object.fromEntries(
    Object.entries(membersWritten(act)).map(([member, value]) => [
      memberFields[member as keyof typeof memberFields].field,
      String(value ?? ''),
    ]),
  )
}
