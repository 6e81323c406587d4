import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { amendmentsOf } from '../../data/amendments.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { anAgreementInForce, aReadyDraft, targetOf } from '../../testing.ts'
import { aDispute, anAmendment } from '../../testing-amendments.ts'
import { settleDispute } from '../disputes/settle-dispute.ts'
import { signRenewal } from '../renewal/sign-renewal.ts'
import { type AmendmentTarget, changeAmendmentClause, changeAmendmentTerms } from './change-amendment.ts'
import { draftAmendment } from './draft-amendment.ts'
import { requestAmendment } from './request-amendment.ts'
import { signAmendment } from './sign-amendment.ts'

const app = useApp({ today: day('2026-06-17') })
const signature = {
  party: 'region',
  signedOn: day('2026-06-17'),
  signatory: 'Hugo Lestrade',
  capacity: 'directeur',
}
const clause = { key: 'objet', text: 'Un autre objet.' }

async function amendmentTarget(id: AgreementId, version = 1): Promise<AmendmentTarget> {
  return { ...(await targetOf(app.context(), id)), number: 1, version }
}

async function signedActs(id: AgreementId) {
  const agreement = await findAgreement(app.services.db, app.context().reach, id)
  return (agreement?.acts ?? []).filter(
    ({ type }) => type === 'amendment_signed' || type === 'renewal_signed',
  )
}

describe('amendments settle races', () => {
  it('takes the next number, without hole nor double, when eight are drafted at once (AGR-114)', async () => {
    const id = await anAgreementInForce(app.context())
    const target = await targetOf(app.context(), id)
    await Promise.all(Array.from({ length: 8 }, () => draftAmendment(app.context(), target, 'Objet')))
    const numbers = (await amendmentsOf(app.services.db, id)).map(({ number }) => number)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('keeps one of two writings made at the same instant, and refuses the other (AGR-21)', async () => {
    const id = await anAgreementInForce(app.context())
    await anAmendment(app.context(), id)
    const target = await amendmentTarget(id)
    const outcomes = await Promise.all([1, 2].map(() => changeAmendmentClause(app.context(), target, clause)))
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'rewritten-meanwhile' }])
  })

  it('records once a signature pressed three times, and one of two parties at the same instant (AGR-33)', async () => {
    const id = await anAgreementInForce(app.context())
    await anAmendment(app.context(), id)
    await changeAmendmentClause(app.context(), await amendmentTarget(id), clause)
    const target = await amendmentTarget(id, 2)
    const parties = ['region', 'region', 'cocontractant']
    const outcomes = await Promise.all(
      parties.map((party) => signAmendment(app.context(), target, { ...signature, party })),
    )
    expect(outcomes.filter(isRefusal)).toHaveLength(2)
    expect(await signedActs(id)).toHaveLength(1)
  })

  it('a text signed is the text shown: what was written since is read again first', async () => {
    const id = await anAgreementInForce(app.context())
    await anAmendment(app.context(), id)
    await changeAmendmentClause(app.context(), await amendmentTarget(id), clause)
    const stale = await signAmendment(app.context(), await amendmentTarget(id, 1), signature)
    expect(stale).toMatchObject({ refused: 'rewritten-meanwhile' })
  })

  it('a renewal and a second one at the same instant: one signature, the other page is stale (AGR-114)', async () => {
    const options = { templateId: 'canope' }
    const id = await anAgreementInForce(app.context(), day('2024-06-12'), options)
    const target = await targetOf(app.context(), id)
    const signed = { ...signature, party: 'etat', years: 2 }
    const outcomes = await Promise.all([1, 2].map(() => signRenewal(app.context(), target, signed)))
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }])
    expect(await signedActs(id)).toHaveLength(1)
  })
})

describe('what is refused', () => {
  it('an amendment to a draft, and a term that does not hold', async () => {
    const draft = await aReadyDraft(app.context())
    const early = await draftAmendment(app.context(), { id: draft, seen: 0 }, 'Objet')
    expect(early).toMatchObject({ refused: 'no-amendment-before-entry' })
    const id = await anAgreementInForce(app.context())
    await anAmendment(app.context(), id)
    const change = { object: 'X', figures: {}, renewalMode: 'tacit' as const, newLastDay: null }
    const before = await changeAmendmentTerms(app.context(), await amendmentTarget(id), {
      ...change,
      effectiveOn: day('2026-06-11'),
    })
    expect(before).toMatchObject({ refused: 'effect-before-entry' })
    const senseless = await changeAmendmentTerms(app.context(), await amendmentTarget(id), {
      ...change,
      figures: { initialYears: 0 },
      effectiveOn: null,
    })
    expect(senseless).toMatchObject({ refused: 'invalid-terms' })
  })

  it.each([
    ['dated-in-the-future', { signedOn: day('2026-06-18') }],
    ['signed-before-entry', { signedOn: day('2026-06-11') }],
    ['unknown-party', { party: 'etat' }],
  ])('a signature: %s (AGR-86)', async (refused, change) => {
    const id = await anAgreementInForce(app.context())
    await anAmendment(app.context(), id)
    await changeAmendmentClause(app.context(), await amendmentTarget(id), clause)
    const outcome = await signAmendment(app.context(), await amendmentTarget(id, 2), {
      ...signature,
      ...change,
    })
    expect(outcome).toMatchObject({ refused })
  })

  it('what is out of reach or in another network does not exist', async () => {
    const id = await anAgreementInForce(app.context())
    await anAmendment(app.context(), id)
    const dispute = await aDispute(app.context(), id)
    const target = await amendmentTarget(id)
    const elsewhere = app.context({ reach: { kind: 'all', network: app.networks.baie } })
    const nobody = app.context({
      reach: { kind: 'these', network: app.networks.estuaire, organisations: [] },
    })
    const request = { from: 'region', arrivedOn: day('2026-06-17'), sentOn: null, object: 'X' }
    for (const context of [elsewhere, nobody]) {
      const outcomes = await Promise.all([
        draftAmendment(context, target, 'X'),
        changeAmendmentClause(context, target, clause),
        signAmendment(context, target, signature),
        signRenewal(context, target, { ...signature, years: 1 }),
        requestAmendment(context, target, request),
        settleDispute(context, target, { dispute, settledOn: day('2026-06-17') }),
      ])
      for (const outcome of outcomes) expect(outcome).toMatchObject({ refused: 'no-such-agreement' })
    }
  })
})
