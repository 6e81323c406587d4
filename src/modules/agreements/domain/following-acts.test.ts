import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import { placeStandings } from './standing.ts'
import { stateOn } from './state.ts'
import { denunciation, signature, signedBy, TACIT_TERMS } from './testing.ts'
import { whatIf } from './what-if.ts'

const on = day
const NORMANDIE = REFERENCE_TERMS['normandie-connectee'] ?? TACIT_TERMS
const VILLES = REFERENCE_TERMS['villes-internet'] ?? TACIT_TERMS
const MANCHE = REFERENCE_TERMS['territoires-apprenants'] ?? TACIT_TERMS
const normandie = signedBy(NORMANDIE, '2024-04-08')
const villes = signedBy(VILLES, '2021-09-06')

describe('acts of the product that follow others', () => {
  it('a ratification clears the warning on a delegation (AGR-17, AGR-119)', () => {
    const acts: Act[] = [
      signature('region', '2024-04-08', { delegation: { until: on('2024-04-07') } }),
      signature('cocontractant', '2024-04-08'),
    ]
    const ratified: Act = { type: 'delegation_ratified', party: 'region', occurredOn: on('2024-05-02') }
    expect(stateOn(NORMANDIE, acts, on('2024-05-02'))).toMatchObject({
      status: 'in_force',
      warnings: ['delegation_not_valid_on_signature_date'],
    })
    expect(stateOn(NORMANDIE, [...acts, ratified], on('2024-05-02')).warnings).toEqual([])
    expect(stateOn(NORMANDIE, [...normandie, ratified], on('2024-05-02')).rejectedActs[0]?.reason).toBe(
      'no_delegation_to_ratify',
    )
  })

  it('a declined signing can be opened again (AGR-27)', () => {
    const declined: Act = { type: 'signature_declined', party: 'region', occurredOn: on('2024-04-02') }
    const reopened: Act = { type: 'signing_reopened', party: 'region', occurredOn: on('2024-04-03') }
    expect(stateOn(NORMANDIE, [declined], on('2024-04-03')).status).toBe('declined')
    expect(stateOn(NORMANDIE, [declined, reopened], on('2024-04-03')).status).toBe('draft')
  })

  it('a formal notice given up opens no right any more (AGR-51)', () => {
    const notice = denunciation('2025-11-03', { id: 'F1', purpose: 'formal_notice', from: 'region' })
    const abandoned: Act = {
      type: 'formal_notice_abandoned',
      formalNotice: 'F1',
      occurredOn: on('2025-12-10'),
    }
    const second = denunciation('2025-12-15', {
      id: 'T1',
      purpose: 'termination',
      from: 'region',
      formalNotice: 'F1',
    })
    const state = stateOn(NORMANDIE, [...normandie, notice, abandoned, second], on('2025-12-16'))
    expect([state.status, state.warnings, state.formalNotices[0]?.status]).toEqual([
      'in_force',
      ['premature_termination'],
      'recorded_without_contractual_effect',
    ])
  })

  it('a place already out keeps the day and the reason it left (AGR-147)', () => {
    const partial = (when: string, id: string) =>
      denunciation(when, {
        id,
        purpose: 'termination',
        from: 'region',
        formalNotice: 'F1',
        scope: 'partial',
        places: ['A'],
      })
    const notice = denunciation('2025-11-03', { id: 'F1', purpose: 'formal_notice', from: 'region' })
    const listed: Act = { type: 'place_listed', place: 'A' }
    const acts = [listed, ...normandie, notice, partial('2025-12-15', 'T1'), partial('2026-01-15', 'T2')]
    expect(placeStandings(NORMANDIE, acts)).toEqual([{ place: 'A', from: '2024-04-08', until: '2025-12-16' }])
    const updated: Act = { type: 'place_information_updated', place: 'A', occurredOn: on('2026-01-02') }
    const late = stateOn(NORMANDIE, [...acts, updated], on('2026-01-03'))
    expect(late.rejectedActs.map(({ reason }) => reason)).toEqual(['place_has_left'])
  })

  it('no termination outside the life of the agreement, and no warning for it (AGR-141)', () => {
    const early = denunciation('2024-04-07', { id: 'T1', purpose: 'termination', from: 'region' })
    const state = stateOn(NORMANDIE, [...normandie, early], on('2024-05-01'))
    expect([state.warnings, state.rejectedActs.map(({ reason }) => reason)]).toEqual([[], ['before_entry']])
  })

  it('a dispute is settled by an act (AGR-65)', () => {
    const letter = denunciation('2026-04-07', { id: 'D1', purpose: 'dispute', from: 'etat' })
    const settled: Act = { type: 'dispute_settled', dispute: 'D1', occurredOn: on('2026-05-02') }
    expect(stateOn(VILLES, [...villes, letter, settled], on('2026-05-02')).disputes[0]?.status).toBe(
      'settled',
    )
  })

  it('a new version of the minutes, or a reserve, asks for validation again (AGR-64)', () => {
    const held: Act = { type: 'meeting_held', id: 'C1', committee: 'steering', occurredOn: on('2022-03-01') }
    const validated = (party: string, when: string): Act => ({
      type: 'minutes_validated',
      meeting: 'C1',
      party,
      occurredOn: on(when),
    })
    const both = [
      ...villes,
      held,
      validated('etat', '2022-03-05'),
      validated('villes-internet', '2022-03-06'),
    ]
    const issued: Act = { type: 'minutes_issued', meeting: 'C1', occurredOn: on('2022-03-07') }
    const reserve: Act = {
      type: 'minutes_reserved',
      meeting: 'C1',
      party: 'etat',
      reason: 'un chiffre à corriger',
      occurredOn: on('2022-03-07'),
    }
    const minutes = (acts: Act[]) => stateOn(VILLES, acts, on('2022-03-08')).minutes[0]
    expect(minutes(both)).toMatchObject({ status: 'validated', validatedOn: '2022-03-06' })
    expect(minutes([...both, issued])).toMatchObject({ status: 'draft', missing: VILLES.parties })
    expect(minutes([...both, reserve])).toMatchObject({ status: 'awaiting_validation', missing: ['etat'] })
  })

  it('an operation of communication owes its results once approved and held (AGR-67, AGR-130)', () => {
    const asked: Act = {
      type: 'communication_requested',
      id: 'K1',
      kind: 'promotional',
      from: 'villes-internet',
      operationOn: on('2022-06-10'),
      occurredOn: on('2022-03-01'),
    }
    const approved: Act = {
      type: 'communication_answered',
      communication: 'K1',
      party: 'etat',
      answer: 'approved',
      occurredOn: on('2022-04-30'),
    }
    const told: Act = { type: 'operation_reported', communication: 'K1', occurredOn: on('2022-07-01') }
    const results = (acts: Act[], when: string) =>
      stateOn(VILLES, [...villes, ...acts], on(when)).obligations.find(
        ({ code }) => code === 'operation_results',
      )?.status
    expect(results([asked], '2022-06-11')).toBeUndefined()
    expect(results([asked, approved], '2022-06-09')).toBe('upcoming')
    expect(results([asked, approved], '2023-06-10')).toBe('due')
    expect(results([asked, approved, told], '2022-07-01')).toBe('fulfilled')
  })
})

