import type { Role } from '../../../platform/session/actor.ts'

/** How a role is called on the pages. */
export const roleNames: Record<Role, string> = {
  officer: 'Chargée ou chargé de mission (tête de réseau)',
  reader: 'Lecture pour la tête de réseau',
  data_protection_officer: 'Déléguée ou délégué à la protection des données',
  auditor: 'Contrôle (lit tout, ne modifie rien)',
  partner: 'Responsable chez un co-contractant',
  facilitator: 'Médiatrice ou médiateur numérique',
  committee_member: 'Membre d’un comité',
  juror: 'Membre d’un jury',
  expert: 'Experte ou expert',
  desk_agent: 'Accueil du matériel',
  donor: 'Donateur de matériel',
  refurbisher: 'Reconditionneur',
  sponsor: 'Entreprise marraine',
}
