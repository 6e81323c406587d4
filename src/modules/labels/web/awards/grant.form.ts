import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { requiredDay } from '../../../../platform/http/fields.ts'

const place = z.string().refine(isId<'place'>)

export const grantForm = z.object({
  label: z
    .string({ message: 'Choisissez le label.' })
    .refine(isId<'scheme'>, { message: 'Choisissez le label.' }),
  lieux: z
    .union([place.transform((one) => [one]), z.array(place)], { message: 'Cochez au moins un lieu.' })
    .refine((list) => list.length > 0, { message: 'Cochez au moins un lieu.' }),
  date: requiredDay('Indiquez la date de la décision.'),
})
