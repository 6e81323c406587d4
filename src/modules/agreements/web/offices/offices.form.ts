import { z } from 'zod'
import {
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import { AUTHORITY_KINDS } from '../../domain/authority.ts'
import { OFFICES } from '../../domain/offices.ts'
import { documentField } from '../signing/signing.form.ts'

const email = z
  .string()
  .default('')
  .refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), {
    message: 'Écrivez une adresse complète, comme prenom.nom@exemple.fr.',
  })

export const officeForm = z
  .object({
    fonction: oneOf(OFFICES, 'Choisissez la fonction.'),
    nom: requiredText('Indiquez le prénom et le nom.', 200),
    qualite: requiredText('Indiquez sa qualité : maire, directrice, chargé de mission…', 200),
    courriel: email,
    telephone: optionalText(40),
    debut: requiredDay('Indiquez son premier jour dans cette fonction.'),
    remplace: optionalId<'office'>('Choisissez une personne de la liste.'),
  })
  .superRefine(({ fonction, courriel }, check) => {
    if (fonction !== 'referent' || courriel !== '') return
    const message = 'Un référent reçoit les rappels : indiquez son courriel.'
    check.addIssue({ code: 'custom', path: ['courriel'], message })
  })

export const endForm = z.object({
  dernier_jour: requiredDay('Indiquez le dernier jour.'),
})

export const linkForm = z.object({
  nom: requiredText('Indiquez le prénom et le nom.', 200),
  fonction: requiredText('Dites ce que cette personne fait pour votre structure.', 200),
  instance: requiredText('Nommez l’autre instance : jury, comité, association…', 200),
  role: requiredText('Dites ce qu’elle y fait : présidente, membre…', 200),
  mesure: optionalText(500),
  debut: requiredDay('Indiquez depuis quel jour.'),
})

export const authorityForm = z.object({
  nature: oneOf(AUTHORITY_KINDS, 'Choisissez la nature de l’acte.'),
  organe: requiredText('Indiquez qui a décidé : conseil municipal, président…', 200),
  reference: requiredText('Indiquez sa référence, telle qu’elle est écrite.', 100),
  date: requiredDay('Indiquez la date écrite sur l’acte.'),
  portee: optionalText(1000),
  debut: optionalDay,
  dernier_jour: optionalDay,
  decision: optionalId<'decision'>('Choisissez une décision de la liste.'),
  document: documentField,
})

export const buttonForm = z.object({})
