import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import type { FilledMark } from '../../domain/jury/grid.ts'
import { MARKS } from '../../domain/jury/grid.ts'
import { INTERESTS, JUROR_KINDS } from '../../domain/jury/interest.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'

export const juryForm = z.object({
  grilles: requiredDay('Indiquez le dernier jour des grilles.'),
  ceremonie: optionalDay,
  medianes: z.literal('oui').optional(),
})

export const jurorForm = z.object({
  personne: z
    .string({ message: 'Choisissez la personne.' })
    .refine(isId<'person'>, { message: 'Choisissez la personne.' }),
  qualite: oneOf(JUROR_KINDS, 'Dites à quel titre cette personne siège.'),
  preside: z.literal('oui').optional(),
  depuis: requiredDay('Indiquez le premier jour du mandat.'),
  territoires: optionalText(400).transform((text) => [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((one) => /^(\d{2,3}|2[AB]|\d[\dAB]\d{3})$/.test(one)),
    ),
  ]),
})

export const seatEndForm = z.object({ motif_fin: requiredText('Dites pourquoi ce mandat prend fin.') })

export const checkForm = z.object({
  recevable: oneOf(['oui', 'non'], 'Dites si ce dossier est recevable.'),
  motif: optionalText(2000),
  population: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s\u00a0\u202f]/g, ''))
    .refine((text) => /^([1-9]\d{0,7})?$/.test(text), {
      message: 'Écrivez un nombre d’habitants, par exemple 4 200.',
    })
    .transform((text) => (text === '' ? null : Number(text))),
})

export const declarationForm = z.object({
  lien: oneOf(INTERESTS, 'Choisissez une réponse : le dossier ne s’ouvre qu’après.'),
  precision: optionalText(1000),
})

/** The grid of a label: a mark and a comment per criterion. What is left blank is not kept. */
export function gridForm(criteria: readonly Pick<Criterion, 'code'>[]) {
  const marks = ['', 'nsp', ...MARKS.map(String)]
  const fields = criteria.flatMap(({ code }) => [
    [
      `note_${code}`,
      z
        .string()
        .default('')
        .refine((text) => marks.includes(text), { message: 'Choisissez une note de 1 à 5.' }),
    ] as const,
    [`commentaire_${code}`, optionalText(4000)] as const,
  ])
  return z
    .object({ suite: z.enum(['garder', 'terminer']).default('garder'), ...Object.fromEntries(fields) })
    .transform((typed: Record<string, unknown>) => ({
      isFinal: typed.suite === 'terminer',
      marks: criteria.flatMap(({ code }): FilledMark[] => {
        const mark = String(typed[`note_${code}`] ?? '')
        if (mark === '') return []
        const comment = String(typed[`commentaire_${code}`] ?? '')
        return [{ code, mark: mark === 'nsp' ? null : Number(mark), comment }]
      }),
    }))
}

const jurors = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().filter(isId<'juror'>))

export const meetingForm = z.object({
  seance: requiredDay('Indiquez le jour de la séance.'),
  presents: jurors,
})

const votes = (missing: string) =>
  z
    .string({ message: missing })
    .regex(/^\d{1,3}$/, { message: missing })
    .transform(Number)

export const decisionForm = z.looseObject({
  seance_dossier: z
    .string({ message: 'Choisissez la séance.' })
    .refine(isId<'deliberation'>, { message: 'Choisissez la séance.' }),
  preside_par: z
    .string({ message: 'Dites qui préside pour ce dossier.' })
    .refine(isId<'juror'>, { message: 'Dites qui préside pour ce dossier.' }),
  sortent: jurors,
  niveau: z
    .string({ message: 'Choisissez le niveau décidé.' })
    .regex(/^(aucun|\d)$/, { message: 'Choisissez le niveau décidé.' })
    .transform((text) => (text === 'aucun' ? null : Number(text))),
  ecart: optionalText(2000),
  pour: votes('Comptez les voix pour.'),
  contre: votes('Comptez les voix contre.'),
  abstentions: votes('Comptez les abstentions.'),
})

/** The synthesis of each group of criteria, in their order. */
export function reasonsOf(groups: readonly string[], typed: Readonly<Record<string, unknown>>) {
  return groups.map((group, rank) => ({ group, text: String(typed[`synthese_${rank}`] ?? '').trim() }))
}

export const publicationForm = z.object({
  // A mandate, or a mandate and the delegation given under it.
  signataire: z
    .string()
    .default('')
    .transform((text): CapacityRef | null => {
      const [mandateId = '', delegationId = ''] = text.split('.')
      if (!isId<'mandate'>(mandateId)) return null
      return { mandateId, delegationId: isId<'delegation'>(delegationId) ? delegationId : null }
    }),
  decide_le: requiredDay('Indiquez le jour de la décision du jury.'),
  recours: requiredText('Écrivez les voies et délais de recours : aucune décision ne part sans elles.', 4000),
})

export const consentForm = z.object({ ouvert: oneOf(['oui', 'non'], 'Choisissez une réponse.') })
