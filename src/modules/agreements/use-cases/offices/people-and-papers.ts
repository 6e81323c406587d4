import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { authorityActsOf } from '../../data/authority.store.ts'
import { linkedOfficesOf, officesOf } from '../../data/offices.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import {
  type AuthorityAct,
  partiesWithoutAuthority,
  signaturesWithoutAuthority,
} from '../../domain/authority.ts'
import type { LinkedOffice, OfficeHolder } from '../../domain/offices.ts'
import type { Party } from '../../domain/terms.ts'
import { templateOf } from '../templates/catalogue.ts'
import { keptParties } from './hold-agreement.ts'

/** The parties whose template asks for a paper that is not there. AGR-16, AGR-113. */
export interface MissingPapers {
  /** Nobody signs in the application before. */
  readonly toSign: readonly Party[]
  /** Signed on paper: the signature counts, and waits for its paper in sight of both. */
  readonly signed: readonly Party[]
}

export interface PeopleAndPapers {
  readonly holders: readonly OfficeHolder[]
  readonly links: readonly LinkedOffice[]
  readonly authority: readonly AuthorityAct[]
  readonly missing: MissingPapers
  /** The sides that whoever reads may keep. */
  readonly kept: readonly Party[]
}

/** Who speaks, signs and answers for each party, and in whose name: of an agreement found within reach. */
export async function peopleAndPapers(
  { db, today }: Pick<Context, 'db' | 'today'>,
  keepReach: Context['reach'],
  agreement: Agreement,
): Promise<PeopleAndPapers> {
  return {
    holders: await officesOf(db, agreement.id),
    links: await linkedOfficesOf(db, agreement.id),
    authority: await authorityActsOf(db, agreement.id),
    missing: await missingPapers(db, agreement, today),
    kept: keptParties(keepReach, agreement),
  }
}

export async function missingPapers(db: Database, agreement: Agreement, today: Day): Promise<MissingPapers> {
  const { parties } = await templateOf(db, agreement)
  const acts = await authorityActsOf(db, agreement.id)
  const signed = signaturesOf(agreement)
  const unsigned = parties.filter(({ role }) => !signed.some(({ party }) => party === role))
  return {
    toSign: partiesWithoutAuthority(unsigned, acts, today),
    signed: signaturesWithoutAuthority(parties, signed, acts),
  }
}

function signaturesOf({ acts }: Agreement): { party: Party; on: Day }[] {
  return acts.flatMap((act) =>
    act.type === 'signature' && act.occurredOn ? [{ party: act.party, on: act.occurredOn }] : [],
  )
}
