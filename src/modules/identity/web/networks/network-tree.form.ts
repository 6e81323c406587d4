import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { ORGANISATION_KINDS } from '../../domain/organisations/organisation.ts'

export const slugField = requiredText('Indiquez l’adresse du réseau.', 40)
  .transform((text) => text.toLowerCase())
  .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), {
    message: 'Cette adresse ne convient pas : des lettres sans accent, des chiffres et des tirets seulement.',
  })

export const requiredEmail = requiredText('Indiquez son courriel.', 200)
  .transform((text) => text.toLowerCase())
  .refine((text) => z.email().safeParse(text).success, {
    message: 'Cette adresse n’est pas complète. Écrivez-la ainsi : nom@exemple.fr.',
  })

export const newNetworkForm = z.object({
  nom: requiredText('Indiquez le nom du réseau.', 120),
  adresse: slugField,
  tete: requiredText('Indiquez la structure qui anime le réseau.'),
  nature: oneOf(ORGANISATION_KINDS, 'Choisissez la nature de la structure.'),
  commune: optionalText(120),
  prenom: requiredText('Indiquez son prénom.', 100),
  nom_famille: requiredText('Indiquez son nom.', 100),
  fonction: optionalText(200),
  courriel: requiredEmail,
})

export const placementForm = z.object({
  reseau: requiredText('Indiquez l’adresse courte du réseau au-dessus.', 60).transform((text) =>
    text
      .toLowerCase()
      .replace(/^.*\/n\//, '')
      .replace(/\/+$/, ''),
  ),
})

export const placementAnswerForm = z.object({
  reponse: oneOf(['accepted', 'refused'], 'Dites si vous acceptez ou refusez la demande.'),
})

/** One button, no field. */
export const oneButtonForm = z.object({})
