import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import {
  type Actor,
  byRole,
  everybody,
  type Impersonator,
  type NetworkId,
  type OrganisationId,
  type Role,
  signedIn,
} from './actor.ts'

const network = newId<'network'>() as NetworkId
const elsewhere = newId<'network'>() as NetworkId
const own = newId<'organisation'>() as OrganisationId

const duplicate = newId<'organisation'>() as OrganisationId

const member = (role: Role, networkId = network, impersonator: Impersonator | null = null): Actor => ({
  kind: 'member',
  personId: newId(),
  name: 'Camille Essai',
  sessionId: newId(),
  membershipId: newId(),
  role,
  networkId,
  organisationId: own,
  organisationName: 'Structure',
  organisations: [own, duplicate],
  mandateId: null,
  otherQualities: 0,
  impersonator,
})
const person: Extract<Actor, { kind: 'person' }> = {
  kind: 'person',
  personId: newId(),
  name: 'Camille',
  sessionId: newId(),
  lacks: 'membership',
}
const support: Impersonator = { personId: newId(), name: 'Claire', mayWrite: false }

describe('a policy by roles', () => {
  const policy = byRole('test.read', { officer: 'all', partner: 'own' })

  it.each<[string, Actor, object]>([
    ['the officer, all of the network', member('officer'), { kind: 'all', network }],
    [
      'a partner, what is its own, duplicates included',
      member('partner'),
      { kind: 'these', network, organisations: [own, duplicate] },
    ],
    ['a person without membership, nothing', person, { kind: 'nobody' }],
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

describe('a policy for what is a person’s own', () => {
  const policy = signedIn('test.own')
  const mine = { kind: 'these', network, organisations: [] }

  it('opens to whoever is signed in, whatever they may do here', () => {
    expect(policy.reach(person, network)).toEqual(mine)
    expect(policy.reach(member('partner', elsewhere), network)).toEqual(mine)
  })

  it('waits for the second factor that is owed, but where it is given', () => {
    const owing: Actor = { ...person, lacks: 'second-factor' }
    expect(policy.reach(owing, network)).toEqual({ kind: 'nobody' })
    expect(signedIn('test.factor', { whileFactorOwed: true }).reach(owing, network)).toEqual(mine)
  })

  it('is closed to visitors, and to support in somebody’s place', () => {
    expect(policy.reach({ kind: 'visitor' }, network)).toEqual({ kind: 'nobody' })
    expect(policy.reach(member('partner', network, support), network)).toEqual({ kind: 'nobody' })
  })
})
