import { z } from 'zod'
import { oneOf, optionalText, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import { documentField } from '../signing/signing.form.ts'
import { seenField } from '../target.form.ts'

const MOST_VISUALS = 5

/** A field that sends several files, or one, or none. */
const visuals = z
  .union([z.array(z.instanceof(File)), z.instanceof(File)])
  .optional()
  .catch(undefined)
  .transform((sent) => [sent ?? []].flat().filter((file) => file.size > 0 || file.name !== ''))
  .refine((files) => files.length <= MOST_VISUALS, {
    message: `Choisissez ${MOST_VISUALS} visuels au plus.`,
  })

const checked = z.literal('oui', { message: 'Relisez ces points, puis cochez cette case.' })

export const requestForm = z.object({
  ...seenField,
  nature: oneOf(
    ['existence_and_content', 'promotional', 'event'],
    'Choisissez la nature de la communication.',
  ),
  public: requiredText('Dites à qui vous vous adressez.'),
  supports: requiredText('Dites où cela paraîtra : affiche, site, presse, réunion…'),
  date: requiredDay('Indiquez le jour prévu de l’opération.'),
  texte: requiredText('Écrivez le texte, ou ce qu’il dira.', 10_000),
  logos: optionalText(),
  visuels: visuals,
  relu: checked,
})

export const answerForm = z.object({
  ...seenField,
  reponse: oneOf(['approved', 'refused'], 'Choisissez : donner votre accord, ou refuser.'),
  raison: optionalText(2000),
})

export const reportForm = z.object({
  ...seenField,
  bilan: requiredText('Dites en quelques phrases ce que l’opération a donné.', 4000),
  chiffres: optionalText(2000),
  document: documentField,
})
