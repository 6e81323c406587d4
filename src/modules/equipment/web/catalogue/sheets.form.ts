import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalDay, optionalText, requiredText } from '../../../../platform/http/fields.ts'

const RELOAD = 'Rechargez la page.'

const files = z
  .union([z.instanceof(File).transform((one) => [one]), z.array(z.instanceof(File))])
  .optional()
  .catch([])
  .transform((list) => (list ?? []).filter(({ size }) => size > 0).slice(0, 1))

const box = z
  .literal('oui')
  .optional()
  .transform((value) => value === 'oui')

const whole = (wrong: string, least: number) =>
  z
    .string({ message: wrong })
    .regex(/^\d{1,6}$/, { message: wrong })
    .transform(Number)
    .refine((value) => value >= least, { message: wrong })

export const photoForm = z.object({
  photo: files.refine((list) => list.length === 1, { message: 'Choisissez une photo.' }),
  alt: requiredText('Décrivez la photo : ces mots la remplacent pour qui ne la voit pas.', 200),
})

export const photoActForm = z.object({
  cible: z.string({ message: RELOAD }).refine(isId<'model-photo'>, { message: RELOAD }),
  acte: oneOf(['premiere', 'retirer'], RELOAD),
})

export const noticeForm = z
  .object({
    titre: requiredText('Indiquez le titre de la notice.', 150),
    adresse: optionalText(500),
    fichier: files,
  })
  .refine(({ adresse }) => adresse === '' || /^https?:\/\/\S+$/.test(adresse), {
    path: ['adresse'],
    message: 'Écrivez l’adresse en entier : https://…',
  })
  .refine(({ adresse, fichier }) => (adresse === '') !== (fichier.length === 0), {
    path: ['fichier'],
    message: 'Joignez un fichier, ou indiquez une adresse : l’un des deux.',
  })

export const noticeEndForm = z.object({
  cible: z.string({ message: RELOAD }).refine(isId<'model-notice'>, { message: RELOAD }),
})

export const endForm = z.object({})

export const listForm = z.object({
  cible: z.string({ message: RELOAD }).refine(isId<'checklist-item'>, { message: RELOAD }),
  acte: oneOf(['compter', 'monter', 'retirer'], RELOAD),
  nombre: whole('Indiquez combien, au moins 1.', 1).optional(),
})

const AMOUNT = 'Écrivez la valeur en euros : 450 ou 449,90. Rien : inconnue.'

export const unitFileForm = z.object({
  numero: requiredText('Indiquez le numéro d’inventaire.', 60),
  serie: optionalText(120),
  notes: optionalText(2000),
  financement: optionalText(200),
  acquis: optionalDay,
  valeur: z
    .string()
    .regex(/^(\d{1,7}([.,]\d{1,2})?)?$/, { message: AMOUNT })
    .default('')
    .transform((text) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 100))),
  partie_de: z
    .union([z.literal(''), z.string().refine(isId<'unit'>)], { message: 'Choisissez une malle de la liste.' })
    .default(''),
  critique: box,
  seul: box,
})

export const consumableForm = z.object({
  nom: requiredText('Indiquez le nom : bobine de filament, piles…', 120),
  depart: whole('Indiquez combien il y en a, 0 ou plus.', 0),
})

export const moveForm = z.object({
  consommable: z.string({ message: RELOAD }).refine(isId<'consumable'>, { message: RELOAD }),
  sens: oneOf(['entree', 'sortie'], 'Dites si c’est une entrée ou une sortie.'),
  quantite: whole('Indiquez combien, au moins 1.', 1),
  raison: requiredText('Dites pourquoi : une livraison, un atelier…', 300),
})
