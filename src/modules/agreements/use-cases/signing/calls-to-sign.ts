import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { callsOfPerson, openSigningOf } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { calledSince } from './called-since.ts'
import { ownCall, whyClosed, whyNotYet } from './signing-call.ts'

/** An agreement that waits for this very person, since then and until then. */
export interface CallToSign {
  agreement: Agreement
  since: Day
  until: Day | null
}

/** What the person may sign now: their turn has come, and the link is open. AGR-26, AGR-28. */
export async function callsToSign(context: Context): Promise<CallToSign[]> {
  const { db, actor, network } = context
  if (actor.kind !== 'member' || actor.impersonator) return []
  const asked = { person: actor.personId, organisations: actor.organisations }
  const found = await callsOfPerson(db, network.id, asked)
  const calls = await Promise.all(found.map(({ agreement }) => callOn(context, agreement)))
  return calls.filter((call) => call !== null)
}

async function callOn(context: Context, id: Agreement['id']): Promise<CallToSign | null> {
  const { db, actor, network } = context
  // Whoever is called reaches what they are called to sign, by the call itself.
  const agreement = await findAgreement(db, { kind: 'all', network: network.id }, id)
  const signing = agreement && (await openSigningOf(db, id))
  const own = agreement && (await ownCall(db, actor, agreement))
  if (!signing || !own || 'refused' in own) return null
  if (whyNotYet(agreement, own.call, context) ?? whyClosed(signing, context)) return null
  return { agreement, since: calledSince(agreement, signing), until: signing.expiresOn }
}
