import type { Child } from 'hono/jsx'
import type { Context } from '../../../../platform/context.ts'
import type { View } from '../../../../platform/http/page.tsx'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'

/**
 * What another module says of an organisation, on its page and beside it before a merge: given to the routes when the
 * application is composed. `same` holds its id and those of its duplicates.
 */
export type OrganisationPanel = (about: {
  view: View
  context: Context
  organisation: Organisation
  same: readonly OrganisationId[]
}) => Promise<Child>
