import { z } from 'zod'
import { oneOf, optionalText, requiredText, severalOf } from '../../../../platform/http/fields.ts'
import { nationalServices } from '../../../places/index.ts'
import { AUDIENCES, type Choices, CONSENT_FIELDS, type ConsentField } from '../../../privacy/index.ts'
import { DISTANCES, skills } from '../../domain/skills.ts'

export const NOBODY = 'personne'

/** The field that says to whom a part of the card is shown. */
export function audienceField(field: ConsentField): string {
  return `montrer-${field}`
}

const audience = oneOf([NOBODY, ...AUDIENCES], 'Choisissez à qui vous le montrez.')
const UNKNOWN = 'Ce choix n’existe pas : cochez parmi ceux de la page.'
const MOST_LANGUAGES = 10

const languages = z
  .string()
  .default('')
  .transform((text, check) => {
    const list = [...new Set(text.split(/[,;\n]/).map((one) => one.trim()))].filter(Boolean)
    if (list.length <= MOST_LANGUAGES && list.every((one) => one.length <= 60)) return list
    check.addIssue({
      code: 'custom',
      message: `${MOST_LANGUAGES} langues au plus, séparées par des virgules.`,
    })
    return z.NEVER
  })

export const ownCardForm = z
  .object({
    vu: z.coerce.number().int().min(0).catch(-1),
    presentation: optionalText(800),
    competences: severalOf(
      skills.map(({ code }) => code),
      UNKNOWN,
    ),
    themes: severalOf(
      nationalServices.map(({ code }) => code),
      UNKNOWN,
    ),
    langues: languages,
    intervient: z
      .union([z.literal(''), oneOf(DISTANCES, 'Choisissez jusqu’où vous intervenez.')])
      .default(''),
    disponibilite: optionalText(300),
    photo: z.unknown().optional(),
    'sans-photo': z.string().optional(),
    ...Object.fromEntries(CONSENT_FIELDS.map((field) => [audienceField(field), audience])),
  })
  .transform((typed) => ({
    ...typed,
    shown: Object.fromEntries(
      CONSENT_FIELDS.map((field) => [field, (typed as Record<string, unknown>)[audienceField(field)]]).filter(
        ([, chosen]) => chosen !== NOBODY,
      ),
    ) as Choices,
  }))

export const messageForm = z.object({
  nom: requiredText('Indiquez votre nom.', 120),
  courriel: z
    .string({ message: 'Indiquez votre courriel.' })
    .min(1, { message: 'Indiquez votre courriel : la réponse y sera envoyée.' })
    .max(300, { message: 'Cette adresse est trop longue.' })
    .pipe(z.email({ message: 'Cette adresse n’a pas la forme d’un courriel : nom@exemple.fr.' })),
  message: requiredText('Écrivez votre message.', 3000),
  // A trap: people do not see it, programs fill it.
  site: z
    .string()
    .max(0, { message: 'Laissez vide le champ « Site » : il arrête les programmes.' })
    .default(''),
})
