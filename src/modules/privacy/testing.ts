import { expect } from 'vitest'
import type { useApp } from '../../../tests/support.ts'
import { newId } from '../../kernel/id.ts'
import type { Member, PersonId } from '../../platform/session/actor.ts'
import type { RequestId } from './domain/request.ts'

type App = ReturnType<typeof useApp>

export const filing = {
  nature: 'erasure',
  nom: 'Dominique Essai',
  courriel: 'dominique@example.fr',
  message: 'Effacez mon compte.',
}

/** Files a request as a visitor, and returns its id and the path of the mailed link. */
export async function file(
  app: App,
  change: Partial<typeof filing> = {},
): Promise<{ id: RequestId; link: string }> {
  const answer = await app.visitor().post('/vie-privee/demande', { ...filing, ...change })
  expect(answer.headers.get('location')).toBe('/vie-privee/demande-envoyee')
  await app.runJobs()
  const { id } = await app.services.db
    .selectFrom('privacy.request')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const mail = await app.services.db
    .selectFrom('platform.mail')
    .select('body')
    .where('once_key', '=', `${id}:filed`)
    .executeTakeFirstOrThrow()
  return { id, link: /\/vie-privee\/demande\/[\w-]+/.exec(mail.body)?.[0] ?? '' }
}

/** The newest person: the one `signIn` has just made. */
export function latestPerson(app: App) {
  return app.services.db
    .selectFrom('identity.person')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
}

/** Somebody who acts in the first network in that person's name, as an officer. */
export function memberAs(app: App, personId: PersonId): Member {
  return {
    kind: 'member',
    personId,
    name: '',
    sessionId: newId(),
    membershipId: newId(),
    role: 'officer',
    networkId: app.networks.estuaire,
    organisationId: newId(),
    organisationName: '',
    organisations: [],
    mandateId: null,
    otherQualities: 0,
    impersonator: null,
  }
}
