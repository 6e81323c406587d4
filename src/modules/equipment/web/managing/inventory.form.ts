import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { HOLIDAY_CALENDARS } from '../../../../kernel/working-day.ts'
import { oneOf, optionalText, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import { INVENTORY_ROLES } from '../../domain/rights.ts'
import { ZONES } from './managing-wording.ts'

export const sheetForm = z.object({
  nom: requiredText('Indiquez le nom de l’inventaire.', 120),
  contact: requiredText('Indiquez à qui rendre un matériel trouvé.', 200),
  fuseau: oneOf(ZONES, 'Choisissez le fuseau horaire.'),
  feries: z.enum(HOLIDAY_CALENDARS, { message: 'Choisissez les jours fériés.' }),
  montre: oneOf(['owner', 'members', 'public'], 'Choisissez à qui le catalogue est montré.'),
})

/** An inventory opens with its first desk. */
export const openingForm = sheetForm.extend({
  guichet: requiredText('Indiquez le nom du guichet.', 120),
  adresse: optionalText(200),
})

function figure(wrong: string, least: number, most: number) {
  return z
    .string({ message: wrong })
    .regex(/^\d{1,4}$/, { message: wrong })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { message: `${wrong} De ${least} à ${most}.` })
}

const orNothing = (wrong: string, least: number, most: number) =>
  z.union([z.literal('').transform(() => null), figure(wrong, least, most)], { message: wrong }).default(null)

/** Left out, the rule stays that of the product. */
const orKept = (wrong: string, least: number, most: number) =>
  z
    .union([z.literal('').transform(() => undefined), figure(wrong, least, most)], { message: wrong })
    .optional()

export const rulesForm = z.object({
  duree: orNothing('Indiquez un nombre de jours, ou rien.', 1, 365),
  depassement: oneOf(['derogation', 'refuse'], 'Dites ce que devient une demande plus longue.'),
  preavis: orNothing('Indiquez un nombre de jours d’ouverture, ou rien.', 0, 60),
  creneau: figure('Indiquez la durée d’un créneau, en minutes.', 10, 240),
  places: figure('Indiquez combien de personnes viennent à la fois.', 1, 20),
  delai: figure('Indiquez en combien de jours d’ouverture on vient au plus tôt.', 0, 30),
  horizon: figure('Indiquez jusqu’à combien de jours on réserve.', 7, 730),
  reponse: figure('Indiquez en combien de jours d’ouverture vous répondez.', 1, 30),
  grace: figure('Indiquez combien de jours d’ouverture un matériel attend.', 0, 10),
  choix: orKept('Indiquez un nombre de jours d’ouverture.', 1, 30),
  offre: orKept('Indiquez un nombre de jours d’ouverture.', 1, 30),
  retard: orNothing('Indiquez un nombre de jours, ou rien.', 1, 60),
  demeure: z
    .literal('oui')
    .optional()
    .transform((box) => box === 'oui'),
  miseajour: orNothing('Indiquez un nombre de jours, ou rien.', 1, 1825),
  attestation: oneOf(['approval', 'handover'], 'Dites quand l’attestation d’assurance est due.'),
  frais: orKept('Indiquez un nombre de jours.', 1, 90),
  vetuste: orKept('Indiquez un pourcentage.', 0, 100),
  plancher: orKept('Indiquez un pourcentage.', 0, 100),
  noms: z
    .literal('oui')
    .optional()
    .transform((box) => box === 'oui'),
  motif: requiredText('Dites pourquoi le règlement change.', 500),
  effet: requiredDay('Indiquez à partir de quel jour il s’applique.'),
})

export const roleForm = z.object({
  personne: z
    .string({ message: 'Choisissez la personne.' })
    .refine(isId<'person'>, { message: 'Choisissez la personne.' }),
  role: z.enum(INVENTORY_ROLES, { message: 'Choisissez le rôle.' }),
})

export const roleEndForm = z.object({
  personne: z
    .string({ message: 'Choisissez la personne.' })
    .refine(isId<'person'>, { message: 'Choisissez la personne.' }),
})
