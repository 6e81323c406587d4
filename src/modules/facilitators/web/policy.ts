import { byRole, everybody, signedIn } from '../../../platform/session/actor.ts'

const HEAD = { officer: 'all', reader: 'all', data_protection_officer: 'all', auditor: 'all' } as const

export const policy = {
  /** Each page shows what its reader may see, field by field. */
  readCards: everybody('facilitators.read-cards'),
  write: everybody('facilitators.write'),
  ownCard: signedIn('facilitators.own-card'),
  /** What is shown to the head of the network alone. */
  seeAsStaff: byRole('facilitators.see-as-staff', HEAD),
  export: byRole('facilitators.export', { officer: 'all', reader: 'all', auditor: 'all' }),
  readOrganisations: everybody('facilitators.read-organisations'),
  keepOffer: byRole('facilitators.keep-offer', { officer: 'all', partner: 'own' }),
  readDirectories: byRole('facilitators.read-directories', { officer: 'all', reader: 'all', auditor: 'all' }),
  openDirectories: byRole('facilitators.open-directories', { officer: 'all' }),
}
