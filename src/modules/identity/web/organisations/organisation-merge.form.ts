import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { type CopiedField, isCopiedField } from '../../domain/organisations/organisation.ts'

const version = z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(1)

export const mergeForm = z.object({
  gardee: z.string({ message: 'Choisissez la structure à garder.' }).refine(isId<'organisation'>, {
    message: 'Choisissez la structure à garder.',
  }),
  vu: version,
  vu_gardee: version,
  reprendre: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((sent): CopiedField[] => [sent ?? []].flat().filter(isCopiedField)),
})
