import { z } from 'zod'
import { oneOf, optionalDay, optionalText, severalOf } from '../../../../platform/http/fields.ts'
import type { Terms } from '../../domain/terms.ts'
import { shownField } from './template.form.ts'

export const RENEWAL_MODES = ['tacit', 'express', 'none_unless_agreed'] as const
export const COMMITTEE_KINDS = ['network', 'bilateral'] as const
const YES_NO = ['oui', 'non'] as const
const TRIGGERS = ['sending', 'receipt'] as const

const WHOLE_NUMBER = 'Écrivez un nombre entier, sans unité : 3, par exemple.'

const figure = z
  .string()
  .default('')
  .refine((text) => /^\d{0,4}$/.test(text), { message: WHOLE_NUMBER })
  .transform((text) => (text === '' ? null : Number(text)))

const asked = (question: string) => oneOf(YES_NO, `Dites si le modèle prévoit ${question}.`)

const typed = z.object({
  ...shownField,
  entree: oneOf(['last_signature', 'fixed_date'], 'Choisissez quand la convention entre en vigueur.'),
  entree_jour: optionalDay,
  duree: figure,
  reconduction: oneOf(RENEWAL_MODES, 'Choisissez comment la convention est reconduite.'),
  reconduction_ans: figure,
  reconduction_max: figure,
  denonciation: asked('une dénonciation'),
  denonciation_mois: figure,
  denonciation_quand: oneOf(['tout_moment', 'fin_periode'], 'Choisissez quand la dénonciation prend effet.'),
  denonciation_depart: oneOf(TRIGGERS, 'Choisissez d’où court le préavis.'),
  denonciation_forme: oneOf(['registered_letter', 'written'], 'Choisissez la forme de la dénonciation.'),
  demeure: asked('une mise en demeure'),
  demeure_jours: figure,
  demeure_depart: oneOf(TRIGGERS, 'Choisissez d’où court le délai.'),
  demeure_portee: severalOf(['full', 'partial'], 'Choisissez la portée de la résiliation.'),
  demeure_suite: oneOf(['registered_letter', 'notification'], 'Choisissez la forme de la résiliation.'),
  label: asked('le retrait du label'),
  avenant: asked('un délai pour demander un avenant'),
  avenant_mois: figure,
  avenant_chez: optionalText(),
  litiges: asked('une clause de litiges'),
  litiges_jours: figure,
  litiges_depart: oneOf(TRIGGERS, 'Choisissez d’où court le délai amiable.'),
  litiges_tribunal: optionalText(),
  comite: asked('un comité'),
  comite_par_an: figure,
  comite_unanimite: z.literal('oui').optional(),
  comite_compte_rendu: optionalText(),
  comite_formes: severalOf(COMMITTEE_KINDS, 'Choisissez les réunions dans la liste.'),
  comite_secretariat: optionalText(),
  gouvernance: figure,
  communication: oneOf(['free', 'approval', 'unwritten', 'lead'], 'Choisissez ce qui se dit sans accord.'),
  mise_a_jour: asked('la mise à jour des lieux'),
  pret: asked('le prêt de matériel'),
  ordre: oneOf(['aucun', 'lead', 'partner'], 'Choisissez qui signe d’abord.'),
})

type Typed = z.output<typeof typed>

/** Terms as `parseTerms` reads them. The parties, and the details of the lending, stay those of `now`. */
export function templateTermsForm(now: Terms) {
  return typed.superRefine(missingFigures).transform((form) => ({ lu: form.lu, raw: termsOf(form, now) }))
}

const BOUNDS = {
  duree: [1, 99],
  reconduction_ans: [1, 99],
  reconduction_max: [0, 99],
  denonciation_mois: [0, 120],
  demeure_jours: [0, 3650],
  avenant_mois: [0, 120],
  litiges_jours: [0, 3650],
  comite_par_an: [1, 12],
  gouvernance: [1, 12],
} as const

/** A clause that exists needs its figure. */
function missingFigures(form: Typed, check: z.RefinementCtx): void {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: 'custom', path: [field], message })
  const needs: [keyof typeof BOUNDS, boolean, string][] = [
    ['duree', true, 'Indiquez la durée de la première période, en années.'],
    ['reconduction_ans', form.reconduction === 'tacit', 'Indiquez la durée de chaque reconduction tacite.'],
    ['denonciation_mois', form.denonciation === 'oui', 'Indiquez le préavis, en mois.'],
    ['demeure_jours', form.demeure === 'oui', 'Indiquez le délai, en jours.'],
    ['avenant_mois', form.avenant === 'oui', 'Indiquez le délai, en mois.'],
    ['comite_par_an', form.comite === 'oui', 'Indiquez combien de fois par an le comité se réunit.'],
  ]
  for (const [field, isNeeded, message] of needs) if (isNeeded && form[field] === null) refuse(field, message)
  for (const [field, [least, most]] of Object.entries(BOUNDS)) {
    const value = form[field as keyof typeof BOUNDS]
    if (value !== null && (value < least || value > most))
      refuse(field, `Écrivez un nombre entre ${least} et ${most}.`)
  }
  if (form.entree === 'fixed_date' && form.entree_jour === null)
    refuse('entree_jour', 'Indiquez le jour de l’entrée en vigueur.')
  if (form.demeure === 'oui' && form.demeure_portee.length === 0)
    refuse('demeure_portee', 'Choisissez au moins une portée.')
  if (form.litiges === 'oui' && form.litiges_tribunal === '')
    refuse('litiges_tribunal', 'Indiquez le tribunal compétent.')
}

