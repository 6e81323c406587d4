import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../platform/http/fields.ts'
import { ACCOUNT_FIELDS, AUDIENCES, type Choices } from '../domain/consent.ts'
import { OUTCOMES, REQUEST_KINDS } from '../domain/request.ts'

const kind = oneOf(REQUEST_KINDS, 'Choisissez ce que vous demandez.')

export const newRequestForm = z.object({
  nature: kind,
  nom: requiredText('Indiquez votre nom.', 200),
  courriel: z
    .string({ message: 'Indiquez votre courriel.' })
    .min(1, { message: 'Indiquez votre courriel : la réponse y sera envoyée.' })
    .max(300, { message: 'Cette adresse est trop longue.' })
    .toLowerCase()
    .pipe(z.email({ message: 'Cette adresse n’a pas la forme d’un courriel : nom@exemple.fr.' })),
  message: optionalText(5000),
})

export const ownRequestForm = z.object({ nature: kind, message: optionalText(5000) })

export const extensionForm = z.object({
  motif: requiredText('Dites à la personne pourquoi il faut plus de temps.', 1000),
})

export const answerForm = z.object({
  suite: oneOf(OUTCOMES, 'Choisissez la suite donnée à la demande.'),
  reponse: optionalText(5000),
})

export const erasureForm = z.object({
  confirme: z.literal('oui', { message: 'Cochez la case : un effacement ne peut pas être défait.' }),
})

const NOBODY = 'personne'
const audience = oneOf([NOBODY, ...AUDIENCES], 'Choisissez une réponse pour chaque ligne.')

export const sharingForm = z
  .object(Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, audience])))
  .transform(
    (typed): Choices => Object.fromEntries(Object.entries(typed).filter(([, chosen]) => chosen !== NOBODY)),
  )
