import { beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { type Instant, laterBy } from '../../../kernel/instant.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { verifyJournal } from '../../../platform/journal/verify.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { privacyParts } from '../../../privacy-parts.ts'
import { inviteMember } from '../../identity/index.ts'
import { somebody } from '../../identity/testing-members.ts'
import { addPerson } from '../../identity/testing-people.ts'
import { addRequest } from '../data/requests.store.ts'

const START = '2026-06-17'
const app = useApp({ today: day(START) })

/** What one rule removes on a day. */
async function removedOn(today: string, name: string): Promise<number> {
  app.moveTo(today)
  const rule = privacyParts.retentionRules.find((one) => one.name === name)
  if (!rule) throw new Error(`no rule ${name}`)
  return rule.apply(app.services)
}

const query = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await app.database.pool.query(text, values)).rows

/** Sessions and links live by the database's clock: they are aged, not the clock moved. */
const DAY = 86_400

beforeEach(() => app.moveTo(START))

describe('what each rule of retention removes, and when', () => {
  it('sessions that are over, or older than any network allows', async () => {
    await query('update identity.network set session_days = 30')
    const people = [
      await somebody(app, 'officer'),
      await somebody(app, 'officer'),
      await somebody(app, 'officer'),
    ]
    const [live, old, ended] = people
    await query(`update identity.session set created_at = now() - interval '29 days' where person_id = $1`, [
      live?.personId,
    ])
    await query(`update identity.session set created_at = now() - interval '30 days' where person_id = $1`, [
      old?.personId,
    ])
    await query('update identity.session set expires_at = now() where person_id = $1', [ended?.personId])
    expect(await removedOn(START, 'identity.ended-sessions')).toBe(2)
    expect(await removedOn(START, 'identity.ended-sessions')).toBe(0)
    expect(await query('select person_id from identity.session')).toEqual([{ person_id: live?.personId }])
  })

  it('links that expired', async () => {
    const add = (seconds: number) =>
      query(
        `insert into identity.verification (id, identifier, value, expires_at)
         values ($1, $1, '{}', now() + make_interval(secs => $2))`,
        [newId(), seconds],
      )
    await add(-1)
    await add(600)
    expect(await removedOn(START, 'identity.expired-verifications')).toBe(1)
  })

  it('devices not seen for 400 days', async () => {
    const { id } = await addPerson(app, { password: null })
    const seen = { first_seen_at: app.clock.now(), last_seen_at: app.clock.now() }
    await app.services.db
      .insertInto('identity.known_device')
      .values({ person_id: id, digest: 'd', label: 'Firefox', ...seen })
      .execute()
    expect(await removedOn('2027-07-22', 'identity.unseen-devices')).toBe(0)
    expect(await removedOn('2027-07-23', 'identity.unseen-devices')).toBe(1)
  })

  it('invitations 90 days after their answer or their end', async () => {
    const { organisationId } = await somebody(app, 'partner')
    const add = (answeredAt: Instant | null) =>
      app.services.db
        .insertInto('identity.invitation')
        .values({
          id: newId(),
          network_id: app.networks.estuaire,
          organisation_id: organisationId,
          role: 'facilitator',
          email: `${newId()}@example.fr`,
          digest: newId<'digest'>(),
          invited_at: app.clock.now(),
          sent_at: app.clock.now(),
          expires_at: laterBy(app.clock.now(), 14 * DAY),
          answer: answeredAt && 'refused',
          answered_at: answeredAt,
        })
        .execute()
    await add(app.clock.now())
    await add(null)
    expect(await removedOn('2026-09-15', 'identity.old-invitations')).toBe(0)
    expect(await removedOn('2026-09-16', 'identity.old-invitations')).toBe(1)
    expect(await removedOn('2026-09-29', 'identity.old-invitations')).toBe(0)
    expect(await removedOn('2026-09-30', 'identity.old-invitations')).toBe(1)
  })

  it('mails after 90 days', async () => {
    await query('truncate platform.mail')
    await mail('un')
    expect(await removedOn('2026-09-15', 'platform.mails')).toBe(0)
    expect(await removedOn('2026-09-16', 'platform.mails')).toBe(1)
  })

  it('the text of a mail whose link is over, and only once it was sent', async () => {
    await query('truncate platform.mail')
    const until = laterBy(app.clock.now(), DAY)
    await mail('sent', until)
    await mail('waiting', until)
    await mail('without-link')
    await query(`update platform.mail set sent_at = written_at where once_key <> 'waiting'`)
    const smtp = { ...app.services, config: { ...app.services.config, smtpUrl: 'smtp://localhost' } }
    const rule = privacyParts.retentionRules.find(({ name }) => name === 'platform.mail-links')
    expect(await rule?.apply(smtp)).toBe(0)
    app.moveTo('2026-06-18')
    expect(await rule?.apply(smtp)).toBe(1)
    expect(await rule?.apply(smtp)).toBe(0)
    const texts = await query('select once_key, body from platform.mail order by once_key')
    expect(texts).toEqual([
      { once_key: 'sent', body: '' },
      { once_key: 'waiting', body: 'Voici.' },
      { once_key: 'without-link', body: 'Voici.' },
    ])
    // Without a relay nothing is ever sent: the link is over all the same.
    expect(await rule?.apply(app.services)).toBe(1)
  })

  it('every mail that carries a secret link says until when', async () => {
    await query('truncate platform.mail, platform.rate_window')
    const { email } = await addPerson(app)
    const { organisationId } = await somebody(app, 'partner')
    await app.visitor().post('/connexion/lien', { courriel: email })
    await app.visitor().post('/connexion/mot-de-passe-oublie', { courriel: email })
    const browser = app.visitor()
    await browser.post('/connexion', { courriel: email, mot_de_passe: 'un vélo rangé sous la pluie' })
    await browser.post('/compte/courriel', {
      courriel: `neuf-${email}`,
      mot_de_passe_actuel: 'un vélo rangé sous la pluie',
    })
    await inviteMember(app.context(), {
      email: 'invitee@example.fr',
      givenName: 'Jo',
      familyName: 'Nouvel',
      organisationId,
      role: 'facilitator',
      jobTitle: '',
    })
    const asked = { nature: 'access', nom: 'Dominique', courriel: 'd@example.fr', message: '' }
    await app.visitor().post('/vie-privee/demande', asked)
    await app.runJobs()
    const written = await query<{ body: string; link_until: string | null }>(
      'select body, link_until from platform.mail',
    )
    const secret = written.filter(({ body }) =>
      /\/(connexion\/[a-z-]+|invitation|vie-privee\/demande)\/[\w-]{20,}/.test(body),
    )
    expect(secret).toHaveLength(5)
    expect(secret.filter(({ link_until }) => link_until === null)).toEqual([])
    expect(await removedOn('2026-07-18', 'platform.mail-links')).toBe(5)
    const left = await query<{ body: string }>('select body from platform.mail')
    expect(left.filter(({ body }) => body.includes('/connexion/') || body.includes('/invitation/'))).toEqual(
      [],
    )
  })

  it('counts of attempts after a day', async () => {
    await query('truncate platform.rate_window')
    await query('insert into platform.rate_window values ($1, $2, 1)', ['essai', app.clock.now()])
    expect(await removedOn(START, 'platform.rate-windows')).toBe(0)
    expect(await removedOn('2026-06-19', 'platform.rate-windows')).toBe(1)
  })

  it('lines of the journal and their origins, after the delays of their network; the chain stays whole', async () => {
    await inTransaction(app.services.db, (tx) =>
      writeJournal(
        tx,
        app.context({ origin: { address: '192.0.2.7', userAgent: 'Essai' } }),
        'essay.done',
        'x',
      ),
    )
    const own = () => query(`select id from platform.journal where action = 'essay.done'`)
    await removedOn('2027-06-17', 'platform.journal-origins')
    expect(await query(`select line from platform.journal_origin where address = '192.0.2.7'`)).toHaveLength(
      1,
    )
    expect(await removedOn('2027-06-18', 'platform.journal-origins')).toBeGreaterThan(0)
    await removedOn('2036-06-17', 'platform.journal')
    expect(await own()).toHaveLength(1)
    expect(await removedOn('2036-06-18', 'platform.journal')).toBeGreaterThan(0)
    expect(await own()).toHaveLength(0)
    expect(await verifyJournal(app.services.db)).toMatchObject({ faults: [] })
  })

  it('requests 5 years after the answer, or 90 days after when nobody confirmed them', async () => {
    await query('truncate privacy.request cascade')
    const add = (change: { answered?: true; verified?: true }) => {
      const id = newId<'request'>()
      const filed = addRequest(app.services.db, {
        id,
        networkId: app.networks.estuaire,
        kind: 'access',
        name: 'Dominique',
        email: `${id}@example.fr`,
        message: '',
        personId: null,
        filedAt: app.clock.now(),
        filedOn: app.clock.today(),
        dueOn: day('2026-07-17'),
        digest: id,
        verifiedAt: change.verified ? app.clock.now() : null,
      })
      return filed.then(() =>
        change.answered
          ? query(`update privacy.request set answered_at = $2, outcome = 'granted' where id = $1`, [
              id,
              app.clock.now(),
            ])
          : [],
      )
    }
    await add({})
    await add({ verified: true })
    await add({ verified: true, answered: true })
    const rule = 'privacy.answered-requests'
    expect(await removedOn('2026-09-15', rule)).toBe(0)
    expect(await removedOn('2026-09-16', rule)).toBe(1)
    expect(await removedOn('2031-06-17', rule)).toBe(0)
    expect(await removedOn('2031-06-18', rule)).toBe(1)
    // The one nobody answered waits, however late.
    expect(await removedOn('2040-01-01', rule)).toBe(0)
  })

  it('proofs of consent 5 years after the withdrawal; those that hold stay', async () => {
    const { id } = await addPerson(app, { password: null })
    const given = { person_id: id, network_id: app.networks.estuaire, audience: 'public', wording: 'Oui.' }
    const at = app.clock.now()
    await app.services.db
      .insertInto('privacy.consent')
      .values([
        { ...given, id: newId(), field: 'name', given_at: at, withdrawn_at: at },
        { ...given, id: newId(), field: 'email', given_at: at },
      ])
      .execute()
    expect(await removedOn('2031-06-17', 'privacy.withdrawn-consents')).toBe(0)
    expect(await removedOn('2031-06-18', 'privacy.withdrawn-consents')).toBe(1)
    expect(await removedOn('2050-01-01', 'privacy.withdrawn-consents')).toBe(0)
  })

  it('accounts nobody uses: warned, then erased; a sign-in between the two cancels', async () => {
    await query('update identity.person set anonymised_at = now()')
    const gone = await addPerson(app)
    const back = await addPerson(app)
    await query('update identity.person set last_seen_on = $1 where anonymised_at is null', [START])
    const rule = 'privacy.inactive-accounts'
    expect(await removedOn('2028-05-18', rule)).toBe(0)
    const warned = () =>
      query(`select recipient from platform.mail where once_key like '%:inactive:%' order by recipient`)
    expect(await warned()).toEqual([gone.email, back.email].sort().map((recipient) => ({ recipient })))
    app.moveTo('2028-06-01')
    await app
      .visitor()
      .post('/connexion', { courriel: back.email, mot_de_passe: 'un vélo rangé sous la pluie' })
    expect(await removedOn('2028-06-16', rule)).toBe(0)
    expect(await removedOn('2028-06-17', rule)).toBe(1)
    const left = await query<{ id: string }>('select id from identity.person where anonymised_at is null')
    expect(left).toEqual([{ id: back.id }])
    expect(await removedOn('2028-07-30', rule)).toBe(0)
  })
})

function mail(onceKey: string, linkUntil?: Instant): Promise<void> {
  return writeMail(app.services.db, app.clock.now(), {
    to: 'camille@example.fr',
    subject: 'Essai',
    body: 'Voici.',
    onceKey,
    ...(linkUntil && { linkUntil }),
  })
}
