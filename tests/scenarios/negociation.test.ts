import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { Id } from '../../src/kernel/id.ts'
import type { AgreementId } from '../../src/modules/agreements/index.ts'
import { aPlace, aReadyDraft } from '../../src/modules/agreements/testing.ts'
import { aMandate, anOrganisation } from '../../src/modules/identity/testing-organisations.ts'
import { type Browser, read, useApp } from '../support.ts'

describe('Un projet de 000 négocié par les deux parties jusqu’au texte qu’elles approuvent (AGR-117, AGR-18)', () => {
  const app = useApp({ today: day('2026-06-17') })
  let officer: Browser
  let partner: Browser
  let id: AgreementId
  let page = ''
  let powers: { region: string; partner: string }

  const db = () => app.services.db
  const mails = async (subject: string) => {
    await app.runJobs()
    return db()
      .selectFrom('platform.mail')
      .selectAll()
      .where('subject', 'like', `%${subject}%`)
      .orderBy('id')
      .execute()
  }
  const emailOf = async (organisation: Id<'organisation'>) =>
    await db()
      .selectFrom('identity.membership as m')
      .innerJoin('identity.person as p', 'p.id', 'm.person_id')
      .select(['p.email', 'p.id'])
      .where('m.organisation_id', '=', organisation)
      .executeTakeFirstOrThrow()

  beforeAll(async () => {
    const context = app.context()
    officer = await app.signIn('officer')
    const head = await anOrganisation(context, { name: 'Région Estuaire', kind: 'region' })
    await db().updateTable('identity.network').set({ head_id: head }).where('slug', '=', 'estuaire').execute()
    await app.signIn('reader', { organisation: head })
    id = await aReadyDraft(context, { places: [await aPlace(context)] })
    page = `/conventions/${id}/negociation`
    const { partner_id: organisation } = await db()
      .selectFrom('agreements.agreement')
      .select('partner_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    partner = await app.signIn('partner', { organisation })
    const [president, mayor] = [await emailOf(head), await emailOf(organisation)]
    const held = { holderName: 'Nadia Corbin', quality: 'présidente' }
    powers = {
      region: await aMandate(context, head, { ...held, personId: president.id }),
      partner: await aMandate(context, organisation, {
        personId: mayor.id,
        holderName: 'Sophie Tanguy',
        quality: 'maire',
      }),
    }
    await fillDraft({ date_deliberation: '', 'partenaire.presentation': '' })
  })

  /** The officer saves the whole draft, as its page shows it, with these changes. */
  async function fillDraft(change: Record<string, string>): Promise<Response> {
    const { document, value } = await read(await officer.get(`/conventions/${id}/projet`))
    const fields = [...document.querySelectorAll('main form [name]')].map(
      (field) => field.getAttribute('name') ?? '',
    )
    const shown = Object.fromEntries(fields.map((name) => [name, (value(name) ?? '').trim()]))
    const blanks = Object.entries(change).map(([name, text]) => [`texte.${name}`, text])
    return officer.post(`/conventions/${id}/projet`, { ...shown, ...Object.fromEntries(blanks) })
  }

  const approve = async (browser: Browser, empreinte?: string) => {
    const shown = await read(await browser.get(page))
    return browser.post(`${page}/approbation`, {
      vu: '0',
      empreinte: empreinte ?? shown.value('empreinte') ?? '',
    })
  }
  const open = () =>
    officer.post(`/conventions/${id}/signature-en-ligne/ouverture`, {
      vu: '0',
      signataire_region: powers.region,
      signataire_cocontractant: powers.partner,
      ordre: 'any',
    })

  it('la responsable du co-contractant ne voit rien avant le partage', async () => {
    expect((await partner.get(`/conventions/${id}`)).status).toBe(404)
    expect((await partner.get(page)).status).toBe(404)
    expect((await read(await partner.get('/conventions'))).text).not.toContain('Val de Mer')
    const alone = await read(await officer.get(page))
    expect(alone.text).toContain('personne d’autre ne le voit encore')
    expect(alone.links.find(({ text }) => text === 'Partager le projet')?.href).toBe(`${page}/partage`)
  })

  it('la chargée de mission le partage, et elle en est prévenue par un lien', async () => {
    const shown = await read(await officer.get(`${page}/partage`))
    expect(shown.text).toContain('Un courriel part vers Camille Essai')
    expect((await officer.post(`${page}/partage`, { vu: '0' })).status).toBe(303)
    const [mail, ...others] = await mails('un projet vous est soumis')
    expect(others).toEqual([])
    expect(mail?.body).toContain(`http://localhost:3000${page}`)
    expect((await read(await partner.get(`/conventions/${id}`))).text).toContain('Négociation du texte')
  })

  it('elle remplit ce qui lui est demandé, et rien d’autre', async () => {
    const form = await read(await partner.get(`${page}/renseignements`))
    expect(form.value('texte.partenaire.presentation')).toBe('')
    expect(form.value('texte.date_deliberation')).toBeNull()
    const saved = await partner.post(`${page}/renseignements`, {
      vu: '0',
      rempli: form.value('rempli') ?? '',
      representant: 'Sophie Tanguy',
      qualite: 'maire',
      'texte.partenaire.adresse': '1 quai des Brumes, Honfleur',
      'texte.partenaire.organe': 'du conseil municipal',
      'texte.partenaire.date_decision': '3/2/2026',
      'texte.partenaire.presentation': 'La commune tient deux lieux.',
      'texte.ville_signature': 'Honfleur',
      'texte.date_deliberation': '4/4/2026',
    })
    expect(saved.status).toBe(303)
    const text = (await read(await officer.get(page))).text
    expect(text).toContain('La commune tient deux lieux.')
    expect(text).toContain('[à compléter : date de la délibération')
  })

  it('la date de délibération vide empêche d’approuver et de signer, et chacun la voit nommée (AGR-9)', async () => {
    const label = 'date de la délibération de la Commission permanente'
    const shown = await read(await officer.get(page))
    const way = shown.links.find(({ text }) => text === label)?.href ?? ''
    expect(way).toBe(`/conventions/${id}/projet#champ-texte.date_deliberation`)
    const form = await read(await officer.get(way.split('#')[0] ?? ''))
    expect(form.document.getElementById(way.split('#')[1] ?? '')).not.toBeNull()
    expect((await read(await partner.get(page))).text).toContain(`${label}, que remplit le chef de file`)
    const approved = await read(await approve(partner))
    expect([approved.status, approved.problems.join()]).toEqual([422, expect.stringContaining(label)])
    const opened = await read(await open())
    expect([opened.status, opened.problems.join()]).toEqual([422, expect.stringContaining(label)])
  })

  it('elle propose un autre objet et une durée de deux ans ; la chargée de mission refuse l’un, accepte l’autre (AGR-19)', async () => {
    const objet = await read(await partner.get(`${page}/articles/objet`))
    const before = (objet.value('texte') ?? '').trim()
    const proposed = await partner.post(`${page}/articles/objet/texte`, {
      vu: '0',
      version: objet.value('version') ?? '',
      texte: `${before}\n\nLes lieux tiennent un registre commun.`,
      pourquoi: 'Pour compter les visites.',
    })
    expect(proposed.status).toBe(303)
    const longer = { vu: '0', terme: 'initialYears', valeur: '2', raison: '' }
    expect((await partner.post(`${page}/articles/duree/terme`, longer)).status).toBe(303)
    const [told] = await mails('une proposition attend votre réponse')
    expect(told?.body).toContain('Val de Mer propose un autre texte pour un article')

    const thread = await read(await officer.get(`${page}/articles/objet`))
    expect(thread.texts('ins').join()).toContain('Les lieux tiennent un registre commun.')
    const refusal = [...thread.document.querySelectorAll('form')].find((one) =>
      one.getAttribute('action')?.endsWith('/refus'),
    )
    const [field] = [...(refusal?.querySelectorAll('textarea') ?? [])].map(
      (one) => one.getAttribute('name') ?? '',
    )
    const action = refusal?.getAttribute('action') ?? ''
    expect((await officer.post(action, { vu: '0' })).status).toBe(422)
    expect((await officer.post(action, { vu: '0', [field ?? '']: 'Un registre existe déjà.' })).status).toBe(
      303,
    )
    expect((await read(await partner.get(`${page}/articles/objet`))).text).toContain(
      '« Un registre existe déjà. »',
    )

    const duration = await read(await officer.get(`${page}/articles/duree`))
    expect([duration.texts('del').join(), duration.texts('ins').join()]).toEqual([
      expect.stringContaining('trois'),
      expect.stringContaining('deux'),
    ])
    const acceptance =
      duration.document.querySelector('form[action$="/accord"]')?.getAttribute('action') ?? ''
    expect((await officer.post(acceptance, { vu: '0' })).status).toBe(303)
    expect((await read(await partner.get(`/conventions/${id}`))).text).toContain('deux ans')
  })

  it('la date remplie, les deux approuvent un même texte ; sans les deux, la signature en ligne ne s’ouvre pas', async () => {
    expect((await fillDraft({ date_deliberation: '14/3/2026' })).status).toBe(303)
    const shown = await read(await officer.get(page))
    expect((await approve(officer)).status).toBe(303)
    const early = await read(await open())
    expect(early.problems.join()).toContain('pas encore approuvé pour signature par Val de Mer')
    expect((await approve(partner, shown.value('empreinte') ?? '')).status).toBe(303)
    const rows = await db()
      .selectFrom('agreements.draft_approval')
      .select(['party', 'fingerprint'])
      .where('cancelled_at', 'is', null)
      .execute()
    expect(rows.map(({ party }) => party).sort()).toEqual(['cocontractant', 'region'])
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(1)
    expect((await read(await officer.get(page))).text).toContain('Approuvé par Camille Essai')
  })

  it('une modification plus tard annule les deux approbations, et le dit aux deux', async () => {
    expect((await fillDraft({ 'chef_de_file.dpo': 'autre@example.fr' })).status).toBe(303)
    expect((await read(await partner.get(page))).text).toContain('Approbation annulée')
    const told = await mails('les approbations sont annulées')
    const managers = await db()
      .selectFrom('identity.membership')
      .select('role')
      .where('role', 'in', ['officer', 'partner'])
      .execute()
    expect(told).toHaveLength(managers.length)
    expect((await read(await open())).problems.join()).toContain('Région Estuaire et Val de Mer')
    // Saved again as it is, nothing changes: an approval stands.
    await approve(partner)
    expect((await fillDraft({})).status).toBe(303)
    expect((await read(await partner.get(page))).text).toContain('Approuvé par Camille Essai')
  })

  it('approuvé de nouveau, le texte négocié est celui que l’on signe', async () => {
    expect((await approve(officer)).status).toBe(303)
    expect((await open()).status).toBe(303)
    const { content } = await db()
      .selectFrom('agreements.signing_text')
      .select('content')
      .executeTakeFirstOrThrow()
    expect(content).toContain('Elle est conclue pour deux ans.')
    const locked = await read(await partner.get(page))
    expect(locked.text).toContain('Le texte est figé : la signature en ligne est ouverte. Camille Essai')
    const late = await read(
      await partner.post(`${page}/articles/objet/commentaire`, { vu: '0', commentaire: 'Trop tard ?' }),
    )
    expect(late.status).toBe(422)
    expect(late.texts('#garder ~ p')).toEqual(['Trop tard ?'])
    expect(late.problems.join()).toContain('peut la fermer')
  })
})
