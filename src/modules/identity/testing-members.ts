import type { Browser, useApp } from '../../../tests/support.ts'
import type { OrganisationId, PersonId } from '../../platform/session/actor.ts'
import type { MembershipId } from './domain/members/member.ts'

type App = ReturnType<typeof useApp>

/** The last person signed in by `app.signIn`: ids of a test are made in order. */
export async function latestMember(app: App) {
  const row = await app.services.db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .innerJoin('identity.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.person_id as personId', 'm.organisation_id as organisationId'])
    .select(['p.email', 'p.name', 'o.name as organisationName'])
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...row, name: row.name ?? '' }
}

export interface Somebody {
  browser: Browser
  id: MembershipId
  personId: PersonId
  organisationId: OrganisationId
  email: string
  name: string
  organisationName: string
}

/** A new person of that role, their browser, and who they are. */
export async function somebody(app: App, ...as: Parameters<App['signIn']>): Promise<Somebody> {
  const browser = await app.signIn(...as)
  return { browser, ...(await latestMember(app)) }
}

/** What an invitation form sends. */
export function invitationOf(organisation: OrganisationId, change: Record<string, string> = {}) {
  return {
    courriel: 'Jo.Nouvel@Example.fr',
    prenom: 'Jo',
    nom: 'Nouvel',
    structure: organisation,
    role: 'facilitator',
    fonction: 'Accueil',
    ...change,
  }
}

/** The mails written so far, the latest last. */
export async function mails(app: App) {
  await app.runJobs()
  return app.services.db
    .selectFrom('platform.mail')
    .select(['recipient', 'subject', 'body'])
    .orderBy('written_at')
    .orderBy('id')
    .execute()
}

/** The address in the latest mail of invitation to that person. */
export async function linkSentTo(app: App, email: string): Promise<string> {
  const sent = (await mails(app)).filter(({ recipient }) => recipient === email)
  const link = /http:\/\/localhost:3000(\S*\/invitation\/\S+)/.exec(sent.at(-1)?.body ?? '')?.[1]
  if (!link) throw new Error(`no invitation was sent to ${email}`)
  return link
}
