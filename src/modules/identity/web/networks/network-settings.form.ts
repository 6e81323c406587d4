import { z } from 'zod'
import { oneOf, optionalText, requiredText, severalOf } from '../../../../platform/http/fields.ts'
import { LONGEST_SESSION_DAYS, SHORTEST_SESSION_DAYS } from '../../domain/networks/session-days.ts'

/** The version the page showed: a page behind the facts changes nothing. */
export const seenVersion = {
  vu: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(0),
}

export const optionalEmail = optionalText(200)
  .transform((text) => text.toLowerCase())
  .refine((text) => text === '' || z.email().safeParse(text).success, {
    message: 'Cette adresse n’est pas complète. Écrivez-la ainsi : nom@exemple.fr.',
  })

const DOMAIN = /^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)+$/

/** A domain alone, and not the one the installation already answers at. */
function domainOtherThan(own: string) {
  return optionalText(253)
    .transform((text) => text.toLowerCase().replace(/^https?:\/\/|\/+$/g, ''))
    .refine((text) => text !== own, {
      message:
        'Cette adresse est celle de toute l’installation. Laissez le champ vide, ou choisissez-en une autre.',
    })
    .refine((text) => text === '' || DOMAIN.test(text), {
      message: 'Ce n’est pas un nom de domaine. Écrivez-le ainsi : reseau.exemple.fr.',
    })
}

/** `templates`: ids of those that exist; `ownHost`: the domain of BASE_URL. */
export function networkSettingsForm(templates: readonly string[], ownHost: string) {
  return z.object({
    ...seenVersion,
    nom: requiredText('Indiquez le nom du réseau.', 120),
    accroche: optionalText(200),
    contact: optionalEmail,
    dpo: optionalText(200),
    dpo_courriel: optionalEmail,
    domaine: domainOtherThan(ownHost),
    modeles: severalOf(templates, 'Choisissez des modèles de la liste.'),
    logo: z.instanceof(File).optional(),
    sans_logo: z.literal('oui').optional(),
  })
}

function between(least: number, most: number, unit: string) {
  const message = `Écrivez un nombre de ${unit} entre ${least} et ${most}.`
  return z
    .string({ message })
    .regex(/^\d{1,3}$/, { message })
    .transform(Number)
    .refine((count) => count >= least && count <= most, { message })
}

export const networkSecurityForm = z.object({
  ...seenVersion,
  second_facteur: oneOf(['oui', 'non'], 'Dites si une seconde preuve est demandée.'),
  session: between(SHORTEST_SESSION_DAYS, LONGEST_SESSION_DAYS, 'jours'),
  inactivite: between(6, 60, 'mois'),
  journal: between(1, 30, 'années'),
  origine: between(1, 24, 'mois'),
  /** Absent the first time: the page then says what will be asked of the officer at once. */
  confirme: z.string().optional(),
})
