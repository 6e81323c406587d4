import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { peopleNames } from '../../../identity/index.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import { addDeliberated, deliberationsOf, recusedFrom } from '../../data/jury/deliberations.store.ts'
import { type Juror, jurorsOf, sits } from '../../data/jury/jurors.store.ts'
import { findFileOf } from '../../data/jury/progress.queries.ts'
import { addDeclaration } from '../../data/jury/readings.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import type { DeliberationId, GroupReasons, Seat } from '../../domain/jury/deliberated.ts'
import { groupsOf, judged } from '../../domain/jury/grid.ts'
import { quorumOf } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import { levelsOf, proposalOf, type Vote, voteFault } from '../../domain/jury/outcome.ts'
import { recordedBy } from '../recorded-by.ts'
import { type JuryStandsInTheWay, openCampaign, rulesOf } from './campaign-of.ts'
import { resultsOf } from './results.ts'

export type DeliberationRefusal =
  | JuryStandsInTheWay
  | 'no-such-file'
  | 'no-such-meeting'
  | 'unknown-level'
  | 'no-quorum'
  | 'chair-missing'
  | 'chair-recused'
  | 'deviation-missing'
  | 'reasons-missing'
  | 'names-a-juror'
  | 'more_votes_than_present'
  | 'no_majority'

export interface DecidedByJury {
  readonly deliberationId: DeliberationId
  readonly chairedBy: JurorId
  /** Those who left the room for that file: an interest they tell only now. */
  readonly leaving: readonly JurorId[]
  /** Null: no level. */
  readonly level: number | null
  readonly deviation: string
  readonly reasons: readonly GroupReasons[]
  readonly vote: Vote
}

/**
 * The jury decides one file, the numbers before it. Recused jurors count neither among those present nor for the quorum;
 * who may not chair is replaced, and the minutes name who did. Nothing of it is public. LAB-25, LAB-28.
 */
export async function deliberate(
  context: Context,
  { edition, file }: { edition: EditionId; file: ApplicationId },
  decided: DecidedByJury,
): Promise<ApplicationId | Refusal<DeliberationRefusal>> {
  try {
    return await inTransaction<ApplicationId | Refusal<DeliberationRefusal>>(context.db, async (tx) => {
      const campaign = await openCampaign(tx, context.network.id, edition)
      if (typeof campaign === 'string') return refuse(campaign)
      const found = await findFileOf(tx, edition, rulesOf(campaign), file)
      if (!found || found.stage === 'to_check' || found.stage === 'ineligible') return refuse('no-such-file')
      const meeting = (await deliberationsOf(tx, edition)).find(({ id }) => id === decided.deliberationId)
      if (!meeting) return refuse('no-such-meeting')
      const { level, deviation, reasons } = decided
      if (level !== null && !levelsOf(campaign.content.grading).includes(level))
        return refuse('unknown-level')

      const jurors = (await jurorsOf(tx, edition)).filter((juror) => sits(juror, meeting.heldOn))
      const leaving = jurors.map(({ id }) => id).filter((id) => decided.leaving.includes(id))
      await declareLeaving(tx, context, file, leaving)
      const recused = new Set(await recusedFrom(tx, file))
      const seats = jurors.map(({ id }) => ({ jurorId: id, seat: seatOf(id, recused, meeting.present) }))
      const present = seats.filter(({ seat }) => seat === 'present')
      const quorum = quorumOf(jurors.filter(({ id }) => !recused.has(id)).length)
      if (present.length < quorum) return refuse('no-quorum', { quorum: String(quorum) })
      if (recused.has(decided.chairedBy)) return refuse('chair-recused')
      if (!present.some(({ jurorId }) => jurorId === decided.chairedBy)) return refuse('chair-missing')
      const fault = voteFault(decided.vote, present.length)
      if (fault) return refuse(fault)

      const result = (await resultsOf(tx, campaign, [file])).get(file) ?? { median: null }
      const proposedLevel = proposalOf(result, campaign.content.grading)
      if (level !== proposedLevel && deviation === '') return refuse('deviation-missing')
      const groups = groupsOf(judged(campaign.content))
      const isTold = (group: string) => reasons.some((one) => one.group === group && one.text !== '')
      if (!groups.every(isTold)) return refuse('reasons-missing')
      if (await namesOne(tx, jurors, [deviation, ...reasons.map(({ text }) => text)]))
        return refuse('names-a-juror')

      const line = { ...decided, applicationId: file, median: result.median, proposedLevel, seats }
      await addDeliberated(tx, line, recordedBy(context))
      await writeJournal(tx, context, 'application.deliberated', file, { deliberation: meeting.id })
      return file
    })
  } catch (error) {
    if (refusedBy(error) === 'published_edition_is_decided') return refuse('already-published')
    throw error
  }
}

function seatOf(id: JurorId, recused: ReadonlySet<JurorId>, present: readonly JurorId[]): Seat {
  if (recused.has(id)) return 'recused'
  return present.includes(id) ? 'present' : 'absent'
}

async function declareLeaving(
  tx: Database,
  context: Context,
  file: ApplicationId,
  leaving: readonly JurorId[],
): Promise<void> {
  const known = new Set(await recusedFrom(tx, file))
  for (const jurorId of leaving.filter((id) => !known.has(id)))
    await addDeclaration(
      tx,
      { applicationId: file, jurorId, interest: 'other', words: 'Dit en séance' },
      recordedBy(context),
    )
}

/** What a holder will read never names who judged it. LAB-28. */
async function namesOne(tx: Database, jurors: readonly Juror[], texts: readonly string[]): Promise<boolean> {
  const names = await peopleNames(
    tx,
    jurors.map(({ personId }) => personId),
  )
  const said = texts.join('\n').toLocaleLowerCase('fr')
  return [...names.values()].some((name) => name !== '' && said.includes(name.toLocaleLowerCase('fr')))
}
