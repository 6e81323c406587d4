import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { addDays, day } from '../../../kernel/day.ts'
import { findAgreement } from '../data/agreements.store.ts'
import type { AgreementId } from '../domain/agreement.ts'
import { standing } from '../domain/standing.ts'
import { stateOn } from '../domain/state.ts'
import { anAgreementInForce, aPlace, aReadyDraft, targetOf } from '../testing.ts'
import { addToAnnex } from './drafting/change-annex.ts'
import { completeDraft } from './drafting/complete-draft.ts'
import { draftAgreement } from './drafting/draft-agreement.ts'
import { recordDenunciation } from './letters/record-denunciation.ts'
import { recordSignature } from './signing/record-signature.ts'

const app = useApp({ today: day('2026-06-17') })
const signature = {
  party: 'region',
  signedOn: day('2026-06-12'),
  signatory: 'Hugo Lestrade',
  capacity: 'directeur',
}

describe('a draft', () => {
  it('takes the next number of its year, without hole nor double, when two officers draft at once', async () => {
    const draft = {
      templateId: 'normandie-connectee',
      partner: { name: 'Structure', kind: 'association', siret: null, commune: '' },
      representative: { name: 'A', title: 'B' },
      initialYears: 3,
    }
    await Promise.all(Array.from({ length: 8 }, () => draftAgreement(app.context(), draft)))
    const rows = await app.services.db
      .selectFrom('agreements.agreement')
      .select('reference')
      .orderBy('reference')
      .execute()
    expect(rows.map((row) => row.reference)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `2026-000${n}`))
  })

  it('refuses a template that is not published', async () => {
    const draft = { templateId: 'inconnu', partner: { name: 'X', kind: 'autre', siret: null, commune: '' } }
    const outcome = await draftAgreement(app.context(), {
      ...draft,
      representative: { name: 'A', title: 'B' },
      initialYears: 3,
    })
    expect(outcome).toMatchObject({ refused: 'unknown-template' })
  })

  it('is frozen by its first signature: text and places (AGR-21)', async () => {
    const context = app.context()
    const id = await aReadyDraft(context)
    await recordSignature(context, await targetOf(context, id), signature)
    const target = await targetOf(context, id)
    const change = { variables: {}, representative: { name: 'A', title: 'B' }, initialYears: 5 }
    expect(await completeDraft(context, target, change)).toMatchObject({ refused: 'already-signed-text' })
    const line = { placeId: await aPlace(context), subList: '' }
    expect(await addToAnnex(context, target, line)).toMatchObject({ refused: 'annex-is-signed' })
  })
})

describe('a signature', () => {
  it.each([
    ['dated-in-the-future', { signedOn: day('2026-06-18') }],
    ['unknown-party', { party: 'etat' }],
  ])('is refused: %s (AGR-86)', async (refused, change) => {
    const context = app.context()
    const id = await aReadyDraft(context)
    const outcome = await recordSignature(context, await targetOf(context, id), { ...signature, ...change })
    expect(outcome).toMatchObject({ refused })
  })

  it('is recorded once when the same party presses twice at the same instant (AGR-33)', async () => {
    const context = app.context()
    const id = await aReadyDraft(context)
    const target = await targetOf(context, id)
    const outcomes = await Promise.all([1, 2, 3].map(() => recordSignature(app.context(), target, signature)))
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(2)
    const { acts } = await found(id)
    expect(acts.filter((act) => act.type === 'signature')).toHaveLength(1)
  })

  it('by both parties at the same instant: the second page is stale, loses nothing, and tries again (AGR-87)', async () => {
    const context = app.context()
    const id = await aReadyDraft(context)
    const target = await targetOf(context, id)
    const outcomes = await Promise.all(
      ['region', 'cocontractant'].map((party) =>
        recordSignature(app.context(), target, { ...signature, party }),
      ),
    )
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toMatchObject([
      { refused: 'changed-meanwhile' },
    ])
    const missing = (await found(id)).acts.some((act) => act.type === 'signature' && act.party === 'region')
      ? 'cocontractant'
      : 'region'
    await recordSignature(context, await targetOf(context, id), { ...signature, party: missing })
    expect(standing((await found(id)).terms, (await found(id)).acts).from).toBe('2026-06-12')
  })
})

