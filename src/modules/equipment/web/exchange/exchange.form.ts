import { z } from 'zod'
import { oneOf } from '../../../../platform/http/fields.ts'

const MISSING = 'Choisissez le fichier à importer.'

export const importForm = z.object({
  fichier: z
    .instanceof(File, { message: MISSING })
    .refine((file) => file.name !== '' || file.size > 0, { message: MISSING }),
})

export const decisionForm = z.object({
  ecriture: oneOf(['all', 'valid'], 'Choisissez comment écrire ce fichier.'),
})

/** One button, no field. */
export const abandonForm = z.object({})

export const EXPORTS = ['xlsx', 'json', 'modeles', 'exemplaires', 'prets'] as const

export const exportForm = z.object({ fichier: oneOf(EXPORTS, 'Choisissez ce que vous emportez.') })
