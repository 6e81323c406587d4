import { byRole, everybody, ROLES } from '../../../platform/session/actor.ts'

/** An auditor reads and changes nothing. */
const WRITERS = ROLES.filter((role) => role !== 'auditor')

/**
 * Who does what in an inventory is said by `rolesOf`, which knows the roles given by name: these policies open the door,
 * `workplace` looks inside. EQP-1501.
 */
export const policy = {
  /** Pages of those who lend. */
  seeWork: byRole('equipment.see-work', Object.fromEntries(ROLES.map((role) => [role, 'own']))),
  /** Acts of those who lend. */
  work: byRole('equipment.work', Object.fromEntries(WRITERS.map((role) => [role, 'own']))),
  /** Opening an inventory is for an officer, in the name of their organisation. */
  open: byRole('equipment.open', { officer: 'all' }),
  /** Photos and notices of what is lent: whom the inventory is shown to says the rest. EQP-108. */
  seeMedia: everybody('equipment.see-media'),
  /** What the address of a calendar opens: its secret says whose it is. */
  calendar: everybody('equipment.calendar'),
  /** Who finds « Gestion du matériel » in the menu. */
  workMenu: byRole('equipment.work-menu', {
    officer: 'own',
    reader: 'own',
    data_protection_officer: 'own',
    auditor: 'own',
    desk_agent: 'own',
  }),
}
