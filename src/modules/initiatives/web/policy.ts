import { byRole, everybody } from '../../../platform/session/actor.ts'

export const policy = {
  readAtlas: everybody('initiatives.read-atlas'),
  read: byRole('initiatives.read', {
    officer: 'all',
    reader: 'all',
    auditor: 'all',
    partner: 'own',
    facilitator: 'own',
  }),
  write: byRole('initiatives.write', { partner: 'own', facilitator: 'own' }),
  // Who represents the organisation shows it to everybody; its colleagues write (PPL-71).
  publish: byRole('initiatives.publish', { partner: 'own' }),
}
