import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { addOrganisation } from '../../../identity/index.ts'
import { aScheme } from '../../domain/schemes/testing.ts'
import { aLabel } from '../../testing-applications.ts'
import { aSentFile, onlyMemberOf } from '../../testing-instruction.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import { instructionSections } from './personal-data.ts'
import { instructionRetention } from './retention.ts'

const app = useApp()
let officer: Browser
let person: PersonId
let file: ApplicationId

const count = async (table: string) =>
  Number((await app.database.pool.query(`select count(*) from labels.${table}`)).rows[0].count)

/** Everything an instructor may write about a file. */
beforeAll(async () => {
  const { db, network, now } = app.context()
  const fields = { name: 'Tête', kind: 'region', siret: null, commune: 'Caen' }
  const organisation = await addOrganisation(db, network.id, fields, now)
  officer = await app.signIn('officer', { organisation })
  person = await onlyMemberOf(app.context(), organisation)
  const label = await aLabel(app.context(), aScheme())
  file = await aSentFile(app.context(), { label })
  const group = { nom: 'Manche', departements: '50', epci: '', label: '' }
  const opened = await officer.post('/instruction/groupes', group)
  await officer.post(`${opened.headers.get('location')}/membres`, { personne: person })
  await officer.post(`/instruction/${file}/prise-en-charge`)
  const marks = { vu: '0', 'constat-A1': 'complete', 'constat-A2': 'incorrect', 'message-A2': 'À préciser.' }
  await officer.post(`/instruction/${file}/rubriques/1`, marks)
  await officer.post(`/instruction/${file}/visites`, {
    ...{ date: '20/06/2026', visiteurs: 'Une instructrice', criteres: ['A1'] },
  })
  const proposal = { sens: 'refused', motifs: 'Rien ne convient.' }
  expect((await officer.post(`/instruction/${file}/proposition`, proposal)).status).toBe(303)
  await officer.get(`/instruction/${file}`)
})

describe('what is kept about those who instruct', () => {
  it('they find it in the export of their data', async () => {
    const { db, network } = app.context()
    const sections = await instructionSections(db, person, network.id)
    const filled = sections.filter(({ rows }) => rows.length > 0).map(({ key }) => key)
    expect(filled).toEqual([
      ...['groupes-ouverts', 'groupes-d-instruction', 'dossiers-confies', 'rubriques-examinees', 'constats'],
      ...['visites', 'propositions', 'presence'],
    ])
    expect((await instructionSections(db, person, app.networks.baie)).flatMap(({ rows }) => rows)).toEqual([])
  })

  it('what was written goes with the file that is let go of, and not before (LAB-55)', async () => {
    const [rule] = instructionRetention
    expect(await rule?.apply(app.services)).toBe(0)
    expect(await count('review_mark')).toBe(2)
    await app.database.pool.query('update labels.application set reduced_at = now() where id = $1', [file])
    expect(await rule?.apply(app.services)).toBeGreaterThan(0)
    expect([await count('review_mark'), await count('proposal')]).toEqual([0, 0])
    const page = await read(await officer.get(`/instruction/${file}/visites`))
    expect(page.text).not.toContain('Une instructrice')
    expect(await rule?.apply(app.services)).toBe(0)
  })

  it('a trace of presence lasts an hour', async () => {
    expect(await count('presence')).toBe(1)
    app.moveTo('2026-06-18')
    await instructionRetention[0]?.apply(app.services)
    expect(await count('presence')).toBe(0)
  })
})
