import { z } from 'zod'
import { optionalDay, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import { preparedField } from '../documents/prepared.form.ts'
import { seenField } from '../target.form.ts'

export const disputeForm = z.object({
  ...seenField,
  ...preparedField,
  partie: z
    .string({ message: 'Choisissez la partie qui signale le différend.' })
    .min(1, { message: 'Choisissez la partie qui signale le différend.' }),
  date: requiredDay('Indiquez le jour où le différend a été signalé.'),
  reception: optionalDay,
  objet: requiredText('Écrivez en une ligne ce qui oppose les parties.'),
})

export const settlementForm = z.object({
  ...seenField,
  date: requiredDay('Indiquez la date écrite sur l’accord signé.'),
})
