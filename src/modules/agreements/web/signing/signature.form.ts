import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { optionalText, requiredDay } from '../../../../platform/http/fields.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { seenField } from '../target.form.ts'
import { originalFields } from './signing.form.ts'

/** Signed by somebody whose power is not recorded: their name and quality are typed. */
export const ANOTHER = 'autre'

export function powerValue({ mandateId, delegationId }: CapacityRef): string {
  return delegationId ? `${mandateId}:${delegationId}` : mandateId
}

const power = z
  .string()
  .default(ANOTHER)
  .transform((value, check): CapacityRef | null => {
    if (value === ANOTHER || value === '') return null
    const [mandateId = '', delegationId] = value.split(':')
    if (isId<'mandate'>(mandateId)) {
      if (delegationId === undefined) return { mandateId, delegationId: null }
      if (isId<'delegation'>(delegationId)) return { mandateId, delegationId }
    }
    check.addIssue({ code: 'custom', message: 'Choisissez qui a signé dans la liste.' })
    return z.NEVER
  })

export const signatureForm = z
  .object({
    ...seenField,
    partie: z
      .string({ message: 'Choisissez la partie qui a signé.' })
      .min(1, { message: 'Choisissez la partie qui a signé.' }),
    pouvoir: power,
    signataire: optionalText(),
    qualite: optionalText(),
    date: requiredDay('Indiquez la date écrite sur l’original.'),
    ...originalFields,
  })
  .superRefine(({ pouvoir, signataire, qualite }, check) => {
    const wrong = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message })
    if (pouvoir && signataire) {
      wrong(
        'signataire',
        'Vous avez choisi une personne et écrit un nom : effacez le nom, ou choisissez « Une autre personne ».',
      )
    }
    if (pouvoir) return
    if (!signataire) wrong('signataire', 'Indiquez qui a signé.')
    if (!qualite) wrong('qualite', 'Indiquez en quelle qualité : maire, directrice par délégation…')
  })
