import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalDay, optionalId, optionalText } from '../../../../platform/http/fields.ts'

export const startForm = z.object({
  lieu: optionalId<'place'>('Choisissez le lieu qui porterait le label.'),
  objet: oneOf(['candidature', 'auto_evaluation'], 'Dites ce que vous préparez.'),
  reprendre: z.literal('oui').optional(),
})

export const sendingForm = z.object({ lu: z.string().default(''), motif: optionalText(2000) })

export const withdrawalForm = z.object({ motif: optionalText(2000) })

export const emptyForm = z.object({})

/** A browser sends an empty file when none was chosen. */
const oneFile = z
  .instanceof(File, { message: 'Choisissez le fichier.' })
  .refine(({ size }) => size > 0, { message: 'Choisissez le fichier.' })

export const proofForm = z.object({ fichier: oneFile, date: optionalDay })

/** The fields of a section are those of its criteria: `readSection` reads them. */
export const sectionForm = z.looseObject({
  vu: z.coerce.number().int().min(0).catch(0),
  suite: z.string().catch(''),
  relu: z.literal('oui').optional(),
})

/** The names of the fields of a criterion. */
export const fieldOf = {
  answer: (code: string) => `rep_${code}`,
  isRight: (code: string) => `exact_${code}`,
  why: (code: string) => `pourquoi_${code}`,
  file: (code: string, rank: number) => `piece_${code}_${rank}`,
  again: (code: string, rank: number) => `deja_${code}_${rank}`,
  words: (code: string, rank: number) => `mots_${code}_${rank}`,
  on: (code: string, rank: number) => `date_${code}_${rank}`,
  takeOff: (code: string) => `retirer_${code}`,
  dated: (proof: string) => `jour_${proof}`,
}

/** The id of a proof, or nothing. */
export function proofIdOf(text: unknown) {
  return typeof text === 'string' && isId<'proof'>(text) ? text : null
}
