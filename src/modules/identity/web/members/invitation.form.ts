import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { ROLES } from '../../../../platform/session/actor.ts'
import { type OwnWords, passwordFault } from '../../domain/sign-in/password-rules.ts'
import { passwordSentences } from './invitation-wording.ts'

const NO_EMAIL = 'Indiquez l’adresse de courriel de la personne, par exemple prenom.nom@exemple.fr.'

export const inviteForm = z.object({
  courriel: requiredText(NO_EMAIL, 254)
    .transform((text) => text.toLowerCase())
    .pipe(z.email({ message: NO_EMAIL })),
  prenom: requiredText('Indiquez le prénom de la personne.', 100),
  nom: requiredText('Indiquez le nom de la personne.', 100),
  structure: z
    .string({ message: 'Choisissez la structure pour laquelle la personne agira.' })
    .refine(isId<'organisation'>, { message: 'Choisissez la structure pour laquelle la personne agira.' }),
  role: z.enum(ROLES, { message: 'Choisissez le rôle de la personne.' }),
  fonction: optionalText(150),
})

/** Whoever has an account only answers; a newcomer says who they are, and may choose a password. */
export function acceptForm({ isNew, ownWords }: { isNew: boolean; ownWords: OwnWords }) {
  return isNew ? newcomerForm(ownWords) : knownForm
}

const knownForm = z.object({
  prenom: z.string().optional(),
  nom: z.string().optional(),
  mot_de_passe: z.string().optional(),
})

function newcomerForm(ownWords: OwnWords) {
  return z
    .object({
      prenom: requiredText('Indiquez votre prénom.', 100),
      nom: requiredText('Indiquez votre nom.', 100),
      mot_de_passe: z.string().default(''),
    })
    .superRefine(({ prenom, nom, mot_de_passe: password }, check) => {
      const fault = password === '' ? null : passwordFault(password, [...ownWords, prenom, nom])
      if (fault) check.addIssue({ code: 'custom', path: ['mot_de_passe'], message: passwordSentences[fault] })
    })
}
