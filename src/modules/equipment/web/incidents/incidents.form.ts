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
import { BEARERS } from '../../data/incidents/costs.store.ts'
import { CAUSES, EVIDENCES } from '../../domain/incidents/charge.ts'
import { INCIDENT_KINDS, type IncidentKind } from '../../domain/incidents/incident.ts'

const OPENED = INCIDENT_KINDS.filter(
  (kind): kind is Exclude<IncidentKind, 'emergency_intervention'> => kind !== 'emergency_intervention',
)

/** The last event the page showed: what came since is not decided blindly. */
const seen = z
  .string({ message: 'Rechargez la page.' })
  .regex(/^\d{1,6}$/, { message: 'Rechargez la page.' })
  .transform(Number)

/** A browser sends an empty file when none was chosen. */
const files = (most: number) =>
  z
    .union([z.instanceof(File).transform((one) => [one]), z.array(z.instanceof(File))])
    .optional()
    .catch([])
    .transform((list) => (list ?? []).filter(({ size }) => size > 0).slice(0, most))

/** An amount in euros as it is typed, « 1 234,50 »; given in cents. */
function amount(missing: string, least: number) {
  return z
    .string({ message: missing })
    .min(1, { message: missing })
    .transform((text) => text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.'))
    .refine((text) => /^\d{1,7}(\.\d{1,2})?$/.test(text), {
      message: 'Écrivez un montant en euros, par exemple 120,50.',
    })
    .transform((text) => Math.round(Number(text) * 100))
    .refine((cents) => cents >= least, { message: missing })
}

const facts = {
  temoin: optionalText(200),
  plainte: optionalText(100),
  plainte_le: optionalDay,
  sinistre: optionalText(100),
}

const stop = {
  arret: oneOf(['non', 'date', 'sans_date'], 'Dites si l’exemplaire peut continuer à être prêté.'),
  arret_jusquau: optionalDay,
}

const tellsWhen = ({ arret, arret_jusquau: until }: { arret: string; arret_jusquau: unknown }) =>
  arret !== 'date' || until !== null
const whenMissing = {
  path: ['arret_jusquau'],
  message: 'Indiquez jusqu’à quel jour l’exemplaire est arrêté.',
}

export const openingForm = z
  .object({
    exemplaire: z
      .string({ message: 'Choisissez l’exemplaire.' })
      .refine(isId<'unit'>, { message: 'Choisissez l’exemplaire.' }),
    pret: optionalId<'loan-line'>('Ce prêt n’existe pas.'),
    nature: z.enum(OPENED, { message: 'Choisissez la nature de l’incident.' }),
    piece: optionalText(200),
    recit: requiredText('Dites ce qui a été constaté.', 4000),
    constat: requiredDay('Indiquez le jour du constat.'),
    heure: z
      .string()
      .default('')
      .refine((text) => text === '' || /^([01]?\d|2[0-3])[:h]\s?[0-5]\d$/.test(text), {
        message: 'Écrivez l’heure ainsi : 14:30.',
      }),
    photos: files(6),
    ...facts,
    ...stop,
  })
  .refine(tellsWhen, whenMissing)

export const emergencyAnswerForm = z.object({
  vu: seen,
  reponse: oneOf(['acceptee', 'contestee'], 'Dites si l’intervention est acceptée ou contestée.'),
  motif_urgence: optionalText(2000),
})

export const assessmentForm = z
  .object({
    vu: seen,
    conclusion: requiredText('Écrivez ce que l’examen montre : l’emprunteur le lira.', 4000),
    ...facts,
    ...stop,
  })
  .refine(tellsWhen, whenMissing)

const why = requiredText('Dites pourquoi : ces mots restent avec l’incident.', 2000)

export const beyondRepairForm = z.object({ vu: seen, motif_reforme: why })

export const foundForm = z.object({ vu: seen, motif_retrouve: why })

export const closingForm = z.object({ vu: seen, motif_cloture: optionalText(2000) })

export const chargeForm = z.object({
  vu: seen,
  cause: z.enum(CAUSES, { message: 'Choisissez la cause.' }),
  montant_frais: amount('Indiquez le montant en euros.', 1),
  preuve: z.enum(EVIDENCES, { message: 'Choisissez la preuve.' }),
  document: files(1),
  motif_frais: requiredText('Expliquez ces frais : l’emprunteur lira ces mots.', 2000),
})

export const decisionForm = z.object({
  vu: seen,
  montant_decide: amount('Indiquez le montant décidé ; 0 si rien n’est demandé.', 0),
  motif_decision: requiredText('Motivez la décision : l’emprunteur lira ces mots.', 2000),
})

export const settlementForm = z.object({
  vu: seen,
  suite: oneOf(['paid', 'waived'], 'Dites si les frais sont payés ou remis.'),
  suite_le: requiredDay('Indiquez le jour.'),
  motif_suite: optionalText(500),
})

export const costForm = z.object({
  vu: seen,
  quoi: requiredText('Dites ce qui a été payé.', 200),
  montant_cout: amount('Indiquez le montant en euros.', 0),
  porteur: z.enum(BEARERS, { message: 'Dites qui paie.' }),
  cout_le: requiredDay('Indiquez le jour.'),
})

export const answerForm = z.object({
  vu: seen,
  reponse: oneOf(['accepted', 'contested'], 'Dites si vous acceptez ou contestez ces frais.'),
  motif_reponse: optionalText(2000),
})

export const loanClosingForm = z.object({ vu: seen, motif_fin: optionalText(1000) })

export const disputeForm = z.object({
  vu: seen,
  motif_contestation: requiredText('Dites ce que vous contestez : la tête de réseau lira ces mots.', 2000),
})
