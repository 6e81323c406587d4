import { beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { type Somebody, somebody } from '../../identity/testing-members.ts'
import type { Audience, Choices } from '../domain/consent.ts'
import { changeConsents } from '../use-cases/change-consents.ts'
import { choicesOf } from './consents.store.ts'
import { shownFields } from './shown.queries.ts'

const app = useApp()
let person: Somebody

beforeEach(async () => {
  person = await somebody(app, 'facilitator')
})

const choose = (choices: Choices, network = app.context().network) =>
  changeConsents(
    app.context({ network }),
    person.personId,
    choices,
    (field, audience) => `${field} ${audience}`,
  )

async function shown(audience: Audience, network = app.networks.estuaire) {
  const today = app.clock.today()
  const found = await shownFields(app.services.db, network, [person.personId], { audience, today })
  return found.get(person.personId) ?? null
}

describe('what a person lets each reader see (DIR-78)', () => {
  it('is nothing without consent', async () => {
    expect([await shown('public'), await shown('network'), await shown('same_place')]).toEqual([
      null,
      null,
      null,
    ])
  })

  it.each<[Audience, readonly Audience[]]>([
    ['public', ['public', 'network', 'same_place']],
    ['network', ['network', 'same_place']],
    ['same_place', ['same_place']],
  ])('shown to %s, is read by %s and nobody farther', async (chosen, readers) => {
    await choose({ name: chosen })
    for (const audience of ['public', 'network', 'same_place'] as const)
      expect((await shown(audience))?.name ?? null, audience).toBe(
        readers.includes(audience) ? person.name : null,
      )
  })

  it('is field by field: what was not chosen is null beside what was', async () => {
    await choose({ name: 'public', email: 'network', organisation: 'same_place' })
    expect(await shown('public')).toMatchObject({ name: person.name, email: null, organisation: null })
    expect(await shown('network')).toMatchObject({ email: person.email, organisation: null })
    expect(await shown('same_place')).toMatchObject({ organisation: person.organisationName })
  })

  it('withdrawn, is gone at once', async () => {
    await choose({ name: 'public', email: 'public' })
    await choose({ email: 'public' })
    expect(await shown('same_place')).toMatchObject({ name: null, email: person.email })
    await choose({})
    expect(await shown('same_place')).toBeNull()
  })

  it('ends with the rights, and with the account', async () => {
    await choose({ name: 'public' })
    const { db } = app.services
    await db
      .updateTable('identity.person')
      .set({ anonymised_at: app.clock.now() })
      .where('id', '=', person.personId)
      .execute()
    expect(await shown('public')).toBeNull()
    await db
      .updateTable('identity.person')
      .set({ anonymised_at: null })
      .where('id', '=', person.personId)
      .execute()
    await db
      .updateTable('identity.membership')
      .set({ ended_at: app.clock.now() })
      .where('id', '=', person.id)
      .execute()
    expect(await shown('public')).toBeNull()
  })
})

describe('two choices at once', () => {
  it('settle: one holds for each field, all are kept as proof, none is an error', async () => {
    for (let round = 0; round < 5; round += 1) {
      const wanted: Audience[] = ['public', 'network', 'same_place']
      const answers = await Promise.all(
        wanted.map((audience) =>
          person.browser.post('/compte/diffusion', {
            name: audience,
            job_title: 'personne',
            organisation: 'personne',
            email: audience,
            phone: 'personne',
          }),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
      const held = await choicesOf(app.services.db, person.personId, app.networks.estuaire)
      // One of the three forms, whole: never the name of one and the e-mail of another.
      expect(wanted).toContain(held.name)
      expect(held).toEqual({ name: held.name, email: held.name })
    }
  })

  it('the database itself holds one consent per field', async () => {
    await choose({ name: 'public' })
    const twice = app.database.pool.query(
      `insert into privacy.consent (id, person_id, network_id, field, audience, wording, given_at)
       select gen_random_uuid(), person_id, network_id, field, 'network', wording, given_at
       from privacy.consent where person_id = $1 and withdrawn_at is null`,
      [person.personId],
    )
    await expect(twice).rejects.toMatchObject({ constraint: 'one_consent_per_field' })
  })
})

describe('what is shown keeps others out', () => {
  it('one network’s choice shows nothing in another', async () => {
    await choose({ name: 'public' })
    expect(await shown('same_place', app.networks.baie)).toBeNull()
  })
})
