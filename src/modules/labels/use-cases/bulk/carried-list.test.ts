import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { anAgreementInForce, aPlace } from '../../../agreements/testing.ts'
import { aMandate, someDocument } from '../../../identity/testing-organisations.ts'
import { addAward } from '../../data/awards/awards.store.ts'
import { placesToTell } from '../../data/bulk/place-lists.queries.ts'
import { tellList } from '../../jobs/tell-list.ts'
import { aLabelByList, aSignedList } from '../../testing-bulk.ts'
import { perimeterOf } from './perimeter.ts'

const app = useApp()
let agreement: Id<'agreement'>
let partner: OrganisationId
let theirs: Id<'place'>
let free: Id<'place'>

async function sql<Row extends Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await app.database.pool.query<Row>(text, values)).rows
}

beforeAll(async () => {
  const context = app.context()
  free = await aPlace(context, 'Atelier libre')
  theirs = await aPlace(context, 'Lieu d’une autre convention')
  await anAgreementInForce(context, day('2026-06-12'), { partner: 'Autre partenaire', places: [theirs] })
  agreement = await anAgreementInForce(context, day('2026-06-12'), { partner: 'Réseau national' })
  // As an agreement whose template has no list of places (001).
  await sql('delete from agreements.place_cover where agreement_id = $1', [agreement])
  const [found] = await sql<{ partner_id: OrganisationId }>(
    'select partner_id from agreements.agreement where id = $1',
    [agreement],
  )
  partner = found?.partner_id as OrganisationId
})

async function aList() {
  const context = app.context()
  const version = await aLabelByList(context)
  const document = await someDocument(app.services.files)
  const file = await keepFile(context.db, context, document, document.sha256)
  const mandate = await aMandate(context, partner)
  const about = { organisation: partner, agreement, place: free, mandate, file }
  return { ...(await aSignedList(context, about, version)), version }
}

describe('an agreement that lists no place', () => {
  it('lets its partner propose what no other agreement covers, and carries what its charter was signed for (LAB-19)', async () => {
    const context = app.context()
    const { list, version } = await aList()
    const about = { schemeId: version.scheme.id, agreementId: agreement, partnerId: partner }
    const barredFor = await perimeterOf(context, context.db, about)
    expect(barredFor(theirs)).toBe('outside')
    expect(barredFor(free)).toBe('already-listed')
    const covers = 'select place_id, from_day from labels.cover where agreement_id = $1'
    expect(await sql(covers, [agreement])).toEqual([{ place_id: free, from_day: '2026-06-12' }])
    expect(list).toBeDefined()
    // What the public reads follows that cover: the label is borne, though no list of the agreement names the place.
    await addAward(
      context.db,
      {
        ...{ scheme: version.scheme, holder: { kind: 'place', id: free } },
        ...{ agreementId: agreement, grantedOn: day('2026-06-15') },
      },
      { at: context.now, by: null },
    )
    const shown = 'select place_id, from_day, until_day from labels.shown_label where agreement_id = $1'
    expect(await sql(shown, [agreement])).toEqual([
      { place_id: free, from_day: '2026-06-15', until_day: null },
    ])
    const course = 'select status, from_day from labels.label_course where agreement_id = $1'
    expect(await sql(course, [agreement])).toEqual([{ status: 'active', from_day: '2026-06-15' }])
  })
})

describe('telling the places of a list', () => {
  it('goes on where it was stopped, and tells nobody twice (LAB-21)', async () => {
    const context = app.context()
    const [{ id: list } = { id: '' }] = await sql<{ id: string }>('select id from labels.place_list')
    const id = list as Id<'place-list'>
    await sql(`update places.place set emails = '{a@exemple.fr,b@exemple.fr}' where id = $1`, [free])
    expect(await placesToTell(context.db, id, 'charter_told_at', 10)).toHaveLength(1)
    await tellList.work(app.services, { list: id, what: 'charter' })
    const mails = `select recipient from platform.mail where recipient like '%exemple.fr' order by recipient`
    expect(await sql(mails)).toHaveLength(2)
    await sql('update labels.listed_place set charter_told_at = null')
    await tellList.work(app.services, { list: id, what: 'charter' })
    expect(await sql(mails)).toHaveLength(2)
    expect(await placesToTell(context.db, id, 'charter_told_at', 10)).toEqual([])
  })
})
