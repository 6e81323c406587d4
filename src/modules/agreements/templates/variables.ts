import type { Variable } from './template.ts'

// The blanks of the reference templates. One name means the same thing in all of them.

export const PARTNER_NAME = text('partenaire.nom', 'nom du co-contractant')
export const PARTNER_ADDRESS = text('partenaire.adresse', 'adresse du siège du co-contractant')
export const PARTNER_REPRESENTATIVE = text(
  'partenaire.representant',
  'nom et qualité du représentant du co-contractant',
)
export const PARTNER_BODY = text(
  'partenaire.organe',
  'organe qui a décidé la coopération, avec son article (« du conseil municipal »)',
)
export const PARTNER_DECISION_DAY = day('partenaire.date_decision', 'date de la décision du co-contractant')
export const PARTNER_PRESENTATION: Variable = {
  name: 'partenaire.presentation',
  label: 'présentation du co-contractant : activité, objectifs, expérience de la médiation numérique',
  type: 'long_text',
}
export const JOINING_DECISION: Variable = {
  name: 'decision_adhesion',
  label: 'décision du co-contractant : référence, date, publication, délégation, voies de recours',
  type: 'long_text',
  optional: true,
}
export const LEAD_NAME = text('chef_de_file.nom', 'nom du chef de file')
export const LEAD_ADDRESS = text('chef_de_file.adresse', 'adresse du siège du chef de file')
export const LEAD_REPRESENTATIVE = text(
  'chef_de_file.representant',
  'nom et qualité du représentant du chef de file',
)
export const LEAD_SIGNER = text(
  'chef_de_file.signataire',
  'nom et qualité de la personne qui signe par délégation',
)
export const LEAD_DELIBERATION_DAY = day(
  'date_deliberation',
  'date de la délibération de la Commission permanente',
)
export const LEAD_REFERENT = text(
  'chef_de_file.referent',
  'adresse électronique de la personne référente du réseau',
)
export const LEAD_DPO = text(
  'chef_de_file.dpo',
  'adresse électronique du délégué à la protection des données',
)
export const EPN_PLACES = places('liste_lieux_epn', 'espaces publics numériques : nom et adresse')
export const THIRD_PLACES = places('liste_lieux_tiers_lieux', 'tiers-lieux : nom et adresse')
export const SIGNING_TOWN = text('ville_signature', 'ville de signature du co-contractant')

function text(name: string, label: string): Variable {
  return { name, label, type: 'text' }
}

function day(name: string, label: string): Variable {
  return { name, label, type: 'day' }
}

function places(name: string, label: string): Variable {
  return { name, label, type: 'place_list' }
}

/** Every blank of the reference templates: what a network's own may use at once. */
export const REFERENCE_VARIABLES: readonly Variable[] = [
  PARTNER_NAME,
  PARTNER_ADDRESS,
  PARTNER_REPRESENTATIVE,
  PARTNER_BODY,
  PARTNER_DECISION_DAY,
  PARTNER_PRESENTATION,
  JOINING_DECISION,
  LEAD_NAME,
  LEAD_ADDRESS,
  LEAD_REPRESENTATIVE,
  LEAD_SIGNER,
  LEAD_DELIBERATION_DAY,
  LEAD_REFERENT,
  LEAD_DPO,
  EPN_PLACES,
  THIRD_PLACES,
  SIGNING_TOWN,
]
