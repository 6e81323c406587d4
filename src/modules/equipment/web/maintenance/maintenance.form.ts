import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { type Instant, isInstant } from '../../../../kernel/instant.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import type { ModelId, UnitId } from '../../domain/equipment.ts'

const ABOUT = 'Choisissez un modèle ou un exemplaire de la liste.'

/** `modele:…` or `exemplaire:…`. */
const about = z.string({ message: ABOUT }).transform((text, check) => {
  const [kind, id = ''] = text.split(':')
  if (kind === 'modele' && isId<'model'>(id)) return { modelId: id as ModelId, unitId: null }
  if (kind === 'exemplaire' && isId<'unit'>(id)) return { modelId: null, unitId: id as UnitId }
  check.addIssue({ code: 'custom', message: ABOUT })
  return z.NEVER
})

function count(wrong: string, least: number, most: number) {
  return z
    .string({ message: wrong })
    .regex(/^\d{1,5}$/, { message: wrong })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { message: `${wrong} De ${least} à ${most}.` })
}

/** What is to be looked at, one thing a line, once each. */
const list = optionalText(4000).transform((text) => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
])

export const planForm = z.object({
  objet: about,
  titre: requiredText('Dites ce qu’il y a à faire : nettoyer, étalonner, vérifier les câbles…', 120),
  rythme: oneOf(['jours', 'prets'], 'Dites ce qui se compte : des jours ou des prêts.'),
  nombre: count('Indiquez tous les combien.', 1, 3650),
  depuis: requiredDay('Indiquez à partir de quel jour le rythme se compte.'),
  minutes: count('Indiquez combien de minutes prend ce travail.', 15, 14_400),
  liste: list,
  bloque: z
    .literal('oui')
    .optional()
    .transform((box) => box === 'oui'),
})

const NO_WINDOW = 'Choisissez une fenêtre, ou donnez vos propres jours.'

/** A proposed window, or whole days of one’s own. */
export const windowForm = z
  .object({
    fenetre: z.string({ message: NO_WINDOW }).min(1, { message: NO_WINDOW }),
    du: optionalDay,
    au: optionalDay,
  })
  .transform(({ fenetre, du, au }, check) => {
    const [from, until] = fenetre.split('|')
    if (isInstant(from) && isInstant(until))
      return { span: { from: from as Instant, until: until as Instant }, days: null }
    if (fenetre === 'autre' && du && au && du <= au) return { span: null, days: { first: du, last: au } }
    const told = fenetre === 'autre'
    check.addIssue({
      code: 'custom',
      path: [told ? (du ? 'au' : 'du') : 'fenetre'],
      message: told ? 'Donnez le premier et le dernier jour, dans cet ordre.' : NO_WINDOW,
    })
    return z.NEVER
  })

const AMOUNT = 'Écrivez le coût en euros : 45 ou 44,90. Rien : aucun.'

export const doneForm = z.object({
  constat: requiredText('Dites ce qui a été fait et constaté.', 1000),
  fait: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  cout: z
    .string()
    .regex(/^(\d{1,7}([.,]\d{1,2})?)?$/, { message: AMOUNT })
    .default('')
    .transform((text) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 100))),
})

export const updateForm = z.object({
  logiciel: requiredText('Indiquez le logiciel ou le système mis à jour.', 120),
  version: requiredText('Indiquez la version installée, ou celle qui était prévue.', 80),
  avant: optionalText(80),
  jour: requiredDay('Indiquez le jour de la mise à jour.'),
  resultat: oneOf(['done', 'failed', 'postponed'], 'Dites si la mise à jour est faite.'),
  note: optionalText(1000),
  numeros: requiredText('Tapez ou scannez au moins un numéro, un par ligne.', 20_000),
})