describe('duties that are not owed', () => {
  const windows = (terms: typeof NORMANDIE, acts: readonly Act[], when: string) =>
    stateOn(terms, acts, on(when)).obligations.map(({ code, window }) => `${code} ${window}`)

  it('a semester cut by the end (AGR-74, AGR-147)', () => {
    const acts: Act[] = [{ type: 'place_listed', place: 'A' }, ...normandie]
    const denounced = [...acts, denunciation('2025-03-29', { from: 'region' })]
    expect(windows(NORMANDIE, denounced, '2025-07-01')).toEqual([
      'place_update 2024-H1',
      'place_update 2024-H2',
    ])
    const aDayLater = [...acts, denunciation('2025-03-30', { from: 'region' })]
    expect(windows(NORMANDIE, aDayLater, '2025-07-01')).toContain('place_update 2025-H1')
  })

  it('the network committee of a year entered after June (AGR-62)', () => {
    expect(windows(MANCHE, signedBy(MANCHE, '2026-07-01'), '2026-12-31')).toEqual([
      'committee_network 2027',
      'committee_bilateral 2026',
      'committee_bilateral 2027',
    ])
  })

  it('anything before entry', () => {
    expect(windows(MANCHE, [], '2026-12-31')).toEqual([])
  })
})

it('activity after the end is told, and continues nothing (AGR-39, AGR-121)', () => {
  const acts: Act[] = [
    { type: 'place_listed', place: 'A' },
    ...normandie,
    denunciation('2025-03-29', { from: 'region' }),
    { type: 'place_information_updated', place: 'A', occurredOn: on('2025-07-10') },
  ]
  expect(stateOn(NORMANDIE, acts, on('2025-07-11'))).toMatchObject({
    status: 'ended',
    lastDayInForce: '2025-06-29',
    warnings: ['activity_after_end'],
  })
})

describe('what if (AGR-79, AGR-132)', () => {
  const acts: Act[] = [{ type: 'place_listed', place: 'A' }, ...normandie]

  it('a denunciation were sent: every consequence, before anything is written', () => {
    const { before, after, differences } = whatIf(
      NORMANDIE,
      acts,
      [denunciation('2026-06-17', { from: 'region' })],
      on('2026-06-17'),
    )
    expect([before.status, after.status]).toEqual(['in_force', 'denunciation_pending'])
    expect(differences).toContainEqual({ path: 'lastDayInForce', before: null, after: '2026-09-17' })
    expect(differences).toContainEqual({
      path: 'amendmentRequestDeadline',
      before: '2027-01-07',
      after: '2026-06-17',
    })
  })

  it('and later on: the label that ends', () => {
    const { differences } = whatIf(
      NORMANDIE,
      acts,
      [denunciation('2026-06-17', { from: 'region' })],
      on('2026-09-18'),
    )
    expect(differences).toContainEqual({ path: 'labels.A', before: 'active', after: 'ended' })
  })

  it('nothing supposed changes nothing', () => {
    expect(whatIf(NORMANDIE, acts, [], on('2026-06-17')).differences).toEqual([])
  })
})