function termsOf(form: Typed, { parties, lending }: Terms) {
  const isTacit = form.reconduction === 'tacit'
  const [lead = '', ...others] = parties
  const known = (party: string) => (parties.includes(party) ? party : lead)
  return {
    parties,
    entry: form.entree,
    ...(form.entree === 'fixed_date' && { entryDate: form.entree_jour }),
    initialYears: form.duree,
    renewal: {
      mode: form.reconduction,
      years: isTacit ? form.reconduction_ans : null,
      max: isTacit ? form.reconduction_max : null,
    },
    denunciation: whenAsked(form.denonciation, {
      anyTime: form.denonciation_quand === 'tout_moment',
      months: form.denonciation_mois,
      from: form.denonciation_depart,
      channel: form.denonciation_forme,
    }),
    amendmentRequest: whenAsked(form.avenant, {
      months: form.avenant_mois,
      beforeEnd: true,
      addressee: known(form.avenant_chez),
      from: 'arrival',
    }),
    formalNotice: whenAsked(form.demeure, {
      days: form.demeure_jours,
      from: form.demeure_depart,
      scope: form.demeure_portee,
      terminationBy: form.demeure_suite,
    }),
    dispute: whenAsked(form.litiges, {
      amicableDays: form.litiges_jours,
      ...(form.litiges_jours !== null && { from: form.litiges_depart }),
      court: form.litiges_tribunal,
    }),
    labelLoss: whenAsked(form.label, 'on_termination_all_places'),
    placeUpdate: whenAsked(form.mise_a_jour, 'once_per_civil_semester'),
    committee: whenAsked(form.comite, {
      perYear: form.comite_par_an,
      ...(form.comite_unanimite && { decision: 'unanimity' }),
      ...(form.comite_compte_rendu && { minutesValidatedBy: form.comite_compte_rendu }),
      ...(form.comite_formes.length > 0 && { kinds: form.comite_formes }),
      ...(parties.includes(form.comite_secretariat) && { secretariat: form.comite_secretariat }),
    }),
    ...(form.gouvernance !== null && { governance: { perYear: form.gouvernance } }),
    communication: { existence: form.communication === 'lead' ? [lead] : form.communication },
    ...(form.pret === 'oui' && { lending: lending ?? {} }),
    ...(form.ordre === 'lead' && { signingRanks: [[lead], others] }),
    ...(form.ordre === 'partner' && { signingRanks: [others, [lead]] }),
  }
}

function whenAsked<T>(answer: (typeof YES_NO)[number], clause: T): T | null {
  return answer === 'oui' ? clause : null
}

/** The fields of the form as these terms fill them. */
export function termsFields(terms: Terms): Record<string, string | string[]> {
  const { renewal, denunciation, formalNotice, amendmentRequest, dispute, committee } = terms
  const existence = terms.communication?.existence ?? 'approval'
  const [first] = terms.signingRanks ?? []
  const isLeadFirst = first?.[0] === terms.parties[0]
  return {
    entree: terms.entry,
    entree_jour: terms.entryDate?.split('-').reverse().join('/') ?? '',
    duree: said(terms.initialYears),
    reconduction: renewal.mode,
    reconduction_ans: said(renewal.years),
    reconduction_max: said(renewal.max),
    denonciation: isThere(denunciation),
    denonciation_mois: said(denunciation?.months),
    denonciation_quand: denunciation?.anyTime === false ? 'fin_periode' : 'tout_moment',
    denonciation_depart: denunciation?.from ?? 'sending',
    denonciation_forme: denunciation?.channel === 'written' ? 'written' : 'registered_letter',
    demeure: isThere(formalNotice),
    demeure_jours: said(formalNotice?.days),
    demeure_depart: formalNotice?.from ?? 'sending',
    demeure_portee: [...(formalNotice?.scope ?? ['full', 'partial'])],
    demeure_suite: formalNotice?.terminationBy ?? 'registered_letter',
    label: isThere(terms.labelLoss),
    avenant: isThere(amendmentRequest),
    avenant_mois: said(amendmentRequest?.months),
    avenant_chez: amendmentRequest?.addressee ?? '',
    litiges: isThere(dispute),
    litiges_jours: said(dispute?.amicableDays),
    litiges_depart: dispute?.from ?? 'sending',
    litiges_tribunal: dispute?.court ?? '',
    comite: isThere(committee),
    comite_par_an: said(committee?.perYear),
    comite_unanimite: committee?.decision === 'unanimity' ? 'oui' : '',
    comite_compte_rendu: committee?.minutesValidatedBy ?? '',
    comite_formes: [...(committee?.kinds ?? [])],
    comite_secretariat: committee?.secretariat ?? '',
    gouvernance: said(terms.governance?.perYear),
    communication: typeof existence === 'string' ? existence : 'lead',
    mise_a_jour: isThere(terms.placeUpdate),
    pret: isThere(terms.lending),
    ordre: first === undefined ? 'aucun' : isLeadFirst ? 'lead' : 'partner',
  }
}

function isThere(clause: unknown): 'oui' | 'non' {
  return clause === null || clause === undefined ? 'non' : 'oui'
}

function said(figure: number | null | undefined): string {
  return figure === null || figure === undefined ? '' : String(figure)
}
