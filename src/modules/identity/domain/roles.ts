import type { Role } from '../../../platform/session/actor.ts'

/** How a role is called on the pages. */
export const roleNames: Record<Role, string> = {
  officer: 'Chargée ou chargé de mission (tête de réseau)',
  reader: 'Lecture pour la tête de réseau',
  partner: 'Responsable chez un co-contractant',
  facilitator: 'Médiatrice ou médiateur numérique',
}
