import { describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { type Reach, ROLES } from '../../../../platform/session/actor.ts'
import { type InvitationFacts, invitationState, rolesInGiftOf } from './invitation.ts'
import { roleSides } from './roles.ts'

const expiresAt = '2026-07-01T10:00:00Z' as Instant
const network = newId<'network'>()

describe('the state of an invitation', () => {
  it.each<[InvitationFacts['answer'], string, string]>([
    [null, '2026-06-30T10:00:00.000Z', 'open'],
    [null, '2026-07-01T09:59:59.999Z', 'open'],
    [null, '2026-07-01T10:00:00.000Z', 'expired'],
    [null, '2026-07-02T00:00:00.000Z', 'expired'],
    ['accepted', '2026-08-01T00:00:00.000Z', 'accepted'],
    ['refused', '2026-06-30T00:00:00.000Z', 'refused'],
    ['withdrawn', '2026-06-30T00:00:00.000Z', 'withdrawn'],
  ])('answer %s at %s: %s', (answer, now, state) => {
    expect(invitationState({ answer, expiresAt }, now as Instant)).toBe(state)
  })
})

describe('the roles one may give', () => {
  it.each<[string, Reach, readonly string[]]>([
    ['the head', { kind: 'all', network }, ROLES],
    ['a partner', { kind: 'these', network, organisations: [newId()] }, ['partner', 'facilitator']],
    ['a person without organisation', { kind: 'these', network, organisations: [] }, []],
    ['nobody', { kind: 'nobody' }, []],
  ])('%s', (_who, reach, roles) => {
    expect(rolesInGiftOf(reach)).toEqual(roles)
  })

  it('stand each under one side', () => {
    expect(roleSides.flatMap(({ roles }) => roles).sort()).toEqual([...ROLES].sort())
  })
})
