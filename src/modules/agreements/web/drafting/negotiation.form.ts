import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { AMENDABLE_TERMS } from '../../domain/amendment-draft.ts'
import type { Variable } from '../../templates/template.ts'
import { seenField } from '../target.form.ts'
import { blankFields } from './draft.form.ts'
import { representative } from './new-agreement.form.ts'

/** A clause holds in a few pages. */
const LONGEST_TEXT = 20_000
const LONGEST_WORDS = 3000

export const sharingForm = z.object(seenField)

const clauseText = {
  ...seenField,
  version: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(0),
  texte: requiredText('Écrivez le texte de l’article.', LONGEST_TEXT),
}

export const clauseWritingForm = z.object(clauseText)
export const textProposalForm = z.object({ ...clauseText, pourquoi: optionalText(LONGEST_WORDS) })

export const commentForm = z.object({
  ...seenField,
  commentaire: requiredText('Écrivez votre commentaire.', LONGEST_WORDS),
})

export const termProposalForm = z.object({
  ...seenField,
  terme: z.enum(AMENDABLE_TERMS, { message: 'Choisissez un terme de cet article.' }),
  valeur: z
    .string({ message: 'Indiquez la nouvelle valeur, en chiffres.' })
    .regex(/^[1-9]\d{0,3}$/, { message: 'Indiquez la nouvelle valeur, en chiffres : 2, par exemple.' })
    .transform(Number),
  raison: optionalText(LONGEST_WORDS),
})

export const answerForm = z.object(seenField)

/** Several proposals stand on one page: the reason names the one it refuses. */
export function reasonField(proposal: string): string {
  return `motif.${proposal}`
}

export function refusalForm(proposal: string) {
  const reason = requiredText('Dites pourquoi vous refusez cette proposition.', LONGEST_WORDS)
  return z.object({ ...seenField, [reasonField(proposal)]: reason })
}

export const approvalForm = z.object({
  ...seenField,
  empreinte: z.string({ message: 'Rouvrez cette page et recommencez.' }),
})

/** The file itself is read by the route: a form only holds its words. */
export const wordForm = z.object({ ...seenField, ancienne: z.string().default('') })

export function partnerPartForm(variables: readonly Variable[]) {
  return z.object({
    ...seenField,
    ...representative,
    rempli: z.string().default(''),
    ...blankFields(variables),
  })
}
