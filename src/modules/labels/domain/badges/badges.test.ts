import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import { instant } from '../../../../kernel/instant.ts'
import type { Standing } from '../proof/course.ts'
import { badgeAddresses, badgeNamed, keyNamed } from './badge-addresses.ts'
import { type BadgeFacts, badgeContent } from './badge-content.ts'
import { bitsOf, dueBadge, type IssuedBadge } from './badge-standing.ts'
import { markOf, signsOffered } from './sign.ts'

const NOW = instant('2026-06-17T10:00:00Z')
const SOON = instant('2026-12-31T22:59:59Z')
const LATER = instant('2027-12-31T22:59:59Z')
const PAST = instant('2026-01-01T00:00:00Z')

const issued: IssuedBadge = { level: 3, validUntil: SOON, isRevoked: false, hasCompromisedKey: false }
const borne = (level: number | null = 3): Standing => ({
  ...{ status: 'active', from: day('2026-01-01'), until: null, level, borneFrom: day('2026-01-01') },
})
const stopped = (status: 'suspended' | 'ended' | 'withdrawn'): Standing =>
  ({ ...borne(), status }) as Standing

describe('the status of a badge (LAB-47)', () => {
  it.each([
    ['active', SOON, false, { revocation: false, suspension: false }],
    ['withdrawn', SOON, false, { revocation: true, suspension: false }],
    ['active', SOON, true, { revocation: true, suspension: false }],
    ['suspended', SOON, false, { revocation: false, suspension: true }],
    ['ended', SOON, false, { revocation: false, suspension: true }],
    ['ended', null, false, { revocation: false, suspension: true }],
    ['ended', PAST, false, { revocation: false, suspension: false }],
    ['not_yet', SOON, false, { revocation: false, suspension: true }],
  ] as const)('of a label %s, valid until %s, revoked %s', (status, validUntil, isRevoked, bits) => {
    expect(bitsOf({ validUntil, isRevoked }, status, NOW)).toEqual(bits)
  })
})

describe('a label wants a badge (LAB-47, LAB-48)', () => {
  it.each([
    ['it never had one', null, borne(), SOON, { due: 'badge', replaces: false }],
    [
      'the last was revoked',
      { ...issued, isRevoked: true },
      borne(),
      SOON,
      { due: 'badge', replaces: false },
    ],
    ['the period was renewed', issued, borne(), LATER, { due: 'badge', replaces: false }],
    ['no day ends it any more', issued, borne(), null, { due: 'badge', replaces: false }],
    ['its level changed', issued, borne(4), SOON, { due: 'badge', replaces: true }],
    [
      'its key is not safe',
      { ...issued, hasCompromisedKey: true },
      borne(),
      SOON,
      { due: 'badge', replaces: false },
    ],
    ['it has one', issued, borne(), SOON, { due: 'nothing' }],
    ['it will end sooner', { ...issued, validUntil: LATER }, borne(), SOON, { due: 'nothing' }],
    ['it is withdrawn', null, stopped('withdrawn'), SOON, { due: 'nothing' }],
    ['it is suspended', null, stopped('suspended'), SOON, { due: 'nothing' }],
    ['it is over', null, stopped('ended'), SOON, { due: 'nothing' }],
    ['it is not borne yet', null, { status: 'not_yet', from: null }, SOON, { due: 'nothing' }],
  ] as const)('when %s', (_what, last, standing, validUntil, due) => {
    expect(dueBadge(last, standing as Standing, validUntil)).toEqual(due)
  })
})

const facts: BadgeFacts = {
  ...{ id: newId(), from: 'https://reseau.example', issuerName: 'Région Estuaire' },
  holder: { id: newId<'organisation'>(), kind: 'organisation', name: 'Valmer' },
  scheme: {
    ...{ id: newId(), code: 'tvvi', name: 'Territoires', description: 'Un label', version: 2 },
    grading: { unit: 'arobases', levels: [1, 2, 3, 4, 5] },
  },
  award: { number: 'TVVI-2026-0001', slug: 'abc', level: 4 },
  ...{ validFrom: PAST, validUntil: null, status: { list: newId(), index: 77 } },
}

describe('what a badge says (LAB-44)', () => {
  it('the level reached among those of the label', () => {
    const { credentialSubject } = badgeContent(facts) as never as {
      credentialSubject: {
        result: { achievedLevel: string; resultDescription: string }[]
        achievement: {
          resultDescription: {
            id: string
            resultType: string
            rubricCriterionLevel: { id: string; name: string }[]
          }[]
        }
      }
    }
    const [description] = credentialSubject.achievement.resultDescription
    expect(description).toMatchObject({ resultType: 'RubricCriterionLevel' })
    expect(credentialSubject.result[0]?.resultDescription).toBe(description?.id)
    const reached = description?.rubricCriterionLevel.find(
      ({ id }) => id === credentialSubject.result[0]?.achievedLevel,
    )
    expect(reached?.name).toBe('4 arobases')
  })

  it('no end without a day, no level without one, and nobody’s name', () => {
    const content = badgeContent({ ...facts, award: { ...facts.award, level: null } })
    expect(content).not.toHaveProperty('validUntil')
    expect(JSON.stringify(content)).not.toMatch(/result|@example|recipient/)
  })

  it('addresses that are found again', () => {
    const key = newId<'badge-key'>()
    expect(keyNamed(badgeAddresses.key('https://x.example/n/baie', key))).toBe(key)
    expect(badgeNamed(badgeAddresses.badge('https://x.example', facts.id))).toBe(facts.id)
    expect(badgeNamed(`https://x.example/badges/${facts.id}.png`)).toBe(facts.id)
    expect(keyNamed('https://x.example/badges/cles/1')).toBe(null)
    expect(badgeNamed('https://x.example/badges/emetteur' as Id<'badge'>)).toBe(null)
  })
})

describe('what is printed (LAB-39, LAB-40)', () => {
  it.each([
    ['a place', borne(null), 'place', ['plaque', 'autocollant', 'attestation']],
    ['a place with a level', borne(3), 'place', ['plaque', 'autocollant', 'attestation']],
    ['a town with a level', borne(3), 'organisation', ['plaque', 'autocollant', 'attestation', 'panneau']],
    ['a town without', borne(null), 'organisation', ['plaque', 'autocollant', 'attestation']],
    ['nobody, withdrawn', stopped('withdrawn'), 'organisation', []],
    ['nobody, over', stopped('ended'), 'place', []],
    ['nobody, suspended', stopped('suspended'), 'place', []],
  ] as const)('for %s', (_who, standing, holder, signs) => {
    expect(signsOffered(standing, holder)).toEqual(signs)
  })

  it('the level drawn as its unit wants', () => {
    expect([markOf('arobases'), markOf('étoiles')]).toEqual(['@', '★'])
  })
})
