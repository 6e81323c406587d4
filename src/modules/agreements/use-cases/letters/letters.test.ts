import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { labelEnds, placeStandings } from '../../domain/standing.ts'
import { stateOn } from '../../domain/state.ts'
import { anAgreementInForce, aPlace, targetOf } from '../../testing.ts'
import { closeFormalNotice, type FormalNoticeLetter, recordFormalNotice } from './formal-notice-acts.ts'
import { recordDenunciation } from './record-denunciation.ts'
import { recordLetterFact } from './record-letter-fact.ts'
import { recordTermination, type TerminationLetter } from './record-termination.ts'
import { withdrawDenunciation } from './withdraw-denunciation.ts'

const app = useApp({ today: day('2026-06-17') })
const notice: FormalNoticeLetter = {
  ...{ from: 'region', channel: 'registered_letter', sentOn: day('2026-05-01') },
  ...{ tracking: '1A', grounds: 'Article 4.', scope: { kind: 'full', places: [] } },
}
const SIGNED = day('2026-01-12')

/** An agreement whose formal notice of 1 May has run out, and the name of that notice. */
async function aNoticeRunOut(places?: Parameters<typeof anAgreementInForce>[2]) {
  const id = await anAgreementInForce(app.context(), SIGNED, places)
  const given = await recordFormalNotice(app.context(), await targetOf(app.context(), id), notice)
  if (isRefusal(given)) throw new Error(given.refused)
  return { id, formalNotice: given.acts.at(-1)?.id ?? '' }
}

function termination(formalNotice: string, change: Partial<TerminationLetter> = {}): TerminationLetter {
  const letter = {
    from: 'region',
    channel: 'registered_letter',
    sentOn: day('2026-06-16'),
    tracking: '',
  } as const
  return { ...letter, formalNotice, scope: { kind: 'full', places: [] }, ...change }
}

async function found(id: AgreementId) {
  const agreement = await findAgreement(app.services.db, app.context().reach, id)
  if (!agreement) throw new Error('not found')
  return agreement
}

describe('what is derived from letters', () => {
  it('equals a computation from the acts: the days of each place and of its labels (AGR-1, AGR-55)', async () => {
    const places = [await aPlace(app.context(), 'Un'), await aPlace(app.context(), 'Deux')]
    const { id, formalNotice } = await aNoticeRunOut({ places })
    const scope = { kind: 'partial', places: places.slice(0, 1) } as const
    await recordTermination(
      app.context(),
      await targetOf(app.context(), id),
      termination(formalNotice, { scope }),
    )
    const { terms, acts } = await found(id)
    const rows = await app.services.db
      .selectFrom('agreements.place_cover')
      .selectAll()
      .where('agreement_id', '=', id)
      .execute()
    const kept = rows.map((row) => [
      row.place_id,
      row.from_day,
      row.until_day,
      row.label_until_day,
      row.label_outcome,
    ])
    const ends = new Map(labelEnds(terms, acts).map((end) => [end.place, end]))
    const computed = placeStandings(terms, acts).map(({ place, from, until }) => {
      const end = ends.get(place)
      return [place, from, until, end?.until, end?.outcome]
    })
    expect(kept.sort()).toEqual(computed.sort())
    expect(new Set(kept.map(([, , until, , outcome]) => `${until} ${outcome}`))).toEqual(
      new Set(['2026-06-17 withdrawn', 'null null']),
    )
  })

  it('is kept with the journal line, and both parties are told once (AGR-43, AGR-115)', async () => {
    const { id } = await aNoticeRunOut()
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .select('action')
      .where('subject_id', '=', id)
      .execute()
    expect(lines.map(({ action }) => action)).toContain('formal-notice.given')
    const jobs = () => app.services.db.selectFrom('platform.mail').select('subject').execute()
    await app.runJobs()
    const first = (await jobs()).length
    await app.runJobs()
    expect(await jobs()).toHaveLength(first)
  })
})

