import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames, organisationWithin } from '../../data/organisations/organisations.store.ts'
import { aMandate, anOrganisation } from '../../testing-organisations.ts'
import { capacitiesOf } from './capacities.ts'
import { changeOrganisation } from './change-organisation.ts'
import { type Merge, mergeOrganisations } from './merge-organisations.ts'
import { recordOrganisation } from './record-organisation.ts'
import { separateOrganisation } from './separate-organisation.ts'

const app = useApp()
let made = 0
const several = (count: number, siret: string | null = null) =>
  Promise.all(
    Array.from({ length: count }, () => {
      made += 1
      return anOrganisation(app.context(), { name: `Structure ${made}`, siret: made % 2 ? siret : null })
    }),
  )
const found = async (id: OrganisationId) => {
  const organisation = await organisationWithin(app.services.db, app.context().reach, id)
  if (!organisation) throw new Error('no such organisation')
  return organisation
}
const details = {
  ...{ acronym: '', kind: 'commune', rna: null, ridet: null, address: '', postalCode: '' },
  ...{ commune: '', email: '', phone: '', website: '', siret: null },
}

async function merge(duplicate: OrganisationId, kept: OrganisationId, copied: Merge['copied'] = []) {
  const seen = { duplicate: (await found(duplicate)).version, kept: (await found(kept)).version }
  return () => mergeOrganisations(app.context(), { duplicate, kept, seen, copied })
}

describe('a merge', () => {
  it('reads the two as one: name, mandates; and comes back', async () => {
    const [kept, duplicate] = (await several(2)) as [OrganisationId, OrganisationId]
    await aMandate(app.context(), duplicate)
    expect(await (await merge(duplicate, kept))()).toBe(kept)
    const names = await organisationNames(app.services.db, [duplicate, kept])
    expect(names.get(duplicate)).toBe(names.get(kept))
    const { network, today, db } = app.context()
    expect(await capacitiesOf(db, network.id, kept, today)).toHaveLength(1)
    expect(await separateOrganisation(app.context(), duplicate)).toBe(duplicate)
    expect(await capacitiesOf(db, network.id, kept, today)).toHaveLength(0)
    expect(await capacitiesOf(db, network.id, duplicate, today)).toHaveLength(1)
  })

  it('brings what is chosen and lacking, and gives the number back when undone', async () => {
    const context = app.context()
    const kept = await anOrganisation(context, { name: 'Gardée', email: 'a@exemple.fr' })
    const duplicate = await anOrganisation(context, {
      name: 'Doublon',
      siret: '43493312300029',
      email: 'b@exemple.fr',
      phone: '0231000000',
    })
    await (await merge(duplicate, kept, ['siret', 'email']))()
    expect(await found(kept)).toMatchObject({ siret: '43493312300029', email: 'a@exemple.fr', phone: '' })
    await separateOrganisation(context, duplicate)
    expect(await found(kept)).toMatchObject({ siret: null })
    expect(await found(duplicate)).toMatchObject({ siret: '43493312300029', mergedInto: null })
  })

  it('refuses itself, a duplicate of another, one that has duplicates, and a page behind the facts', async () => {
    const [a, b, c] = (await several(3)) as [OrganisationId, OrganisationId, OrganisationId]
    const stale = await merge(a, b)
    expect(await (await merge(a, a))()).toMatchObject({ refused: 'same-organisation' })
    expect(await (await merge(a, b))()).toBe(b)
    expect(await (await merge(c, a))()).toMatchObject({ refused: 'kept-is-duplicate' })
    expect(await (await merge(a, c))()).toMatchObject({ refused: 'already-joined' })
    expect(await (await merge(b, c))()).toMatchObject({ refused: 'has-duplicates' })
    await separateOrganisation(app.context(), a)
    expect(await stale()).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await separateOrganisation(app.context(), a)).toMatchObject({ refused: 'not-joined' })
  })

  it('does not cross networks', async () => {
    const [a] = (await several(1)) as [OrganisationId]
    const there = { ...app.context(), network: { ...app.context().network, id: app.networks.baie } }
    const elsewhere = await anOrganisation(there, { name: 'Ailleurs' })
    const outcome = await mergeOrganisations(app.context(), {
      duplicate: a,
      kept: elsewhere,
      seen: { duplicate: 1, kept: 1 },
      copied: [],
    })
    expect(outcome).toMatchObject({ refused: 'no-such-organisation' })
    expect(await separateOrganisation(app.context(), elsewhere)).toMatchObject({
      refused: 'no-such-organisation',
    })
  })

  it('two at the same instant settle: one is done, the other says why, no chain and no deadlock', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [a, b, c] = (await several(3)) as [OrganisationId, OrganisationId, OrganisationId]
      const pairs = [
        [
          [a, b],
          [b, a],
        ],
        [
          [a, b],
          [a, c],
        ],
        [
          [a, b],
          [b, c],
        ],
      ][round % 3] as [OrganisationId, OrganisationId][]
      const acts = await Promise.all(pairs.map(([duplicate, kept]) => merge(duplicate, kept)))
      const outcomes = await Promise.all(acts.map((act) => act()))
      expect(outcomes.filter((outcome) => typeof outcome === 'string')).toHaveLength(1)
      const chains = await app.database.pool.query(
        `select 1 from identity.organisation o join identity.organisation i on i.id = o.merged_into
         where i.merged_into is not null`,
      )
      expect(chains.rows).toEqual([])
    }
  })
})

describe('a number', () => {
  it('is given once when several people add it at the same instant, and says whose it is', async () => {
    const siret = '05550201700019'
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((n) => recordOrganisation(app.context(), { ...details, name: `Course ${n}`, siret })),
    )
    const added = outcomes.filter((outcome) => typeof outcome === 'string')
    expect(added).toHaveLength(1)
    const refused = outcomes.find((outcome) => typeof outcome !== 'string')
    expect(refused).toMatchObject({ refused: 'number-taken', details: { register: 'siret', id: added[0] } })
  })

  it('does not tell a partner whose it is', async () => {
    const context = app.context()
    await anOrganisation(context, { name: 'Connue', rna: 'W142001234' })
    const own = await anOrganisation(context, { name: 'La mienne' })
    const reach = { kind: 'these' as const, network: context.network.id, organisations: [own] }
    const outcome = await changeOrganisation(
      { ...context, reach },
      { id: own, seen: 1 },
      { ...details, name: 'La mienne', rna: 'W142001234' },
    )
    expect(outcome).toMatchObject({ refused: 'number-taken', details: { register: 'rna', id: '', name: '' } })
  })

  it('is free again for its organisation once the duplicate that had it is joined', async () => {
    const context = app.context()
    const kept = await anOrganisation(context, { name: 'Sans numéro' })
    const duplicate = await anOrganisation(context, { name: 'Avec numéro', ridet: '0123456.001' })
    await (await merge(duplicate, kept))()
    const { version } = await found(kept)
    const changed = await changeOrganisation(
      context,
      { id: kept, seen: version },
      { ...details, name: 'Sans numéro', ridet: '0123456.001' },
    )
    expect(changed).toBe(kept)
    expect(await separateOrganisation(context, duplicate)).toBe(duplicate)
  })
})
