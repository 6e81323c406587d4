import { z } from 'zod'
import {
  oneOf,
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
} from '../../../../platform/http/fields.ts'

const vu = z.coerce.number().int().min(0).catch(-1)

/** A browser sends an empty file when none was chosen. */
const files = z
  .union([z.instanceof(File).transform((one) => [one]), z.array(z.instanceof(File))])
  .optional()
  .catch([])
  .transform((list) => (list ?? []).filter(({ size }) => size > 0).slice(0, 6))

const count = z
  .string()
  .default('')
  .refine((text) => /^\d{0,5}$/.test(text), { message: 'Écrivez un nombre en chiffres, par exemple 12.' })
  .transform((text) => (text === '' ? 0 : Number(text)))

const incident = {
  vu,
  constat: requiredDay('Indiquez le jour où vous l’avez constaté.'),
  heure: z
    .string()
    .default('')
    .refine((text) => text === '' || /^([01]?\d|2[0-3])[:h]\s?[0-5]\d$/.test(text), {
      message: 'Écrivez l’heure ainsi : 14:30.',
    }),
  photos: files,
}

export const breakdownForm = z.object({
  ...incident,
  recit: requiredText('Dites ce qui se passe : ce qui ne marche plus, ce qui est abîmé.', 4000),
})

/** Justified whole: what was at stake, what was done, when, by whom, one photo at least. EQP-901. */
export const emergencyForm = z.object({
  ...incident,
  enjeu: requiredText('Dites ce qui était en jeu : pourquoi cela ne pouvait pas attendre.', 2000),
  recit: requiredText('Dites ce qui a été fait pour mettre en sécurité.', 4000),
  qui: requiredText('Indiquez qui est intervenu.', 200),
  photos: files.refine((list) => list.length > 0, {
    message: 'Joignez au moins une photo : elle justifie l’intervention.',
  }),
})

export const SESSION_KINDS = ['ateliers', 'evenements', 'formations', 'autres'] as const
export const PUBLIC_KINDS = ['enfants', 'jeunes', 'adultes', 'seniors'] as const

export const outcomeForm = z.object({
  vu,
  seances_ateliers: count,
  seances_evenements: count,
  seances_formations: count,
  seances_autres: count,
  public_enfants: count,
  public_jeunes: count,
  public_adultes: count,
  public_seniors: count,
  lieux: optionalText(500),
  note: z.enum(['', '1', '2', '3', '4', '5']).default(''),
  remarque: optionalText(2000),
})

export const reexaminationForm = z.object({
  vu,
  question: requiredText('Dites pourquoi la décision devrait être revue.', 2000),
})

export const insuranceForm = z
  .object({
    genre: oneOf(['insurer', 'self_insured'], 'Choisissez le type d’attestation.'),
    assureur: optionalText(200),
    contrat: optionalText(100),
    risques: severalOf(['theft', 'damage'], 'Cochez les risques couverts.').refine(
      (list) => list.length > 0,
      'Cochez les risques couverts.',
    ),
    debut: requiredDay('Indiquez le premier jour couvert.'),
    fin: requiredDay('Indiquez le dernier jour couvert.'),
    document: files.refine((list) => list.length === 1, { message: 'Joignez l’attestation.' }),
  })
  .refine(({ genre, assureur }) => genre !== 'insurer' || assureur !== '', {
    path: ['assureur'],
    message: 'Indiquez le nom de l’assureur.',
  })
  .refine(({ debut, fin }) => debut <= fin, {
    path: ['fin'],
    message: 'Le dernier jour couvert doit suivre le premier.',
  })
