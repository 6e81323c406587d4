import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationWithin } from '../../data/organisations/organisations.store.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'

/** The organisation named by the address, within the actor's reach, itself a duplicate or not; else 404. */
export async function anyOrganisationOf(c: AppContext): Promise<Organisation> {
  const { db, reach } = c.var.context
  const id: string = c.req.param('id') ?? ''
  return orNotFound(isId<'organisation'>(id) ? await organisationWithin(db, reach, id) : null)
}

/** The same when it is no duplicate: acts are done on the organisation that remains. */
export async function organisationOf(c: AppContext): Promise<Organisation> {
  const organisation = await anyOrganisationOf(c)
  return orNotFound(organisation.mergedInto ? null : organisation)
}

export function organisationId(text: string | undefined): OrganisationId | null {
  return text !== undefined && isId<'organisation'>(text) ? text : null
}
