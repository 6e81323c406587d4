import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { addDesk, addOpeningRules } from '../../src/modules/equipment/data/desks.store.ts'
import type { DeskId } from '../../src/modules/equipment/domain/equipment.ts'
import { aBorrower, anInventory, at, aWish, done, type Lent } from '../../src/modules/equipment/testing.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { approveLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2027-02-22') })
let lent: Lent
let far: DeskId
let head: Browser
let own: Browser
let borrower: Awaited<ReturnType<typeof aBorrower>>

const context = () => app.context({ now: app.clock.now() })
const unitAt = (index: number) => `/materiel/gestion/${lent.inventoryId}/exemplaires/${lent.units[index]}`
const typed = (depart: string, jours = '1') => ({ vers: far, depart, jours })

async function takenBy(unit: string | undefined) {
  const { rows } = await app.database.pool.query<{ kind: string; days: string }>(
    `select kind, to_char(lower(period) at time zone 'Europe/Paris', 'YYYY-MM-DD') || ' '
      || to_char(upper(period) at time zone 'Europe/Paris', 'YYYY-MM-DD') as days
     from equipment.occupancy where unit_id = $1 and status = 'firm'`,
    [unit],
  )
  return rows
}

beforeAll(async () => {
  const { db, network, now } = app.context()
  const named = {
    name: 'Tête des deux guichets',
    kind: 'departement',
    siret: null,
    commune: 'Saint-Lô',
  } as const
  const owner = await addOrganisation(db, network.id, named, now)
  lent = await anInventory(app.context(), { units: 4, name: 'Matériel des deux guichets', owner })
  far = await addDesk(
    db,
    lent.inventoryId,
    { name: 'Guichet de la côte', location: '', timeZone: 'Europe/Paris' },
    now,
  )
  await addOpeningRules(
    db,
    far,
    [1, 2, 3, 4, 5].map((weekday) => ({
      ...{ weekday, opens: '09:00', closes: '12:00' },
      ...{ from: day('2020-01-01'), until: null },
    })),
  )
  borrower = await aBorrower(app.context(), { partner: 'Val des deux guichets' })
  head = await app.signIn('officer', { organisation: owner })
  own = await app.signIn('partner', { organisation: borrower.organisationId })
})

describe('un exemplaire change de guichet', () => {
  it('EQP-307 : le trajet l’occupe, jours fermés compris, et son guichet change à l’arrivée', async () => {
    expect((await head.post(`${unitAt(0)}/transfert`, typed('05/03/2027'))).status).toBe(303)
    expect(await takenBy(lent.units[0])).toEqual([{ kind: 'transfer', days: '2027-03-05 2027-03-09' }])
    const wanted = [{ modelId: lent.model, unitId: lent.units[0], count: 1 }]
    const meanwhile = aWish(lent, borrower, at('2027-03-08', '10:00'), at('2027-03-10', '10:00'), { wanted })
    expect(await requestLoan(context(), meanwhile)).toMatchObject({ refused: 'already_taken' })
    const shown = await read(await head.get(unitAt(0)))
    expect(shown.text).toContain('De « Guichet » vers « Guichet de la côte »')
    expect((await head.post(`${unitAt(0)}/transfert/arrivee`, {})).status).toBe(303)
    expect(await takenBy(lent.units[0])).toEqual([])
    expect((await read(await head.get(unitAt(0)))).text).toContain('Guichet de la côte')
    expect((await head.post(`${unitAt(0)}/transfert/arrivee`, {})).status).toBe(409)
  })

  it('EQP-307 : un trajet annulé le laisse libre à son guichet', async () => {
    expect((await head.post(`${unitAt(1)}/transfert`, typed('05/03/2027', '3'))).status).toBe(303)
    expect((await head.post(`${unitAt(1)}/transfert`, typed('05/04/2027'))).status).toBe(409)
    expect((await head.post(`${unitAt(1)}/transfert/abandon`, {})).status).toBe(303)
    expect(await takenBy(lent.units[1])).toEqual([])
  })
})

describe('ce qui est refusé, et pourquoi', () => {
  it.each([
    ['pendant le trajet', '2027-04-06', '2027-04-09', '05/04/2027'],
    ['plus tard, à son guichet d’aujourd’hui', '2027-06-07', '2027-06-09', '03/05/2027'],
  ])('EQP-307 : un prêt accordé %s est en travers, et se lit', async (_, from, until, depart) => {
    const wanted = [{ modelId: lent.model, unitId: lent.units[2] ?? null, count: 1 }]
    const wish = aWish(lent, borrower, at(from, '10:00'), at(until, '10:00'), { wanted })
    const [line] = done(await requestLoan(context(), wish)).lines
    const asked = done(line ?? null)
    done(await approveLine(context(), { lineId: asked.id, seen: asked.seq }, { reason: 'Oui' }))
    const refused = await read(await head.post(`${unitAt(2)}/transfert`, typed(depart)))
    expect(refused.status).toBe(409)
    expect(refused.problems.join(' ')).toContain('Un prêt compte sur cet exemplaire')
    expect(refused.links.some(({ href }) => href.endsWith(`/prets/${asked.id}`))).toBe(true)
    await app.database.pool.query(
      "update equipment.occupancy set status = 'released', held_until = null where line_id = $1",
      [asked.id],
    )
  })
})

describe('qui n’entre pas', () => {
  it('un emprunteur ne déplace rien', async () => {
    expect((await own.post(`${unitAt(3)}/transfert`, typed('05/03/2027'))).status).toBe(404)
  })
})
