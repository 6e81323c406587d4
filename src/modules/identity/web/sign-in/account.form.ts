import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'

const NO_EMAIL = 'Indiquez votre adresse de courriel, par exemple prenom.nom@exemple.fr.'

const email = requiredText(NO_EMAIL, 254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ message: NO_EMAIL }))

/** A password is read as it was typed, spaces around it included. */
export const passwordsAsTyped = { asTyped: ['mot_de_passe', 'mot_de_passe_actuel'] } as const

const next = z.string().default('')

export const signInForm = z.object({
  courriel: email,
  mot_de_passe: requiredText('Tapez votre mot de passe.', 1000),
  suite: next,
})

export const askLinkForm = z.object({ courriel: email, suite: next })

export const useLinkForm = z.object({ suite: next })

/** What makes a good password is judged in the act, with the names of the person. */
export const newPasswordForm = z.object({
  mot_de_passe: requiredText('Tapez le mot de passe que vous choisissez.', 1000),
})

export const changePasswordForm = newPasswordForm.extend({ mot_de_passe_actuel: z.string().default('') })

export const changeEmailForm = z.object({ courriel: email, mot_de_passe_actuel: z.string().default('') })

export const identityForm = z.object({
  prenom: requiredText('Indiquez votre prénom.', 100),
  nom: requiredText('Indiquez votre nom.', 100),
  telephone: optionalText(30).refine((text) => text === '' || /^\+?[\d\s().-]{6,30}$/.test(text), {
    message: 'Écrivez le numéro en chiffres, par exemple 02 31 00 00 00.',
  }),
})
