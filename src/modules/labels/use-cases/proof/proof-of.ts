import { addYears, type Day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { agreementInForce, findAgreement } from '../../../agreements/index.ts'
import { confirmationsOf } from '../../../places/index.ts'
import { type PublicAward, publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf, type PublicHolder } from '../../data/proof/holders.queries.ts'
import { notedCourses } from '../../data/proof/moves.store.ts'
import { type SchemeVersion, versionById } from '../../data/schemes/schemes.store.ts'
import { type Gap, gapsOf, type Standing, standingOn } from '../../domain/proof/course.ts'

/** All that the public page of an award says. */
export interface Proof {
  award: PublicAward
  holder: PublicHolder
  standing: Standing
  gaps: readonly Gap[]
  /** The specifications it was judged on. */
  version: SchemeVersion | null
  /** The agreement that binds the body today; null when none is in force. */
  bond: { body: string; reference: string } | null
  /** The last day somebody said the information of the place was true. LAB-32. */
  checkedOn: Day | null
}

/** Null when the address leads nowhere, or to a label still under embargo. */
export async function proofOf(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  slug: string,
): Promise<Proof | null> {
  const [award] = await publicAwards(db, network.id, { slug })
  if (!award) return null
  const [holder] = await holdersOf(db, network.id, [award])
  const noted = (await notedCourses(db, award.id)).map(({ at, parts }) => ({ on: dayOf(at), parts }))
  return {
    award,
    holder: holder as PublicHolder,
    standing: standingOn(award.course, today),
    gaps: gapsOf(noted, award.course),
    version: award.versionId ? await versionById(db, network.id, award.versionId) : null,
    bond: await bondOf({ db, network, today }, award),
    checkedOn: await checkedOn({ db, today }, award),
  }
}

async function bondOf(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  { agreementId }: PublicAward,
): Promise<Proof['bond']> {
  const agreement = agreementId
    ? await findAgreement(db, { kind: 'all', network: network.id }, agreementId)
    : null
  if (!agreement || !agreementInForce(agreement, today)) return null
  return { body: agreement.partner.name, reference: agreement.reference }
}

async function checkedOn(
  { db, today }: Pick<Context, 'db' | 'today'>,
  { placeId }: PublicAward,
): Promise<Day | null> {
  if (!placeId) return null
  const said = await confirmationsOf(db, [placeId], { from: addYears(today, -10), until: today })
  return said.at(-1)?.on ?? null
}
