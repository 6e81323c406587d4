import { z } from 'zod'
import { requiredText } from '../../../../platform/http/fields.ts'
import { groundName } from '../../data/search/places.gazetteer.ts'
import { readOrigins } from '../../domain/embed/embed-key.ts'
import type { Ground } from '../../domain/search/asked.ts'

const KINDS = ['departement', 'epci', 'commune', 'region'] as const

export const embedKeyForm = z.object({
  nom: requiredText('Donnez un nom\u00a0: celui du site qui montrera la carte.', 100),
  territoire: z
    .string()
    .trim()
    .default('')
    .transform((typed, context): Ground | null => {
      if (typed === '') return null
      const ground = groundOf(typed)
      if (ground) return ground
      context.addIssue({
        code: 'custom',
        message:
          'Ce territoire est inconnu. Écrivez par exemple «\u00a0departement-50\u00a0», «\u00a0epci-200042729\u00a0» ou «\u00a0commune-50502\u00a0».',
      })
      return z.NEVER
    }),
  origines: z
    .string()
    .trim()
    .min(1, 'Dites sur quel site la carte sera montrée, par exemple https://www.valmer.example.')
    .transform((typed, context) => {
      const read = readOrigins(typed)
      if ('origins' in read) return read.origins
      context.addIssue({
        code: 'custom',
        message: `«\u00a0${read.wrong}\u00a0» n’est pas l’adresse d’un site\u00a0: écrivez-la en entier, avec https://. Vingt sites au plus.`,
      })
      return z.NEVER
    }),
})

function groundOf(typed: string): Ground | null {
  const [, kind = '', code = ''] = /^([a-z]+)-([0-9AB]+)$/.exec(typed) ?? []
  const known = KINDS.find((one) => one === kind)
  const ground = known && { kind: known, code }
  return ground && groundName(ground) !== null ? ground : null
}
