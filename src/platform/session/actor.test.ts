import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { type Actor, byRole, everybody, type NetworkId, type OrganisationId, type Role } from './actor.ts'

const network = newId<'network'>() as NetworkId
const elsewhere = newId<'network'>() as NetworkId
const own = newId<'organisation'>() as OrganisationId

const member = (role: Role, networkId = network): Actor => ({
  kind: 'member',
  personId: newId(),
  name: 'Camille Essai',
  role,
  networkId,
  organisationId: own,
  organisationName: 'Structure',
})

describe('a policy by roles', () => {
  const policy = byRole('test.read', { officer: 'all', partner: 'own' })

  it.each<[string, Actor, object]>([
    ['the officer, all of the network', member('officer'), { kind: 'all', network }],
    ['a partner, what is its own', member('partner'), { kind: 'these', network, organisations: [own] }],
    ['a role it does not name, nothing', member('facilitator'), { kind: 'nobody' }],
    ['an officer of another network, nothing', member('officer', elsewhere), { kind: 'nobody' }],
    ['a visitor, nothing', { kind: 'visitor' }, { kind: 'nobody' }],
    ['the program, nothing: it is given its reach', { kind: 'system' }, { kind: 'nobody' }],
  ])('reaches for %s', (_who, actor, reach) => {
    expect(policy.reach(actor, network)).toEqual(reach)
  })

  it('that names no role is closed', () => {
    expect(byRole('test.closed', {}).reach(member('officer'), network)).toEqual({ kind: 'nobody' })
  })
})

it('a public policy opens this network only', () => {
  expect(everybody('test.public').reach({ kind: 'visitor' }, network)).toEqual({ kind: 'all', network })
})