describe('a denunciation', () => {
  const letter = { from: 'cocontractant', depositedOn: day('2026-06-15'), tracking: '' }

  it.each([
    ['dated-in-the-future', { depositedOn: day('2026-06-18') }],
    ['not-in-force-that-day', { depositedOn: day('2026-06-11') }],
    ['unknown-party', { from: 'etat' }],
  ])('is refused: %s', async (refused, change) => {
    const context = app.context()
    const id = await anAgreementInForce(context)
    const outcome = await recordDenunciation(context, await targetOf(context, id), { ...letter, ...change })
    expect(outcome).toMatchObject({ refused })
  })

  it.each([
    ['without the clause', 'territoires-apprenants', 'registered_letter', 'no_denunciation_clause'],
    ['in another form', 'normandie-connectee', 'email', 'wrong_channel'],
  ] as const)('%s is kept without effect (AGR-49)', async (_, templateId, channel, reason) => {
    const context = app.context()
    const id = await anAgreementInForce(context, day('2026-06-12'), { templateId })
    const from = templateId === 'normandie-connectee' ? 'region' : 'departement'
    await recordDenunciation(context, await targetOf(context, id), { ...letter, from, channel })
    const { terms, acts } = await found(id)
    const { status, rejectedActs } = stateOn(terms, acts, context.today)
    expect(status).toBe('in_force')
    expect(rejectedActs).toMatchObject([{ reason }])
  })

  it('writes act, journal and job together, or none of them', async () => {
    const context = app.context()
    const id = await anAgreementInForce(context)
    const failing = {
      ...context,
      actor: { kind: 'member', personId: 'not a uuid' },
    } as unknown as typeof context
    await expect(recordDenunciation(failing, await targetOf(context, id), letter)).rejects.toThrow()
    expect((await found(id)).acts.filter((act) => act.type === 'registered_letter_sent')).toEqual([])
    await recordDenunciation(context, await targetOf(context, id), letter)
    const { db } = app.services
    const lines = await db
      .selectFrom('platform.journal')
      .select('action')
      .where('subject_id', '=', id)
      .execute()
    expect(lines.map((line) => line.action)).toContain('agreement.denounced')
  })

  it('does not exist for an actor who cannot reach the agreement', async () => {
    const context = app.context()
    const id = await anAgreementInForce(context)
    const elsewhere = app.context({ reach: { kind: 'all', network: app.networks.baie } })
    expect(await recordDenunciation(elsewhere, { id, seen: 4 }, letter)).toMatchObject({
      refused: 'no-such-agreement',
    })
    const nobody = app.context({
      reach: { kind: 'these', network: app.networks.estuaire, organisations: [] },
    })
    expect(await recordDenunciation(nobody, { id, seen: 4 }, letter)).toMatchObject({
      refused: 'no-such-agreement',
    })
  })
})

describe('what is derived', () => {
  it('equals a computation from the acts, for every agreement and every listed place', async () => {
    const context = app.context()
    const kept = await anAgreementInForce(context)
    const left = await anAgreementInForce(context)
    await recordDenunciation(context, await targetOf(context, left), {
      from: 'region',
      depositedOn: day('2026-06-16'),
      tracking: '',
    })
    const { db } = app.services
    const rows = await db.selectFrom('agreements.standing').selectAll().execute()
    for (const row of rows) {
      const { terms, acts } = await found(row.agreement_id)
      expect({ from: row.from_day, until: row.until_day }).toEqual(standing(terms, acts))
    }
    const covers = await db
      .selectFrom('agreements.place_cover')
      .selectAll()
      .where('agreement_id', 'in', [kept, left])
      .execute()
    expect(covers.find((cover) => cover.agreement_id === kept)).toMatchObject({
      from_day: '2026-06-12',
      until_day: null,
    })
    expect(covers.find((cover) => cover.agreement_id === left)).toMatchObject({
      until_day: addDays(day('2026-09-16'), 1),
    })
  })
})

async function found(id: AgreementId) {
  const agreement = await findAgreement(app.services.db, app.context().reach, id)
  if (!agreement) throw new Error('not found')
  return agreement
}
