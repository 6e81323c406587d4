import { z } from 'zod'
import { requiredText } from '../../../../platform/http/fields.ts'
import { groundsNamed } from '../../data/search/ground-named.ts'
import type { NamedTerritory } from '../../data/search/places.ground.ts'
import { readOrigins } from '../../domain/embed/embed-key.ts'
import type { Ground } from '../../domain/search/asked.ts'

/** `own`: the territories that the network names itself. */
export const embedKeyForm = (own: readonly Pick<NamedTerritory, 'slug' | 'name'>[]) =>
  z.object({
    nom: requiredText('Donnez un nom : celui du site qui montrera la carte.', 100),
    territoire: z
      .string()
      .trim()
      .default('')
      .transform((typed, context): Ground | null => {
        if (typed === '') return null
        const [ground, ...others] = groundsNamed(typed, own)
        if (ground && others.length === 0) return ground
        context.addIssue({ code: 'custom', message: ground ? whichOf([ground, ...others]) : UNKNOWN })
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
          message: `« ${read.wrong} » n’est pas l’adresse d’un site : écrivez-la en entier, avec https://. Vingt sites au plus.`,
        })
        return z.NEVER
      }),
  })

const UNKNOWN =
  'Ce territoire est inconnu. Écrivez le nom d’un département, d’une région, d’une commune, d’un EPCI ou d’un de vos territoires.'

/** « Plusieurs territoires portent ce nom : écrivez « departement-75 » ou « commune-75056 ». » */
function whichOf(grounds: readonly Ground[]): string {
  const words = grounds.slice(0, 4).map(({ kind, code }) => `« ${kind}-${code} »`)
  return `Plusieurs territoires portent ce nom : écrivez ${words.join(' ou ')}.`
}