describe('a letter or a notice is refused', () => {
  it.each([
    ['dated-in-the-future', { sentOn: day('2026-06-18') }],
    ['unknown-party', { from: 'etat' }],
    ['not-alive-that-day', { sentOn: day('2026-01-11') }],
    ['scope-without-place', { scope: { kind: 'partial', places: [] } }],
    ['place-not-in-annex', { scope: { kind: 'partial', places: ['ailleurs'] } }],
    ['no-such-notice', { formalNotice: 'inconnue' }],
  ] as const)('%s', async (refused, change) => {
    const { id, formalNotice } = await aNoticeRunOut()
    const target = await targetOf(app.context(), id)
    expect(await recordTermination(app.context(), target, termination(formalNotice, change))).toMatchObject({
      refused,
    })
    expect((await targetOf(app.context(), id)).seen).toBe(target.seen)
  })

  it('the end of a notice: an unknown one, or a day before it', async () => {
    const { id, formalNotice } = await aNoticeRunOut()
    const close = async (change: object) =>
      closeFormalNotice(app.context(), await targetOf(app.context(), id), {
        ...{ formalNotice, kind: 'remedied', on: day('2026-05-10') },
        ...change,
      })
    expect(await close({ formalNotice: 'inconnue' })).toMatchObject({ refused: 'no-such-notice' })
    expect(await close({ on: day('2026-04-30') })).toMatchObject({ refused: 'before-the-notice' })
    expect(await close({ on: day('2026-06-18') })).toMatchObject({ refused: 'dated-in-the-future' })
  })

  it('what the post says: in an order that cannot be, or twice (AGR-41)', async () => {
    const { id, formalNotice: letter } = await aNoticeRunOut()
    const say = async (type: Parameters<typeof recordLetterFact>[2]['type'], on: string) =>
      recordLetterFact(app.context(), await targetOf(app.context(), id), { letter, type, on: day(on) })
    expect(await say('registered_letter_received', '2026-04-30')).toMatchObject({ refused: 'before-deposit' })
    await say('registered_letter_first_presented', '2026-05-04')
    const early = await say('registered_letter_received', '2026-05-03')
    expect(early).toMatchObject({ refused: 'letter-facts-out-of-order' })
    await say('registered_letter_returned_unclaimed', '2026-05-20')
    const both = await say('registered_letter_received', '2026-05-21')
    expect(both).toMatchObject({ refused: 'letter-fact-known', details: { day: '2026-05-20' } })
    const unknown = { letter: 'inconnue', type: 'registered_letter_received', on: day('2026-05-21') } as const
    expect(await recordLetterFact(app.context(), await targetOf(app.context(), id), unknown)).toMatchObject({
      refused: 'no-such-letter',
    })
  })

  it('a withdrawal that nobody agreed to, or of no denunciation (AGR-48)', async () => {
    const { id, formalNotice } = await aNoticeRunOut()
    const withdraw = async (letter: string, agreedBy: string[], on = day('2026-06-16')) =>
      withdrawDenunciation(app.context(), await targetOf(app.context(), id), { letter, agreedBy, on })
    expect(await withdraw(formalNotice, ['region'])).toMatchObject({ refused: 'no-such-denunciation' })
    await recordDenunciation(app.context(), await targetOf(app.context(), id), {
      ...{ from: 'region', depositedOn: day('2026-06-15'), tracking: '' },
    })
    const letter = (await found(id)).acts.at(-1)?.id ?? ''
    expect(await withdraw(letter, [])).toMatchObject({ refused: 'nobody-agreed' })
    expect(await withdraw(letter, ['region'], day('2026-06-14'))).toMatchObject({ refused: 'before-deposit' })
  })
})

describe('two acts at the same instant (AGR-87, AGR-114)', () => {
  it('a denunciation and a termination: one is recorded, the other tries again, none is lost', async () => {
    const { id, formalNotice } = await aNoticeRunOut()
    const target = await targetOf(app.context(), id)
    const letter = { from: 'cocontractant', depositedOn: day('2026-06-15'), tracking: '' }
    const outcomes = await Promise.all([
      recordDenunciation(app.context(), target, letter),
      recordTermination(app.context(), target, termination(formalNotice)),
    ])
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }])
    const again = await targetOf(app.context(), id)
    expect(again.seen).toBe(target.seen + 1)
    const wasDenounced = !isRefusal(outcomes[0])
    await (wasDenounced
      ? recordTermination(app.context(), again, termination(formalNotice))
      : recordDenunciation(app.context(), again, letter))
    const { terms, acts } = await found(id)
    expect(stateOn(terms, acts, day('2026-06-17'))).toMatchObject({
      status: 'ended',
      endReason: 'terminated',
    })
  })

  it('out of reach, and in another network, there is no agreement', async () => {
    const { id, formalNotice } = await aNoticeRunOut()
    const target = await targetOf(app.context(), id)
    for (const reach of [{ kind: 'nobody' }, { kind: 'all', network: app.networks.baie }] as const) {
      expect(
        await recordTermination(app.context({ reach }), target, termination(formalNotice)),
      ).toMatchObject({
        refused: 'no-such-agreement',
      })
    }
  })
})
