import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import {
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import { MARKS } from '../../domain/instruction/completion.ts'
import { VERDICTS } from '../../domain/instruction/opinion.ts'
import { SEEN } from '../../domain/instruction/visit.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'

const why = requiredText('Dites pourquoi : ces mots restent avec le dossier.', 1000)

/** A text with commas, as a list without doubles. */
const list = optionalText(1000).transform((text) => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
])

export const groupForm = z.object({
  nom: requiredText('Donnez un nom au groupe.', 120),
  label: optionalId<'scheme'>('Choisissez un label de la liste.'),
  departements: list.refine((all) => all.every((one) => /^(\d{2}|2[AB]|9[78]\d)$/.test(one)), {
    message: 'Écrivez des numéros de département séparés par des virgules : 14, 50, 61.',
  }),
  epci: list.refine((all) => all.every((one) => /^\d{9}$/.test(one)), {
    message: 'Écrivez le SIREN de chaque EPCI, neuf chiffres, séparés par des virgules.',
  }),
})

export const emptyForm = z.object({})

export const seatForm = z.object({
  personne: z
    .string({ message: 'Choisissez un membre du réseau.' })
    .refine(isId<'person'>, { message: 'Choisissez un membre du réseau.' }),
})

export const assignmentForm = z.object({
  groupe: optionalId<'instructor-group'>('Choisissez un groupe de la liste.'),
  personne: optionalId<'person'>('Choisissez une personne de la liste.'),
  motif: why,
})

export const reasonForm = z.object({ motif: why })

const seen = z
  .string({ message: 'Rechargez la page.' })
  .regex(/^\d{1,6}$/, { message: 'Rechargez la page.' })
  .transform(Number)

/** One mark and one message per criterion of the section; nothing is compulsory, one stops and comes back. */
export function sectionForm(criteria: readonly Criterion[]) {
  const fields = criteria.flatMap(({ code }) => [
    [`constat-${code}`, z.enum(['', ...MARKS]).default('')] as const,
    [`message-${code}`, optionalText(1000)] as const,
  ])
  const all = z.object({ vu: seen }).and(z.object(Object.fromEntries(fields)))
  return all.superRefine((typed, check) => {
    const values: Readonly<Record<string, unknown>> = typed
    for (const { code } of criteria) {
      if (!values[`message-${code}`] || values[`constat-${code}`]) continue
      const message = 'Choisissez un constat : sans lui, votre message ne serait pas gardé.'
      check.addIssue({ code: 'custom', path: [`constat-${code}`], message })
    }
  })
}

export const completionForm = z.object({
  message: optionalText(2000),
  date: requiredDay('Indiquez le dernier jour pour répondre.'),
  motif: optionalText(1000),
})

/** Checkboxes of criteria: one at least. */
const codes = (missing: string) =>
  z
    .union([z.string(), z.array(z.string())], { message: missing })
    .transform((value) => [value].flat().filter(Boolean))
    .refine((all) => all.length > 0, { message: missing })

export const opinionForm = z.object({
  expert: z
    .string({ message: 'Choisissez une personne de la liste des experts.' })
    .refine(isId<'person'>, { message: 'Choisissez une personne de la liste des experts.' }),
  question: requiredText('Écrivez la question posée.', 2000),
  criteres: codes('Choisissez au moins un critère : l’expert ne lira que ceux-là.'),
  date: requiredDay('Indiquez le jour pour lequel l’avis est attendu.'),
  lecture: oneOf(['confidentiel', 'partage'], 'Dites si le demandeur lira cet avis.'),
})

export const givenForm = z.object({
  avis: z.enum(VERDICTS, { message: 'Choisissez le sens de votre avis.' }),
  texte: requiredText('Écrivez votre avis : l’instructeur lira ces mots.', 8000),
})

const time = optionalText(10).refine((text) => text === '' || /^([01]?\d|2[0-3])[:h]\s?[0-5]\d$/.test(text), {
  message: 'Écrivez l’heure ainsi : 14:30.',
})

export const visitForm = z.object({
  date: requiredDay('Indiquez le jour proposé.'),
  heure: time.transform((text) => (text ? text.replace(/h\s?/, ':').padStart(5, '0') : '')),
  visiteurs: requiredText('Dites qui vient.', 300),
  criteres: codes('Choisissez ce que la visite doit regarder.'),
})

/** A browser sends an empty file when none was chosen. */
const files = (most: number) =>
  z
    .union([z.instanceof(File).transform((one) => [one]), z.array(z.instanceof(File))])
    .optional()
    .catch([])
    .transform((all) => (all ?? []).filter(({ size }) => size > 0).slice(0, most))

export function reportForm(codesToSee: readonly string[]) {
  const fields = codesToSee.flatMap((code) => [
    [`vu-${code}`, z.enum(['', ...SEEN]).default('')] as const,
    [`note-${code}`, optionalText(1000)] as const,
  ])
  return z
    .object({
      date: requiredDay('Indiquez le jour où la visite a eu lieu.'),
      rapport: requiredText('Écrivez ce que la visite montre : le demandeur lira ces mots.', 8000),
      photos: files(10),
      accord: z.string().optional(),
    })
    .and(z.object(Object.fromEntries(fields)))
}

export const proposalForm = z.object({
  sens: oneOf(['granted', 'granted_with_reserve', 'refused'], 'Dites ce que vous proposez.'),
  niveau: z
    .string()
    .default('')
    .transform((text) => (/^\d{1,2}$/.test(text) ? Number(text) : null)),
  motifs: optionalText(8000),
  reserve: optionalText(1000),
  reserve_avant: optionalDay,
})

export const itemForm = z.object({
  reponse: optionalText(4000),
  document: files(1),
  date: optionalDay,
})

export const visitAnswerForm = z
  .object({
    reponse: oneOf(['confirmer', 'autre'], 'Dites si cette date convient.'),
    motif: optionalText(1000),
  })
  .refine(({ reponse, motif }) => reponse === 'confirmer' || motif !== '', {
    path: ['motif'],
    message: 'Dites quels jours conviendraient.',
  })

export const replyForm = z.object({ texte: requiredText('Écrivez votre réponse.', 4000) })
