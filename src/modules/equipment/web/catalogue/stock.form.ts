import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalText, requiredText } from '../../../../platform/http/fields.ts'

const box = z
  .literal('oui')
  .optional()
  .transform((value) => value === 'oui')

function count(wrong: string, least: number, most: number) {
  return z
    .string({ message: wrong })
    .regex(/^\d{1,5}$/, { message: wrong })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { message: `${wrong} De ${least} à ${most}.` })
}

const AMOUNT = 'Écrivez la valeur en euros : 450 ou 449,90. Rien : inconnue.'

/** « 449,90 » in cents; nothing: unknown. */
const amount = z
  .string()
  .regex(/^(\d{1,7}([.,]\d{1,2})?)?$/, { message: AMOUNT })
  .default('')
  .transform((text) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 100)))

const WEIGHT = 'Écrivez le poids en kilogrammes : 4 ou 3,5. Rien : inconnu.'
const VOLUME = 'Écrivez le volume en litres entiers : 60. Rien : inconnu.'

/** « 3,5 » kilograms in grams; nothing: unknown. */
const weight = z
  .string()
  .regex(/^(\d{1,4}([.,]\d{1,3})?)?$/, { message: WEIGHT })
  .default('')
  .transform((text) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 1000)))
  .refine((grams) => grams !== 0, { message: WEIGHT })

const volume = z
  .string()
  .regex(/^([1-9]\d{0,4})?$/, { message: VOLUME })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** One by line; the empty ones are left out. */
const software = optionalText(2000).transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

export const modelForm = z.object({
  nom: requiredText('Indiquez le nom du modèle.', 120),
  fabricant: optionalText(120),
  categorie: requiredText('Indiquez la catégorie : image, son, informatique…', 80),
  description: optionalText(2000),
  prerequis: optionalText(300),
  logiciels: software,
  poids: weight,
  volume,
  valeur: amount,
  preparation: count('Indiquez le temps de préparation, en minutes.', 0, 10_080),
  remise: count('Indiquez le temps de remise en état après un retour, en minutes.', 10, 43_200),
})

export const accessoryForm = z.object({
  accessoire: requiredText('Indiquez ce qui va avec : chargeur, câble, manette…', 120),
  nombre: count('Indiquez combien.', 1, 500),
  critique: box,
})

const AMONG = 'Choisissez un modèle de la liste.'

export const substituteForm = z.object({
  remplacant: z.string({ message: AMONG }).refine(isId<'model'>, { message: AMONG }),
})

const desk = z
  .string({ message: 'Choisissez le guichet.' })
  .refine(isId<'desk'>, { message: 'Choisissez le guichet.' })

export const unitForm = z.object({
  numero: requiredText('Indiquez le numéro d’inventaire.', 60),
  serie: optionalText(120),
  guichet: desk,
  combien: count('Indiquez combien d’exemplaires.', 1, 200),
  malle: box,
  partie_de: z
    .union([z.literal(''), z.string().refine(isId<'unit'>)], { message: 'Choisissez une malle de la liste.' })
    .default(''),
  critique: box,
  seul: box,
})

export const lifecycleForm = z.object({
  etat: oneOf(
    ['in_service', 'quarantine', 'in_repair', 'lost', 'stolen', 'retired'],
    'Choisissez l’état de l’exemplaire.',
  ),
  motif: requiredText('Dites pourquoi : ce motif reste dans l’histoire de l’exemplaire.', 500),
  vu: count('Rechargez la page.', 0, 99_999),
})
