import { z } from 'zod'
import { oneOf, optionalText, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import type { Party } from '../../domain/terms.ts'
import { documentField } from '../signing/signing.form.ts'
import { seenField } from '../target.form.ts'

export const meetingForm = z.object({
  ...seenField,
  comite: oneOf(['steering', 'network', 'bilateral', 'governance'], 'Choisissez le comité qui s’est réuni.'),
  date: requiredDay('Indiquez le jour de la réunion.'),
  presents: requiredText('Dites qui était présent, avec la structure de chaque personne.', 4000),
  document: documentField,
})

/** The field that says what a party voted. */
export const voteField = (party: Party) => `vote_${party}`

export const VOTES = ['for', 'against', 'abstain', 'absent'] as const

/** Its fields are the parties. */
export function decisionForm(parties: readonly Party[]) {
  const vote = oneOf(VOTES, 'Dites ce que cette partie a voté, ou qu’elle était absente.')
  const votes = Object.fromEntries(parties.map((party) => [voteField(party), vote]))
  return z
    .object({
      ...seenField,
      objet: requiredText('Écrivez ce qui a été mis au vote.', 1000),
      reconduction: z.string().default(''),
    })
    .and(z.object(votes))
}

export const minutesForm = z.object({
  ...seenField,
  document: documentField.refine((file) => file !== null, {
    message: 'Choisissez le compte rendu : PDF, PNG ou JPEG, 25 Mo au plus.',
  }),
})

export const answerForm = z.object({
  ...seenField,
  version: z.string().default(''),
  avis: oneOf(['validated', 'reserved'], 'Choisissez : valider, ou faire une réserve.'),
  reserve: optionalText(4000),
})
