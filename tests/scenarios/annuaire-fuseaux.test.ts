import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../src/kernel/instant.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { read, useApp, words } from '../support.ts'

// L’heure qui compte est celle du lieu : la machine qui répond peut se croire n’importe où.

const app = useApp()
const zoneBefore = process.env.TZ

/** Hours of their own for each zone of the machine, so that each works them out by itself. */
const ZONES = [
  ['UTC', '00'],
  ['Europe/Paris', '01'],
  ['Pacific/Auckland', '02'],
] as const

const PARIS = { commune: 'Saint-Lô', inseeCode: '50502', postalCode: '50000' }
const CAYENNE = { commune: 'Cayenne', inseeCode: '97302', postalCode: '97300' }
const NOUMEA = { commune: 'Nouméa', inseeCode: '98818', postalCode: '98800' }

afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ
  else process.env.TZ = zoneBefore
})

describe.each(ZONES)('un processus réglé sur %s (DIR-50, scénario 22)', (zone, minute) => {
  const slugOf = (name: string) => `${name}-${minute}`

  beforeAll(async () => {
    process.env.TZ = zone
    const morning = `09:00-12:${minute}`
    const hours: Record<string, [typeof PARIS, string]> = {
      paris: [PARIS, `Mo-Fr ${morning}`],
      cayenne: [CAYENNE, `Mo-Fr ${morning}`],
      noumea: [NOUMEA, `Mo-Fr ${morning}`],
      'sauf-mercredi': [PARIS, `Mo-Fr ${morning}; We off`],
      nuit: [PARIS, `Fr 18:00-02:${minute}`],
      'changement-d-heure': [PARIS, `Su 01:30-04:${minute}`],
    }
    for (const [name, [town, openingHours]] of Object.entries(hours))
      await addPlace(app.services.db, app.networks.estuaire, {
        ...{ ...town, slug: slugOf(name), name: slugOf(name), openingHours },
      })
  })

  it('est bien ailleurs', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })

  it.each([
    // A Wednesday, 9:30 on the spot, then a minute before opening, then half past twelve.
    ['2026-06-17T07:30:00Z', 'paris', true],
    ['2026-06-17T06:59:00Z', 'paris', false],
    ['2026-06-17T10:30:00Z', 'paris', false],
    ['2026-06-17T12:30:00Z', 'cayenne', true],
    ['2026-06-17T11:59:00Z', 'cayenne', false],
    ['2026-06-16T22:30:00Z', 'noumea', true],
    ['2026-06-16T21:59:00Z', 'noumea', false],
    // Saturday there, Friday here, and the other way round.
    ['2026-06-19T22:30:00Z', 'noumea', false],
    ['2026-06-14T22:30:00Z', 'noumea', true],
    ['2026-06-17T07:30:00Z', 'sauf-mercredi', false],
    ['2026-06-18T07:30:00Z', 'sauf-mercredi', true],
    // Friday night, past midnight.
    ['2026-06-19T15:59:00Z', 'nuit', false],
    ['2026-06-19T22:30:00Z', 'nuit', true],
    ['2026-06-19T23:59:00Z', 'nuit', true],
    ['2026-06-20T00:10:00Z', 'nuit', false],
    ['2026-06-20T23:30:00Z', 'nuit', false],
    // Two o’clock is three o’clock on 29 March, and comes twice on 25 October.
    ['2026-03-29T00:29:00Z', 'changement-d-heure', false],
    ['2026-03-29T00:30:00Z', 'changement-d-heure', true],
    ['2026-03-29T01:30:00Z', 'changement-d-heure', true],
    ['2026-03-29T02:10:00Z', 'changement-d-heure', false],
    ['2026-10-24T23:29:00Z', 'changement-d-heure', false],
    ['2026-10-25T00:30:00Z', 'changement-d-heure', true],
    ['2026-10-25T01:30:00Z', 'changement-d-heure', true],
    ['2026-10-25T02:59:00Z', 'changement-d-heure', true],
    ['2026-10-25T03:10:00Z', 'changement-d-heure', false],
  ])('%s : %s ouvert, %s', async (at, name, isOpen) => {
    app.clock.moveTo(instant(at))
    const { texts } = await read(await app.visitor().get('/lieux?ouvert=maintenant'))
    expect(texts('.row-title').includes(slugOf(name)), 'dans la liste').toBe(isOpen)
    const page = await read(await app.visitor().get(`/lieux/${slugOf(name)}`))
    const opens = /Ouvert ?·|Ouvert jusqu|Ouvert,/.test(words(page.text))
    expect(opens, page.text.slice(0, 300)).toBe(isOpen)
  })
})
