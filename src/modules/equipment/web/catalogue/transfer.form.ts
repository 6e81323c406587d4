import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { requiredDay } from '../../../../platform/http/fields.ts'

const DESK = 'Choisissez le guichet qui le recevra.'
const DAYS = 'Indiquez combien de jours d’ouverture dure le trajet, de 1 à 20.'

export const transferForm = z.object({
  vers: z.string({ message: DESK }).refine(isId<'desk'>, { message: DESK }),
  depart: requiredDay('Indiquez le jour du départ.'),
  jours: z
    .string({ message: DAYS })
    .regex(/^([1-9]|1\d|20)$/, { message: DAYS })
    .transform(Number),
})

export const transferEndForm = z.object({})
