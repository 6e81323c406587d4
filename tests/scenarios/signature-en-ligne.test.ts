import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { aReadyDraft } from '../../src/modules/agreements/testing.ts'
import { asApproved } from '../../src/modules/agreements/testing-negotiation.ts'
import { aMandate, anOrganisation } from '../../src/modules/identity/testing-organisations.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

describe('Une convention signée en ligne par les deux parties, l’une après l’autre (000 art. 8 et bloc de signature)', () => {
  const app = useApp({ today: day('2026-06-17') })
  let officer: Browser
  let region: Browser
  let partner: Browser
  let agreement = ''
  let powers: { region: string; partner: string }

  /** Somebody signed in, who holds a mandate of that organisation. */
  async function representative(
    context: Context,
    role: 'reader' | 'partner',
    organisation: OrganisationId,
    [holderName, quality]: [string, string],
  ): Promise<{ browser: Browser; mandate: string }> {
    const browser = await app.signIn(role, { organisation })
    const { person_id: personId } = await app.services.db
      .selectFrom('identity.membership')
      .select('person_id')
      .where('organisation_id', '=', organisation)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const mandate = await aMandate(context, organisation, { personId, holderName, quality })
    return { browser, mandate }
  }

  beforeAll(async () => {
    const context = app.context()
    const { db } = app.services
    officer = await app.signIn('officer')
    const head = await anOrganisation(context, { name: 'Région Estuaire', kind: 'region' })
    await db.updateTable('identity.network').set({ head_id: head }).where('slug', '=', 'estuaire').execute()
    const id = await asApproved(context, await aReadyDraft(context))
    agreement = `/conventions/${id}`
    const { partner_id } = await db
      .selectFrom('agreements.agreement')
      .select('partner_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const president = await representative(context, 'reader', head, ['Nadia Corbin', 'présidente'])
    const manager = await representative(context, 'partner', partner_id, ['Sophie Tanguy', 'présidente'])
    region = president.browser
    partner = manager.browser
    powers = { region: president.mandate, partner: manager.mandate }
  })

  const lastMail = async (subject: string) => {
    await app.runJobs()
    return app.services.db
      .selectFrom('platform.mail')
      .selectAll()
      .where('subject', 'like', `%${subject}%`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  }

  async function signWithCode(browser: Browser): Promise<Response> {
    const page = `${agreement}/signature-en-ligne`
    const empreinte = (await read(await browser.get(page))).value('empreinte') ?? ''
    await browser.post(`${page}/code`, { empreinte, lu: 'oui', engage: 'oui' })
    const code = /: (\d{6})/.exec((await lastMail('votre code')).body)?.[1] ?? ''
    return browser.post(page, { empreinte, code })
  }

  it('la chargée de mission fige le texte et appelle d’abord le co-contractant (AGR-21, AGR-26)', async () => {
    const form = await read(await officer.get(`${agreement}/signature-en-ligne/ouverture`))
    expect(form.text).toContain('Sophie Tanguy, présidente')
    const opened = await officer.post(`${agreement}/signature-en-ligne/ouverture`, {
      vu: '0',
      signataire_region: powers.region,
      signataire_cocontractant: powers.partner,
      ordre: 'partner-first',
    })
    expect(opened.status).toBe(303)
    const mail = await lastMail('à vous de signer')
    expect(mail.body).toContain(`${agreement}/signature-en-ligne`)
  })

  it('la partenaire est menée de la convention au texte entier, puis à son code (AGR-24)', async () => {
    const page = await read(await partner.get(agreement))
    const way = page.links.find(({ text }) => text === 'Signer en ligne')?.href
    expect(way).toBe(`${agreement}/signature-en-ligne`)
    const text = await read(await partner.get(way ?? ''))
    expect(text.text).toContain('Empreinte du texte')
    expect(text.texts('h2').length).toBeGreaterThan(12)
    expect(page.links.map((link) => link.text)).not.toContain('Ouvrir la signature en ligne')
  })

  it('la présidente de la Région attend son tour (AGR-26)', async () => {
    const early = await read(await region.get(`${agreement}/signature-en-ligne`))
    expect(early.text).toContain('Ce n’est pas encore votre tour')
    expect((await read(await region.get(agreement))).links.map(({ text }) => text)).not.toContain(
      'Signer en ligne',
    )
  })

  it('la partenaire refuse en disant pourquoi, puis rouvre et signe (AGR-27)', async () => {
    const declined = await partner.post(`${agreement}/signature-en-ligne/refus`, {
      vu: '0',
      motif: 'La liste des lieux est à relire.',
    })
    expect(declined.status).toBe(303)
    expect((await lastMail('refus de signer')).body).toContain('Une partie a refusé de signer')
    expect((await read(await officer.get(agreement))).text).toContain('La liste des lieux est à relire.')
    expect((await partner.post(`${agreement}/signature-en-ligne/reprise`, { vu: '1' })).status).toBe(303)
    expect((await signWithCode(partner)).status).toBe(303)
  })

  it('la Région signe trois jours plus tard : la convention entre en vigueur ce jour-là (000 art. 8, AGR-34)', async () => {
    app.moveTo('2026-06-20')
    expect((await read(await region.get(agreement))).links.map(({ text }) => text)).toContain(
      'Signer en ligne',
    )
    expect((await signWithCode(region)).status).toBe(303)
    const page = await read(await officer.get(agreement))
    expect(page.text).toContain('En vigueur : première période jusqu’au 19 juin 2029')
  })

  it('chacun lit les preuves, et la plateforme dit si le texte affiché est celui qui a été signé (AGR-24, AGR-25, AGR-135)', async () => {
    for (const browser of [officer, region, partner, await app.signIn('auditor')]) {
      const page = await read(await browser.get(`${agreement}/preuves`))
      expect(page.text.split('Oui : le texte affiché est celui qui a été signé.').length - 1).toBe(2)
      expect(page.text).toContain('n’est pas scellé')
    }
    expect((await (await app.signIn('partner')).get(`${agreement}/preuves`)).status).toBe(404)
  })
})
