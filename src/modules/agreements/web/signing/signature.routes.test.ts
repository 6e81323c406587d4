import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { aDelegation, aMandate, anOrganisation } from '../../../identity/testing-organisations.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { aReadyDraft } from '../../testing.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let head: OrganisationId
let partner: OrganisationId
let agreement: AgreementId
let presidency: Id<'mandate'>
let directorate: Id<'delegation'>
let mayor: Id<'mandate'>

const found = async () => {
  const one = await findAgreement(app.services.db, app.context().reach, agreement)
  if (!one) throw new Error('no such agreement')
  return one
}

beforeAll(async () => {
  const context = app.context()
  officer = await app.signIn('officer')
  head = await anOrganisation(context, { name: 'Région Estuaire', kind: 'region' })
  await app.services.db
    .updateTable('identity.network')
    .set({ head_id: head })
    .where('id', '=', context.network.id)
    .execute()
  const ended = { holderName: 'Bernard Cauvin', quality: 'président', until: day('2026-04-12') }
  presidency = await aMandate(context, head, ended)
  directorate = await aDelegation(context, head, presidency)
  agreement = await aReadyDraft(context)
  partner = (await found()).partner.id
  mayor = await aMandate(context, partner, { holderName: 'Sophie Tanguy', quality: 'présidente' })
})

const sign = (change: Record<string, string>) =>
  officer.post(`/conventions/${agreement}/signature`, { vu: '0', date: '12/06/2026', ...change })

describe('the form of a signature', () => {
  it('proposes the mandates and delegations of both parties, with their days, and chooses nobody', async () => {
    const form = await read(await officer.get(`/conventions/${agreement}/signature`))
    expect(form.text).toContain('Sophie Tanguy, présidente')
    expect(form.text).toContain('Val de Mer, depuis le 1er janvier 2024')
    expect(form.text).toContain('Région Estuaire, par délégation de Bernard Cauvin, président')
    expect(form.text).toContain('terminé')
    expect(form.document.querySelectorAll('[name="pouvoir"]:checked, [name="pouvoir"][checked]').length).toBe(
      0,
    )
  })

  it('chooses « Une autre personne » when nobody is known', async () => {
    const id = await aReadyDraft(app.context(), { partner: 'Sans mandat' })
    await app.services.db.updateTable('identity.network').set({ head_id: null }).execute()
    const form = await read(await officer.get(`/conventions/${id}/signature`))
    expect(form.document.querySelector('[name="pouvoir"][checked]')?.getAttribute('value')).toBe('autre')
    await app.services.db
      .updateTable('identity.network')
      .set({ head_id: head })
      .where('id', '=', app.networks.estuaire)
      .execute()
  })
})

describe('what is wrong with a signature is said', () => {
  it.each<[string, () => Record<string, string>, string]>([
    ['nobody', () => ({ partie: 'region', pouvoir: 'autre' }), 'Indiquez qui a signé.'],
    [
      'the other party’s',
      () => ({ partie: 'region', pouvoir: mayor }),
      'Cette personne ne représente pas la partie choisie',
    ],
    [
      'a delegation of another mandate',
      () => ({ partie: 'cocontractant', pouvoir: `${mayor}:${directorate}` }),
      'Cette personne ne représente pas la partie choisie',
    ],
    ['senseless', () => ({ partie: 'region', pouvoir: 'x' }), 'Choisissez qui a signé dans la liste.'],
    [
      'both a choice and a name',
      () => ({ partie: 'cocontractant', pouvoir: mayor, signataire: 'Quelqu’un' }),
      'effacez le nom',
    ],
  ])('%s', async (_what, change, sentence) => {
    const refused = await read(await sign(change()))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain(sentence)
  })

  it('a mandate of another network is nobody’s here', async () => {
    const there = { ...app.context(), network: { ...app.context().network, id: app.networks.baie } }
    const reach = { kind: 'all' as const, network: app.networks.baie }
    const elsewhere = await anOrganisation(there, { name: 'Ailleurs' })
    const foreign = await aMandate({ ...there, reach }, elsewhere)
    const refused = await read(await sign({ partie: 'cocontractant', pouvoir: foreign }))
    expect(refused.status).toBe(422)
  })
})

describe('a signature by mandate', () => {
  it('records person, organisation, mandate and delegation, and says what is to be confirmed', async () => {
    expect((await sign({ partie: 'cocontractant', pouvoir: mayor })).status).toBe(303)
    const vu = String((await found()).acts.at(-1)?.seq)
    const delegated = { vu, partie: 'region', pouvoir: `${presidency}:${directorate}` }
    expect((await sign(delegated)).status).toBe(303)
    const signatures = (await found()).acts.filter((act) => act.type === 'signature')
    expect(signatures).toMatchObject([
      { signatory: { name: 'Sophie Tanguy', organisation: partner, mandate: mayor } },
      {
        capacity: 'Hugo Lestrade, directeur, par délégation de Bernard Cauvin, président',
        onBehalfOf: 'Bernard Cauvin, président',
        delegation: { from: '2024-01-01' },
        signatory: { organisation: head, mandate: presidency, delegationId: directorate },
      },
    ])
    const shown = await read(await officer.get(`/conventions/${agreement}`))
    const sentence = 'Signée par délégation, 2 mois après la fin du mandat de Bernard Cauvin.'
    expect(shown.text.split(sentence).length - 1, 'beside the signature and in the timeline').toBe(2)
    expect(shown.text).toContain('En vigueur')
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .select(['mandate_id', 'delegation_id'])
      .where('action', '=', 'agreement.signed')
      .orderBy('id')
      .execute()
    expect(lines).toEqual([
      { mandate_id: mayor, delegation_id: null },
      { mandate_id: presidency, delegation_id: directorate },
    ])
  })

  it('is read anew: an end recorded later is seen on what was signed', async () => {
    expect((await read(await officer.get(`/conventions/${agreement}`))).text).not.toContain(
      'mandat de Sophie Tanguy',
    )
    await officer.post(`/structures/${partner}/mandats/${mayor}/fin`, { dernier_jour: '11/06/2026' })
    expect((await read(await officer.get(`/conventions/${agreement}`))).text).toContain(
      'Signée le lendemain de la fin du mandat de Sophie Tanguy.',
    )
  })
})
