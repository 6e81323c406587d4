import type { Agreement } from '../domain/agreement.ts'
import type { Party } from '../domain/terms.ts'

/** The role a party plays, as the convention names it. */
const roles: Record<string, string> = {
  region: 'La Région',
  departement: 'Le Département',
  etat: 'L’État',
  chef_de_file: 'Le chef de file',
  cocontractant: 'Le co-contractant',
  canope: 'Le Partenaire',
  'villes-internet': 'Le Partenaire',
  'cinov-it': 'Le Partenaire',
}

/** « Commune de Valmer (le co-contractant) », « Région Estuaire (la Région) ». The lead is the first party. */
export function partyName(agreement: Agreement, party: Party, headName: string): string {
  return party === agreement.terms.parties[0] ? headName : agreement.partner.name
}

export function roleName(party: Party): string {
  return roles[party] ?? party
}
