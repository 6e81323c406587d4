import { describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import { instant } from '../../../../kernel/instant.ts'
import { ROLES } from '../../../../platform/session/actor.ts'
import { grantSupport, type SupportCase, type SupportConsent, supportBarrier } from './support.ts'

const now = instant('2026-06-17T10:00:00Z')
const consent: SupportConsent = {
  id: newId(),
  mayWrite: false,
  givenAt: instant('2026-06-17T09:00:00Z'),
  untilAt: instant('2026-06-18T09:00:00Z'),
}
const person = newId<'person'>()
const about = (change: Partial<SupportCase> = {}): SupportCase => ({
  visitor: { personId: newId(), isInPlace: false },
  target: { personId: person, role: 'partner' },
  consent: null,
  ...change,
})
const look = { reason: 'Le formulaire ne répond pas', write: false }

describe('a visit in somebody’s place', () => {
  it('lasts an hour, on a reason or on a consent', () => {
    expect(grantSupport(about(), look, now)).toMatchObject({
      consentId: null,
      endsAt: '2026-06-17T11:00:00.000Z',
    })
    expect(grantSupport(about({ consent }), { reason: '', write: false }, now)).toMatchObject({
      consentId: consent.id,
      endsAt: '2026-06-17T11:00:00.000Z',
    })
  })

  it('never outlives the consent it rests on', () => {
    const soon = { ...consent, untilAt: instant('2026-06-17T10:20:00Z') }
    expect(grantSupport(about({ consent: soon }), look, now)).toMatchObject({ endsAt: soon.untilAt })
  })

  it('writes only when the person agreed to it', () => {
    const write = { ...look, write: true }
    expect(grantSupport(about(), write, now)).toMatchObject({ refused: 'writing-not-agreed' })
    expect(grantSupport(about({ consent }), write, now)).toMatchObject({ refused: 'writing-not-agreed' })
    expect(grantSupport(about({ consent: { ...consent, mayWrite: true } }), write, now)).toMatchObject({
      write: true,
    })
  })

  it('owes a reason without consent', () => {
    expect(grantSupport(about(), { ...look, reason: '' }, now)).toMatchObject({ refused: 'reason-needed' })
  })
})

describe('a visit is barred', () => {
  it.each(ROLES)('without consent, to %s: only for those who answer for the network', (role) => {
    const isProtected = ['officer', 'data_protection_officer', 'auditor'].includes(role)
    const target = { personId: person, role }
    expect(supportBarrier(about({ target }))).toBe(isProtected ? 'consent-needed' : null)
    expect(supportBarrier(about({ target, consent }))).toBeNull()
  })

  it('to oneself, and from within another visit', () => {
    const visitor = { personId: person, isInPlace: false }
    expect(supportBarrier(about({ visitor }))).toBe('your-own')
    expect(supportBarrier(about({ visitor: { personId: newId(), isInPlace: true } }))).toBe(
      'already-in-place',
    )
  })
})
