import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { type Somebody, somebody } from '../../testing-members.ts'
import { addOrganisation } from '../organisations/organisations.store.ts'
import { contactsAbout } from './contacts.queries.ts'
import { listPeople } from './members.queries.ts'
import { listMemberships } from './memberships.queries.ts'

describe('people of a network, for other modules', () => {
  const app = useApp()
  let officer: Somebody
  let partner: Somebody
  let ofDuplicate: Somebody
  let gone: Somebody
  let duplicate: OrganisationId

  beforeAll(async () => {
    const { db } = app.services
    const now = app.clock.now()
    officer = await somebody(app, 'officer')
    partner = await somebody(app, 'partner')
    const fields = { name: 'Doublon', kind: 'association', siret: null, commune: '' }
    duplicate = await addOrganisation(db, app.networks.estuaire, fields, now)
    ofDuplicate = await somebody(app, 'partner', { organisation: duplicate })
    gone = await somebody(app, 'partner', { organisation: partner.organisationId })
    await somebody(app, 'partner', { network: app.networks.baie })
    await db
      .updateTable('identity.organisation')
      .set({ merged_into: partner.organisationId, merged_at: now })
      .where('id', '=', duplicate)
      .execute()
    await db
      .updateTable('identity.membership')
      .set({ ended_at: now, until_day: app.clock.today(), ended_by: 'left' })
      .where('id', '=', gone.id)
      .execute()
  })

  const people = async (asked: Parameters<typeof listPeople>[2]) =>
    (await listPeople(app.services.db, app.networks.estuaire, asked, app.clock.today())).map(
      ({ name }) => name,
    )

  it('are found by role and by organisation, duplicates read as one, those who left aside', async () => {
    expect(await people({})).toEqual([officer, partner, ofDuplicate].map(({ name }) => name))
    expect(await people({ roles: ['partner'] })).toEqual([partner.name, ofDuplicate.name])
    expect(await people({ roles: [] })).toEqual([])
    for (const organisation of [partner.organisationId, duplicate])
      expect(await people({ organisation })).toEqual([partner.name, ofDuplicate.name])
    expect(await people({ organisation: officer.organisationId, roles: ['partner'] })).toEqual([])
  })

  it('say under which name their organisation is known', async () => {
    const { db } = app.services
    const [one] = await listPeople(db, app.networks.estuaire, { organisation: duplicate }, app.clock.today())
    expect(one).toMatchObject({
      organisationId: partner.organisationId,
      organisationName: partner.organisationName,
    })
  })

  it('are written to about their organisation, whichever of its duplicates is named', async () => {
    const { db } = app.services
    for (const organisation of [partner.organisationId, duplicate]) {
      const contacts = await contactsAbout(db, app.networks.estuaire, organisation, app.clock.today())
      const expected = [officer, partner, ofDuplicate].map(({ email }) => email)
      expect(contacts.map(({ email }) => email).sort()).toEqual(expected.sort())
    }
  })

  it('are played in a demonstration while their membership lasts', async () => {
    const played = await listMemberships(app.services.db, app.networks.estuaire, app.clock.today())
    expect(played.map(({ id }) => id)).not.toContain(gone.id)
    expect(played).toHaveLength(3)
  })
})
