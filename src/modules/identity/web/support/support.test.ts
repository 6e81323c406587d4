import { describe, expect, it } from 'vitest'
import { Browser, read, sessionOf, useApp, words } from '../../../../../tests/support.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { PersonId, Role } from '../../../../platform/session/actor.ts'

const app = useApp()
const reason = { motif: 'Le formulaire de la convention ne répond pas' }

interface Played {
  browser: Browser
  membershipId: Id<'membership'>
  personId: PersonId
}

/** A new member, and the ids of their membership. */
async function member(role: Role, network = app.networks.estuaire): Promise<Played> {
  const browser = await app.signIn(role, { network })
  const row = await app.services.db
    .selectFrom('identity.membership')
    .select(['id', 'person_id'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { browser, membershipId: row.id, personId: row.person_id }
}

const visitPath = ({ membershipId }: Played) => `/reglages/membres/${membershipId}/assistance`
const visit = (by: Played, to: Played, fields: Record<string, string> = reason) =>
  by.browser.post(visitPath(to), fields)
const consent = (by: Played, portee = 'lecture', duree = '1') =>
  by.browser.post('/compte/assistance', { portee, duree })

async function banner(browser: Browser, path = '/menu'): Promise<string | null> {
  const shown = (await read(await browser.get(path))).document.querySelector('.support-banner p')
  return shown ? words(shown.textContent) : null
}

async function lastLine() {
  return app.services.db
    .selectFrom('platform.journal')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

function at(instant: Instant): void {
  app.clock.moveTo(instant)
}

describe('a visit in somebody’s place', () => {
  it('shows the site as that person, says so on every page, and is told to them by mail', async () => {
    const [officer, partner] = [await member('officer'), await member('partner')]
    const form = await read(await officer.browser.get(visitPath(partner)))
    expect(form.text).toContain('Un courriel prévient')
    expect((await visit(officer, partner)).headers.get('location')).toBe('/aujourdhui')
    for (const path of ['/menu', '/', '/conventions', '/nulle-part'])
      expect(await banner(officer.browser, path), path).toContain('Vous voyez le site comme Camille Essai')
    expect(await banner(officer.browser)).toContain('Lecture seule.')
    const line = await lastLine()
    expect(line).toMatchObject({
      action: 'support.started',
      person_id: officer.personId,
      subject_id: partner.membershipId,
    })
    await app.runJobs()
    await app.runJobs()
    const mails = await app.services.db
      .selectFrom('platform.mail')
      .selectAll()
      .where('subject', 'like', '%à votre place')
      .execute()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.body).toContain(reason.motif)
    expect(mails[0]?.body).toContain('Cette personne peut lire, pas enregistrer.')
  })

  it('ends when one comes back, and says so in the journal under both names', async () => {
    const [officer, partner] = [await member('officer'), await member('partner')]
    await visit(officer, partner)
    expect((await officer.browser.post('/assistance/fin')).status).toBe(303)
    expect(await lastLine()).toMatchObject({
      action: 'support.ended',
      person_id: partner.personId,
      impersonator_id: officer.personId,
    })
    expect(await banner(officer.browser)).toBeNull()
    const own = await read(await partner.browser.get('/compte/assistance'))
    expect(own.text).toContain(reason.motif)
    expect(own.text).not.toContain('En cours')
  })

  it('reads only, whatever is sent', async () => {
    const [officer, other] = [await member('officer'), await member('officer')]
    await consent(other)
    await visit(officer, other, {})
    const refused = await officer.browser.post('/conventions/nouvelle', { modele: 'x' })
    expect(refused.status).toBe(403)
    expect((await read(refused)).heading).toBe('Lecture seule')
  })

  it('writes when the person agreed, and every act carries both names', async () => {
    const [officer, other] = [await member('officer'), await member('officer')]
    const target = await member('facilitator')
    await consent(other, 'ecriture')
    expect((await visit(officer, other, { portee: 'ecriture' })).status).toBe(303)
    expect(await banner(officer.browser)).toContain('Ce que vous enregistrez porte son nom et le vôtre.')
    const changed = await officer.browser.post(`/reglages/membres/${target.membershipId}/fonction`, {
      fonction: 'Animatrice',
    })
    expect(changed.status).toBe(303)
    expect(await lastLine()).toMatchObject({
      action: 'membership.changed',
      person_id: other.personId,
      impersonator_id: officer.personId,
    })
  })

  it('leaves the own pages of the person closed', async () => {
    const [officer, partner] = [await member('officer'), await member('partner')]
    await consent(partner, 'ecriture')
    await visit(officer, partner, { portee: 'ecriture' })
    for (const path of ['/compte', '/compte/assistance', '/compte/journal'])
      expect((await officer.browser.get(path)).status, path).toBe(403)
    expect((await consent(officer)).status).toBe(403)
    expect((await officer.browser.post('/compte/assistance/retrait')).status).toBe(403)
  })
})

describe('a visit is over', () => {
  async function inPlace(portee = 'lecture'): Promise<{ officer: Played; partner: Played }> {
    const [officer, partner] = [await member('officer'), await member('partner')]
    await consent(partner, portee)
    expect((await visit(officer, partner, { portee })).status).toBe(303)
    expect(await banner(officer.browser)).not.toBeNull()
    return { officer, partner }
  }

  it('after its hour', async () => {
    const { officer } = await inPlace()
    const began = app.clock.now()
    at(laterBy(began, 3599))
    expect(await banner(officer.browser)).not.toBeNull()
    at(laterBy(began, 3600))
    expect(await banner(officer.browser)).toBeNull()
    at(began)
  })

  it('when the person takes their consent back', async () => {
    const { officer, partner } = await inPlace('ecriture')
    expect((await partner.browser.post('/compte/assistance/retrait')).status).toBe(303)
    expect(await banner(officer.browser)).toBeNull()
    expect((await read(await partner.browser.get('/compte/assistance'))).text).not.toContain('En cours')
  })

  it('when either membership ends', async () => {
    for (const who of ['officer', 'partner'] as const) {
      const both = await inPlace()
      await app.services.db
        .updateTable('identity.membership')
        .set({ ended_at: app.clock.now(), ended_by: 'removed' })
        .where('id', '=', both[who].membershipId)
        .execute()
      expect(await banner(both.officer.browser, '/'), who).toBeNull()
    }
  })

  it('when support loses the right to give it, whatever else it may do', async () => {
    const { officer } = await inPlace()
    await app.services.db
      .updateTable('identity.membership')
      .set({ role: 'reader' })
      .where('id', '=', officer.membershipId)
      .execute()
    expect(await banner(officer.browser)).toBeNull()
  })

  it('with the session, which is closed under support’s own name', async () => {
    const { officer, partner } = await inPlace()
    expect((await officer.browser.post('/deconnexion')).status).toBe(303)
    expect(await lastLine()).toMatchObject({ action: 'session.closed', subject_id: officer.personId })
    const { personId, membershipId } = officer
    const again = new Browser(app.app, await sessionOf(app.services, { personId, membershipId }))
    expect(await banner(again)).toBeNull()
    expect((await read(await partner.browser.get('/menu'))).status).toBe(200)
  })

  it('in one network: the other shows support as itself', async () => {
    const { officer } = await inPlace()
    expect(await banner(officer.browser, '/n/baie/')).toBeNull()
  })
})

describe('a visit explains why not', () => {
  it('without a reason nor consent, and keeps what was typed', async () => {
    const [officer, partner] = [await member('officer'), await member('partner')]
    const answer = await read(await visit(officer, partner, { motif: ' ' }))
    expect(answer.status).toBe(422)
    expect(answer.problems).toEqual([
      'Indiquez le motif : la personne le lira dans le courriel qui la prévient.',
    ])
  })

  it.each(['officer', 'data_protection_officer', 'auditor'] as const)(
    'to a %s who did not agree',
    async (role) => {
      const [officer, target] = [await member('officer'), await member(role)]
      const answer = await read(await visit(officer, target))
      expect([answer.status, answer.problems[0]?.slice(0, 26)]).toEqual([422, 'Ce rôle répond du réseau :'])
      expect(
        (await read(await officer.browser.get(visitPath(target)))).document.querySelector('textarea'),
      ).toBeNull()
      await consent(target)
      expect((await visit(officer, target)).status).toBe(303)
    },
  )

  it('to oneself, to a second person at once, and for writing without an agreement', async () => {
    const [officer, other, partner] = [
      await member('officer'),
      await member('officer'),
      await member('partner'),
    ]
    expect((await visit(officer, officer)).status).toBe(422)
    expect(
      (await read(await visit(officer, partner, { ...reason, portee: 'ecriture' }))).problems[0],
    ).toContain('n’a autorisé que la lecture')
    await consent(other, 'ecriture')
    await visit(officer, other, { portee: 'ecriture' })
    const nested = await read(await visit(officer, partner))
    expect(nested.problems).toEqual([
      'Vous voyez déjà le site à la place de quelqu’un. Revenez d’abord à votre compte.',
    ])
  })

  it('twice at once: one visit is open', async () => {
    const officer = await member('officer')
    const targets = [await member('partner'), await member('partner'), await member('partner')]
    const answers = await Promise.all(targets.map((target) => visit(officer, target)))
    expect(answers.map(({ status }) => status)).toContain(303)
    const open = await app.services.db
      .selectFrom('identity.impersonation')
      .select('id')
      .where('impersonator_id', '=', officer.personId)
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toHaveLength(1)
  })
})

describe('a visit keeps others out', () => {
  it('of another network, of a membership that ended, and of nobody: 404', async () => {
    const [officer, away, gone] = [
      await member('officer'),
      await member('partner', app.networks.baie),
      await member('partner'),
    ]
    await app.services.db
      .updateTable('identity.membership')
      .set({ ended_at: app.clock.now(), ended_by: 'left' })
      .where('id', '=', gone.membershipId)
      .execute()
    for (const target of [away, gone]) {
      expect((await officer.browser.get(visitPath(target))).status).toBe(404)
      expect((await visit(officer, target)).status).toBe(404)
    }
    expect((await officer.browser.get('/reglages/membres/x/assistance')).status).toBe(404)
  })

  it('is the officer’s alone', async () => {
    const partner = await member('partner')
    for (const role of ['reader', 'auditor', 'data_protection_officer', 'partner', 'facilitator'] as const)
      expect((await visit(await member(role), partner)).status, role).toBe(403)
    expect((await partner.browser.post('/assistance/fin')).status).toBe(403)
    expect((await app.visitor().post('/assistance/fin')).headers.get('location')).toMatch(/^\/connexion/)
  })
})

describe('one’s own say on help', () => {
  it('is given, seen, replaced and taken back, each time with its line', async () => {
    const partner = await member('partner')
    expect((await consent(partner, 'lecture', '24')).status).toBe(303)
    expect(await lastLine()).toMatchObject({
      action: 'support-consent.given',
      subject_id: partner.membershipId,
    })
    const shown = await read(await partner.browser.get('/compte/assistance'))
    expect(shown.text).toContain('Jusqu’au18 juin 2026 à 12 h')
    await consent(partner, 'ecriture', '168')
    expect((await read(await partner.browser.get('/compte/assistance'))).text).toContain(
      'Lire et enregistrer',
    )
    await partner.browser.post('/compte/assistance/retrait')
    expect(await lastLine()).toMatchObject({ action: 'support-consent.withdrawn' })
    const twice = await partner.browser.post('/compte/assistance/retrait')
    expect([twice.status, (await read(twice)).problems]).toEqual([
      422,
      ['L’assistance est déjà fermée : il n’y a rien à retirer.'],
    ])
  })

  it('needs both answers', async () => {
    const partner = await member('partner')
    const answer = await read(await partner.browser.post('/compte/assistance', { portee: 'tout' }))
    expect([answer.status, answer.problems]).toEqual([
      422,
      [
        'Choisissez entre lire seulement et enregistrer aussi.',
        'Choisissez combien de temps l’assistance reste ouverte.',
      ],
    ])
  })

  it('means nothing to somebody who acts for nobody here', async () => {
    const away = await member('partner', app.networks.baie)
    expect((await away.browser.get('/compte/assistance')).status).toBe(200)
    expect((await consent(away)).status).toBe(422)
  })
})
