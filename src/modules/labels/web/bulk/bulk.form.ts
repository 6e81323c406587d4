import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import type { CapacityRef } from '../../../identity/index.ts'

const LONG = 20_000

/** A mandate, or a mandate and the delegation given under it: `id` or `id.id`. */
const power = z
  .string()
  .default('')
  .transform((text): CapacityRef | null => {
    const [mandateId = '', delegationId = ''] = text.split('.')
    if (!isId<'mandate'>(mandateId)) return null
    return { mandateId, delegationId: isId<'delegation'>(delegationId) ? delegationId : null }
  })

const file = z
  .union([z.instanceof(File), z.string()])
  .optional()
  .transform((sent) => (sent instanceof File && sent.size > 0 ? sent : null))

const meeting = {
  comite: requiredText('Indiquez qui siégeait au comité.', 2000),
  reuni_le: requiredDay('Indiquez le jour où le comité s’est réuni.'),
  compte_rendu: optionalText(LONG),
  fichier: file,
}

export const addendumForm = z.object(meeting)

export const creationForm = z.object({
  label: z
    .string({ message: 'Choisissez le label.' })
    .refine(isId<'scheme'>, { message: 'Choisissez le label.' }),
  convention: z
    .string({ message: 'Choisissez la convention.' })
    .refine(isId<'agreement'>, { message: 'Choisissez la convention.' }),
  ...meeting,
})

const places = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

export const choiceForm = z.object({
  lieux: places.transform((list) => list.filter(isId<'place'>)),
  q: z.string().default(''),
})

export const fileForm = z.object({ tableau: file })

/** `creer`: lines to create; `lieu_<line>`: which place a line means. */
export const takeForm = z
  .object({ creer: places })
  .loose()
  .transform((sent) => ({
    created: new Set(sent.creer.map(Number).filter(Number.isSafeInteger)),
    meant: new Map(
      Object.entries(sent).flatMap(([name, value]) => {
        const line = Number(/^lieu_(\d{1,7})$/.exec(name)?.[1] ?? Number.NaN)
        return Number.isSafeInteger(line) && isId<'place'>(String(value))
          ? [[line, String(value) as never] as const]
          : []
      }),
    ),
  }))

export const charterForm = z.object({
  signataire: power,
  signee_le: requiredDay('Indiquez le jour de la signature.'),
  vu: z.string().default(''),
})

export const judgementForm = z.object({
  avis: oneOf(['granted', 'granted_with_reserve', 'excluded'], 'Choisissez ce qui est décidé pour ce lieu.'),
  motif: optionalText(2000),
  avant_le: optionalDay,
})

export const decisionForm = z.object({
  signataire: power,
  date: requiredDay('Indiquez la date de la décision.'),
  effet: requiredDay('Indiquez la date d’effet.'),
  motifs: optionalText(LONG),
  voies: optionalText(LONG),
  delai: optionalText(2),
  vu: z.string().default(''),
})
