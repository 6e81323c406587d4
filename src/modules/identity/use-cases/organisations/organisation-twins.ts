import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { possibleTwins } from '../../data/organisations/organisations.queries.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'
import {
  type Compared,
  type Likeness,
  likeness,
  WORTH_SHOWING,
} from '../../domain/organisations/organisation-likeness.ts'

export interface Twin extends Likeness {
  organisation: Organisation
}

/** Those already known that may be the one being typed, the likeliest first; five at most. */
export async function twinsOf(
  db: Database,
  network: NetworkId,
  typed: Compared,
  except: OrganisationId | null = null,
): Promise<Twin[]> {
  const known = await possibleTwins(db, network, typed)
  return known
    .filter(({ id }) => id !== except)
    .map((organisation) => ({ organisation, ...likeness(typed, organisation) }))
    .filter(({ score }) => score >= WORTH_SHOWING)
    .sort((one, other) => other.score - one.score)
    .slice(0, 5)
}
