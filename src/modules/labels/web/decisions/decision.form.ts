import { z } from 'zod'
import { type Day, parseDay } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import {
  NO_SUCH_DAY,
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { AWARD_DECISIONS } from '../../domain/awards/award-decision.ts'
import { APPEAL_KINDS } from '../../domain/decisions/appeal.ts'
import {
  type CriterionReason,
  type DecisionWords,
  REPLACED_FOR,
  type Reserve,
} from '../../domain/decisions/decision.ts'
import { LETTER_FACTS } from '../../domain/decisions/notification.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'

const LONG = 20_000

/** A mandate, or a mandate and the delegation given under it: `id` or `id.id`. */
const signer = z
  .string()
  .default('')
  .transform((text): CapacityRef | null => {
    const [mandateId = '', delegationId = ''] = text.split('.')
    if (!isId<'mandate'>(mandateId)) return null
    return { mandateId, delegationId: isId<'delegation'>(delegationId) ? delegationId : null }
  })

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

const level = z
  .string()
  .default('')
  .transform((text, check): number | null => {
    if (text === '') return null
    if (/^\d{1,2}$/.test(text)) return Number(text)
    check.addIssue({ code: 'custom', message: 'Choisissez un niveau de la liste.' })
    return z.NEVER
  })

const signed = {
  niveau: level,
  signataire: signer,
  date: requiredDay('Indiquez la date de la décision.'),
  effet: requiredDay('Indiquez la date d’effet.'),
  motifs: optionalText(LONG),
  voies: optionalText(LONG),
  delai: z
    .string()
    .default('')
    .transform((text, check): number | null => {
      if (text === '') return null
      if (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 24) return Number(text)
      check.addIssue({ code: 'custom', message: 'Indiquez un nombre de mois, de 1 à 24.' })
      return z.NEVER
    }),
}

const answers = {
  ...signed,
  sens: oneOf(['granted', 'granted_with_reserve', 'refused'], 'Choisissez le sens de la décision.'),
  reserve_texte: several,
  reserve_date: several.refine(
    (days) => days.every((text) => text.trim() === '' || parseDay(text) !== null),
    {
      message: NO_SUCH_DAY,
    },
  ),
}

/** `vu`: when the file last changed, as it was read. */
export const decideForm = z.object({ ...answers, vu: z.string().default('') })

export const replacementForm = z.object({
  ...answers,
  pourquoi: oneOf(REPLACED_FOR, 'Dites pourquoi la décision est remplacée.'),
  rectification: optionalText(LONG),
  recours: optionalId<'appeal'>('Ce recours n’existe pas.'),
  etendue: oneOf(['entier', 'partie'], 'Dites si le recours est accepté en entier ou en partie.').default(
    'entier',
  ),
})

/** `vu`: how many acts the label had, as it was shown. */
export const awardDecisionForm = z.object({
  ...signed,
  sens: oneOf(AWARD_DECISIONS, 'Choisissez ce qui est décidé.'),
  vu: z.coerce.number().default(0),
  cesse_le: optionalDay,
  condition: optionalText(LONG),
  pourquoi: oneOf(['', ...REPLACED_FOR], 'Dites pourquoi la décision est remplacée.').default(''),
  rectification: optionalText(LONG),
  recours: optionalId<'appeal'>('Ce recours n’existe pas.'),
  etendue: oneOf(['entier', 'partie'], 'Dites si le recours est accepté en entier ou en partie.').default(
    'entier',
  ),
})

export const notificationForm = z.object({
  fait: oneOf(LETTER_FACTS, 'Dites ce que vous notez de la lettre.'),
  le: requiredDay('Indiquez la date que porte le bordereau.'),
  suivi: optionalText(50),
})

export const openingForm = z.object({})

export const appealForm = z.object({
  nature: oneOf(APPEAL_KINDS, 'Choisissez la nature du recours.'),
  le: optionalDay,
  motifs: requiredText('Dites pourquoi vous contestez cette décision.', LONG),
})

export const reviewForm = z.object({
  examine_par: z
    .string({ message: 'Choisissez qui examine le recours.' })
    .refine(isId<'person'>, { message: 'Choisissez qui examine le recours.' }),
  motif: optionalText(LONG),
})

export const rejectionForm = z.object({ motif: optionalText(LONG) })

export const hearingForm = z.object({
  objet: oneOf(['suspended', 'withdrawn'], 'Dites ce qui est envisagé.'),
  griefs: requiredText('Écrivez ce qui est reproché, avec les faits et les textes.', LONG),
  jusqu_au: requiredDay('Indiquez jusqu’à quel jour le titulaire peut répondre.'),
})

export const observationsForm = z.object({
  reponse: requiredText('Écrivez vos observations.', LONG),
  le: optionalDay,
})

type Answers = z.output<z.ZodObject<typeof signed>>

/** The words of the decision, as the use cases want them. */
export function wordsOf(
  { signataire, date, effet, motifs, voies, delai, niveau }: Answers,
  reserves: readonly Reserve[],
  criteria: readonly CriterionReason[],
): Omit<DecisionWords, 'authority' | 'signerName' | 'signerTitle'> & {
  signer: CapacityRef | null
  level: number | null
} {
  return {
    ...{ signer: signataire, decidedOn: date, effectFrom: effet, reasons: motifs, remedies: voies },
    ...{ appealMonths: voies.trim() === '' ? null : delai, level: niveau, reserves, criteria },
  }
}

export function reservesOf({
  sens,
  reserve_texte,
  reserve_date,
}: {
  sens: string
  reserve_texte: readonly string[]
  reserve_date: readonly string[]
}): Reserve[] {
  if (sens !== 'granted_with_reserve') return []
  return reserve_texte.flatMap((text, rank) => {
    const until: Day | null = parseDay(reserve_date[rank] ?? '')
    return text.trim() === '' ? [] : [{ text: text.trim(), until }]
  })
}

/** What was written of each criterion, under `motif_<code>`. */
export function criteriaOf({ values }: FormState, criteria: readonly Criterion[]): CriterionReason[] {
  return criteria.flatMap(({ code, title }) => {
    const words = String(values[`motif_${code}`] ?? '').trim()
    return words === '' ? [] : [{ code, title, words }]
  })
}
