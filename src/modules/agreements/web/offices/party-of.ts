import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import { keptParties } from '../../use-cases/offices/hold-agreement.ts'
import { type PeopleAndPapers, peopleAndPapers } from '../../use-cases/offices/people-and-papers.ts'
import { policy } from '../policy.ts'

/** The party named by the address, when whoever asks may keep its side; else 404. */
export function partyOf(c: AppContext, agreement: Agreement): Party {
  return orNotFound(keptParties(keepReach(c), agreement).find((one) => one === c.req.param('partie')))
}

export function peopleOf(c: AppContext, agreement: Agreement): Promise<PeopleAndPapers> {
  return peopleAndPapers(c.var.context, keepReach(c), agreement)
}

function keepReach(c: AppContext) {
  return policy.keepOffices.reach(c.var.actor, c.var.network.id)
}
