import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { type Instant, instant, isInstant } from '../../../../kernel/instant.ts'
import { oneOf, optionalText } from '../../../../platform/http/fields.ts'

const listOf = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value): string[] => (typeof value === 'string' ? [value] : value))

const anInstant = z
  .string()
  .default('')
  .transform((text): Instant | null => (isInstant(text) ? instant(text) : null))

export const ACTION_KINDS = ['workshop', 'event', 'training', 'loan_to_a_place', 'other'] as const

/**
 * The whole request, read as it is: a draft may lack anything, so what is missing is said by `missingIn` at the moment of
 * sending, and not here. EQP-501.
 */
export const requestForm = z.object({
  acte: z.string().default('envoyer'),
  /** A suggestion taken: its kind, then what it needs, between spaces. */
  choix: z.string().default(''),
  modele: listOf,
  nombre: listOf,
  exemplaire: z.string().default(''),
  guichet: z.string().default(''),
  convention: z.string().default(''),
  du: z.string().default(''),
  au: z.string().default(''),
  retrait: anInstant,
  retour: anInstant,
  nature: oneOf(ACTION_KINDS, 'Choisissez le type d’actions dans la liste.').default('workshop'),
  actions: optionalText(4000),
  public: optionalText(300),
  personnes: z
    .string()
    .default('')
    .refine((text) => /^\d{0,5}$/.test(text.replace(/\s/g, '')), {
      message: 'Indiquez le nombre de personnes en chiffres, par exemple 30.',
    })
    .transform((text) => (text === '' ? null : Number(text.replace(/\s/g, '')))),
  lieu: optionalText(300),
  rangement: z.string().optional().transform(Boolean),
  retire_nom: optionalText(200),
  retire_qualite: optionalText(200),
  retire_telephone: optionalText(40),
})

export type RequestForm = z.output<typeof requestForm>

/** What is wanted, line by line; a line without a model or with a nought is left out. 20 of each at most. */
export function wantedIn({ modele, nombre, exemplaire }: RequestForm) {
  return modele.flatMap((modelId, index) => {
    const typed = (nombre[index] ?? '1').trim()
    const count = typed === '' ? 1 : Number(typed)
    if (!isId<'model'>(modelId) || !Number.isInteger(count) || count < 1 || count > 20) return []
    const unitId = index === 0 && count === 1 && isId<'unit'>(exemplaire) ? exemplaire : null
    return [{ modelId, unitId, count }]
  })
}
