import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../platform/http/fields.ts'

const peer = {
  nom: requiredText('Donnez un nom à ce réseau, celui que vous reconnaîtrez.', 120),
  adresse: requiredText('Indiquez l’adresse du réseau, affichée dans ses réglages.', 300),
  empreinte: requiredText('Recopiez l’empreinte de sa clé, affichée dans ses réglages.', 120),
}

export const sourceForm = z.object(peer)

const DEPARTMENT = /^(\d{2,3}|2[AB])$/i

export const readerForm = z.object({
  ...peer,
  departements: optionalText(300).transform((text, check) => {
    const codes = text.split(/[\s,;]+/).filter((code) => code !== '')
    const wrong = codes.find((code) => !DEPARTMENT.test(code))
    if (wrong === undefined) return codes.map((code) => code.toUpperCase())
    check.addIssue({
      code: 'custom',
      message: `« ${wrong} » n’est pas un numéro de département. Écrivez-les ainsi : 14, 50, 61.`,
    })
    return z.NEVER
  }),
})

export const offerForm = z.object({
  reponse: oneOf(['accepte', 'refuse'], 'Dites si ces deux fiches sont le même lieu.'),
})

export const transferForm = z.object({
  reseau: requiredText('Choisissez à quel réseau vous proposez ce lieu.', 60),
  motif: requiredText('Dites pourquoi : votre journal le garde.', 500),
})

export const proposalForm = z.object({
  reponse: oneOf(['accepte', 'refuse'], 'Dites si vous reprenez ce lieu.'),
})

export const noteForm = z.object({ note: requiredText('Écrivez la note.', 2000) })

export const oneButtonForm = z.object({})
