import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { agreementsWith } from '../../../agreements/index.ts'
import { capacitiesOf, listPeople } from '../../../identity/index.ts'
import type { Juror } from '../../data/jury/jurors.store.ts'
import type { Affinity } from '../../domain/jury/interest.ts'
import { type Located, territoriesOf } from './territories-of.ts'

/** What the platform knows of a juror and of who applies: told to the juror, who alone declares. LAB-25. */
export async function affinitiesOf(context: Context, juror: Juror, file: Located): Promise<Affinity[]> {
  const { holder, applicantId } = file
  const about = [...new Set(holder.kind === 'organisation' ? [holder.id, applicantId] : [applicantId])]
  const places = await territoriesOf(context.db, [file])
  const near = (places.get(file.id) ?? []).some((where) => juror.territories.includes(where))
  const known: [Affinity, boolean][] = [
    ['same_organisation', await belongsTo(context, juror, about)],
    ['mandate', await holdsMandate(context, juror, about)],
    ['agreement_signed', await signedWith(context, juror, about)],
    ['territory', near],
  ]
  return known.filter(([, isSo]) => isSo).map(([affinity]) => affinity)
}

async function belongsTo(
  { db, network, today }: Context,
  { personId }: Juror,
  about: readonly OrganisationId[],
): Promise<boolean> {
  for (const organisation of about) {
    const people = await listPeople(db, network.id, { organisation }, today)
    if (people.some((one) => one.personId === personId)) return true
  }
  return false
}

async function holdsMandate(
  { db, network, today }: Context,
  { personId }: Juror,
  about: readonly OrganisationId[],
): Promise<boolean> {
  for (const organisation of about) {
    const powers = await capacitiesOf(db, network.id, organisation, today)
    if (powers.some((power) => power.personId === personId && power.moment !== 'past')) return true
  }
  return false
}

/** For either party: who signs an agreement with a body does not judge it without saying so. */
async function signedWith(
  { db, network }: Context,
  { personId }: Juror,
  about: readonly OrganisationId[],
): Promise<boolean> {
  const agreements = await agreementsWith(db, { kind: 'all', network: network.id }, about)
  return agreements.some(({ acts }) =>
    acts.some((act) => act.type === 'signature' && act.signatory?.person === personId),
  )
}
