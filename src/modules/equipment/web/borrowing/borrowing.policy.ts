import { byRole, everybody } from '../../../../platform/session/actor.ts'

const own = { partner: 'own', facilitator: 'own' } as const

export const borrowingPolicy = {
  /** What an inventory shows to everybody, without anybody's name. EQP-108. */
  look: everybody('equipment.look'),
  /** Members browse what is shown to them, whatever they do in the network. EQP-108. */
  browse: byRole('equipment.browse', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    ...own,
    committee_member: 'own',
    juror: 'own',
    expert: 'own',
    desk_agent: 'own',
    donor: 'own',
    refurbisher: 'own',
    sponsor: 'own',
  }),
  /** Asks for its own organisation, and follows what it asked. EQP-205. */
  borrow: byRole('equipment.borrow', { ...own, officer: 'own' }),
}
