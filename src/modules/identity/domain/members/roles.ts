import type { Role } from '../../../../platform/session/actor.ts'

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
  donor: 'Don de matériel',
  refurbisher: 'Reconditionnement de matériel',
  sponsor: 'Entreprise marraine',
}

/** The roles under the side they serve, in the order lists show them. */
export const roleSides: readonly { name: string; roles: readonly Role[] }[] = [
  { name: 'Tête de réseau', roles: ['officer', 'reader', 'data_protection_officer', 'auditor'] },
  { name: 'Partenaires', roles: ['partner', 'facilitator'] },
  {
    name: 'Autres',
    roles: ['committee_member', 'juror', 'expert', 'desk_agent', 'donor', 'refurbisher', 'sponsor'],
  },
]
