import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import {
  oneOf,
  optionalId,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

export const closingForm = z.object({
  date: requiredDay('Donnez le premier jour sans public.'),
  remplacant: optionalId<'place'>('Choisissez un lieu de la liste.'),
})

export const hidingForm = z.object({
  motif: requiredText('Dites pourquoi : les gestionnaires du lieu le liront.', 1000),
})

export const undoForm = z.object({
  version: z.coerce.number().int().positive(),
  colonne: z.string().regex(/^[a-z_]+$/),
})

export const tieForm = z.object({
  structure: requiredText('Donnez le SIRET ou le nom de la structure.'),
  role: oneOf(['operates', 'owns', 'hosts'], 'Dites ce que la structure est au lieu.'),
})

export const staffForm = z.object({
  personne: z
    .string({ message: 'Choisissez une personne de la liste.' })
    .refine((id): id is PersonId => isId<'person'>(id), { message: 'Choisissez une personne de la liste.' })
    .transform((id) => id as PersonId),
  fonction: optionalText(120),
})

export const refusalForm = z.object({
  motif: requiredText('Dites pourquoi : le lieu lira ce motif.', 1000),
})

/** An act that asks nothing. */
export const emptyForm = z.object({})

export const ruleForm = z.object({ relecture: z.literal('oui').optional() })
