import { ORIGIN, type useApp } from '../../../tests/support.ts'
import { type Id, newId } from '../../kernel/id.ts'
import { accountsOf } from './data/sign-in/accounts.ts'
import { hashOf, savePassword } from './data/sign-in/passwords.store.ts'

type App = ReturnType<typeof useApp>

export const PASSWORD = 'un vélo rangé sous la pluie'

let people = 0
const hashes = new Map<string, string>()

/** Somebody with a password (null: without), who acts for nobody yet. Making a hash is slow: one serves them all. */
export async function addPerson(
  { services, clock }: App,
  { verified = true, password = PASSWORD as string | null } = {},
): Promise<{ id: Id<'person'>; email: string }> {
  people += 1
  const id: Id<'person'> = newId()
  const email = `odile-${people}@example.fr`
  await services.db
    .insertInto('identity.person')
    .values({
      id,
      given_name: 'Odile',
      family_name: `Essai ${people}`,
      email,
      email_verified: verified,
      created_at: clock.now(),
    })
    .execute()
  if (password === null) return { id, email }
  const hash = hashes.get(password) ?? (await hashOf(accountsOf(services), password))
  hashes.set(password, hash)
  await savePassword(services.db, id, hash)
  return { id, email }
}

/** What was written to somebody, in order, every waiting job done. */
export async function mailsTo({ services, runJobs }: App, email: string) {
  await runJobs()
  return services.db
    .selectFrom('platform.mail')
    .select(['subject', 'body'])
    .where('recipient', '=', email)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
}

/** The last link that opens something sent to somebody, as their browser opens it. */
export async function lastLinkTo(app: App, email: string): Promise<string> {
  const links = (await mailsTo(app, email)).flatMap(
    ({ body }) => new RegExp(`${ORIGIN}(/connexion/\\S+)`).exec(body)?.[1] ?? [],
  )
  return links.at(-1) ?? ''
}

export function sessionsOf({ services }: App, person: Id<'person'>) {
  return services.db
    .selectFrom('identity.session')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute()
}
