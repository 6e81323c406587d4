import type { Duty, EvidenceKind } from '../domain/duties.ts'
import type { Party } from '../domain/terms.ts'

// The duties of the five reference agreements (AGR-75), besides those the acts settle: place updates, committees and
// their minutes. Where no article gives a rhythm there is none, but for the yearly report of 000: a reading.

/** All along, of the result. */
function duty(code: string, article: string, actor: Party, ...evidence: EvidenceKind[]): Duty {
  return { code, article, actor, recurrence: 'life', evidence, bestEfforts: false }
}

/** « Autant que possible ». */
function effort(code: string, article: string, actor: Party, ...evidence: EvidenceKind[]): Duty {
  return { ...duty(code, article, actor, ...evidence), bestEfforts: true }
}

export const REFERENCE_DUTIES: Readonly<Record<string, readonly Duty[]>> = {
  'normandie-connectee': [
    { ...duty('activity_report', '4', 'cocontractant', 'indicators'), recurrence: 'civil_year' },
    duty('campaigns_and_exchanges', '4', 'cocontractant', 'agenda', 'forum'),
    { ...duty('lead_displayed', '4', 'cocontractant', 'photo'), perPlace: true },
    effort('regional_tools', '4', 'cocontractant', 'agenda'),
    duty('labels_granted', '3', 'region', 'labels'),
    duty('communication_kit', '3', 'region', 'equipment'),
    duty('map', '3', 'region', 'map'),
    duty('shared_agenda', '3', 'region', 'agenda'),
    duty('forum', '3', 'region', 'forum'),
    duty('workspaces', '3', 'region', 'workspaces'),
    duty('training_plan', '3', 'region', 'training'),
    duty('shared_equipment', '3', 'region', 'equipment'),
    duty('expert_help', '3', 'region', 'declared'),
    duty('data_protection', '7', 'cocontractant', 'privacy'),
    duty('data_protection_of_the_site', '7', 'region', 'privacy'),
  ],
  canope: [
    effort('open_door_workshops', '3', 'canope', 'agenda'),
    duty('labels_granted', '4', 'etat', 'labels'),
    duty('charter_and_directory', '4', 'canope', 'labels', 'places'),
    effort('equipment_donated', '5', 'canope', 'refurbishing'),
    effort('advice_and_reduced_price', '6', 'canope', 'watch'),
  ],
  'territoires-apprenants': [
    duty('access_for_all', '3', 'cocontractant', 'places'),
    duty('computers', '3', 'cocontractant', 'places'),
    duty('one_facilitator', '3', 'cocontractant', 'places'),
    duty('regular_workshops', '3', 'cocontractant', 'agenda'),
    duty('loan_rules', '4', 'cocontractant', 'equipment'),
    duty('network_animated', '3', 'departement', 'agenda', 'forum'),
    duty('shared_equipment', '3', 'departement', 'equipment'),
    duty('common_promotion', '3', 'departement', 'map'),
    { ...duty('indicators', '7', 'cocontractant', 'indicators'), recurrence: 'civil_year' },
  ],
  'villes-internet': [
    effort('fund_calls', 'IX', 'villes-internet', 'funding'),
    duty('label_criteria', 'X', 'villes-internet', 'labels'),
    duty('visibility', 'XIV', 'etat', 'declared'),
  ],
  'cinov-it': [
    effort('placements_promoted', '3', 'cinov-it', 'jobs'),
    effort('equipment_donated', '4', 'cinov-it', 'refurbishing'),
    effort('fund_and_seat', '5', 'cinov-it', 'funding'),
    duty('offers_published', '6', 'etat', 'jobs'),
    duty('skills_framework', '7', 'cinov-it', 'skills'),
    duty('visibility', '11', 'etat', 'declared'),
  ],
}
