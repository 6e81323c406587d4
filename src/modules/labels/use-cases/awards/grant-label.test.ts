import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { anAgreementInForce, aPlace } from '../../../agreements/testing.ts'
import { addScheme, type SchemeId } from '../../data/awards/awards.store.ts'
import { aPublishedScheme } from '../../testing-proof.ts'
import { grantLabel } from './grant-label.ts'

const app = useApp({ today: '2027-03-01' as never })
let schemeId: SchemeId

beforeAll(async () => {
  const scheme = { code: 'epn', name: 'EPN Essai' }
  schemeId = await addScheme(app.services.db, app.networks.estuaire, scheme)
})

async function listed(partner: string, places?: Parameters<typeof anAgreementInForce>[2]) {
  return anAgreementInForce(app.context(), day('2027-01-04'), { partner, ...places })
}

async function numbers(): Promise<string[]> {
  const { rows } = await app.database.pool.query('select number from labels.award order by number')
  return rows.map(({ number }) => number)
}

describe('a label granted', () => {
  it('has a number of its own, also when eight are granted at once (LAB-54)', async () => {
    const context = app.context()
    const grants = []
    for (let rank = 1; rank <= 8; rank += 1) {
      const place = await aPlace(context, `Maison ${rank}`)
      const agreementId = await listed(`Commune ${rank}`, { places: [place] })
      grants.push({ agreementId, schemeId, placeIds: [place], grantedOn: day('2027-02-01') })
    }
    const granted = await Promise.all(grants.map((grant) => grantLabel(app.context(), grant)))
    expect(granted.filter((one) => isRefusal(one))).toEqual([])
    expect(await numbers()).toEqual(Array.from({ length: 8 }, (_, rank) => `EPN-2027-000${rank + 1}`))
  })

  it('is borne once at a time: a second agreement grants it only when the first no more carries it (LAB-37, LAB-54)', async () => {
    const context = app.context()
    const place = await aPlace(context, 'Deux conventions')
    const first = await listed('Première', { places: [place] })
    const second = await listed('Seconde', { places: [place] })
    const grant = (agreementId: typeof first) =>
      grantLabel(app.context(), { agreementId, schemeId, placeIds: [place], grantedOn: day('2027-02-01') })
    expect(isRefusal(await grant(first))).toBe(false)
    expect(await grant(second)).toMatchObject({ refused: 'already-granted' })
    await app.database.pool.query(
      `update agreements.place_cover set until_day = '2027-01-31', label_until_day = '2027-01-31', label_outcome = 'ended'
       where agreement_id = $1`,
      [first],
    )
    expect(isRefusal(await grant(second))).toBe(false)
  })

  it('is not given by an agreement when a list under charter, or a jury, is to decide of it (LAB-20, LAB-29, LAB-69)', async () => {
    const context = app.context()
    const place = await aPlace(context, 'Lieu sans charte')
    const agreementId = await listed('Sans charte', { places: [place] })
    const grant = (id: SchemeId) =>
      grantLabel(app.context(), {
        agreementId,
        schemeId: id,
        placeIds: [place],
        grantedOn: day('2027-02-01'),
      })
    for (const change of [{ route: 'bulk' }, { route: 'jury' }, { holderKind: 'collectivite' }] as const) {
      const { id } = await aPublishedScheme(
        context,
        { code: Object.values(change).join(), name: 'Autre voie' },
        change,
      )
      expect(await grant(id)).toMatchObject({ refused: 'no-such-scheme' })
    }
    const { id } = await aPublishedScheme(context, { code: 'par-convention', name: 'Par la convention' })
    expect(isRefusal(await grant(id))).toBe(false)
  })
})
