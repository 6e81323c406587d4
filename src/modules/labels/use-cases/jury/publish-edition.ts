import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { type Application, moveApplication } from '../../data/applications/applications.store.ts'
import { endFormerEditions } from '../../data/awards/awards.store.ts'
import { markPublished } from '../../data/jury/campaigns.store.ts'
import { decidedOf } from '../../data/jury/deliberations.store.ts'
import { lockFilesOf } from '../../data/jury/publication.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import { validUntilOf } from '../../domain/awards/validity.ts'
import type { Deliberated } from '../../domain/jury/deliberated.ts'
import { type ApplicationDecision, recordDecision } from '../decisions/record-decision.ts'
import { type Signer, type SignerRefusal, signerOf } from '../decisions/signer.ts'
import { recordedBy } from '../recorded-by.ts'
import { type JuryStandsInTheWay, openCampaign, type WithJury } from './campaign-of.ts'

export type PublicationRefusal =
  | JuryStandsInTheWay
  | 'before-ceremony'
  | 'files-undecided'
  | 'no-file'
  | 'remedies-missing'
  | 'label-borne'
  | 'decided-in-the-future'
  | SignerRefusal

export interface PublicationWords {
  readonly signer: CapacityRef | null
  /** The jury's, as it met last. */
  readonly decidedOn: Day
  readonly remedies: string
}

/** The parts of a letter, in words: written where French is written. */
export interface LetterWords {
  /** What the jury says of one file, group by group, with the medians when the jury tells them. */
  reasons(decided: Deliberated, medians: ReadonlyMap<string, number> | null): string
  /** Why a file was not judged. */
  ineligible(reason: string): string
}

/**
 * Everything the jury decided becomes true at one instant: decisions, awards, ends of the former ones and the public
 * date, all or nothing; each decision leaves the job of its letter. Before it nothing of a level stands outside the minutes. LAB-29.
 */
export async function publishEdition(
  context: Context,
  id: EditionId,
  words: PublicationWords,
  letter: LetterWords & { medians(tx: Database, campaign: WithJury): Promise<Medians> },
): Promise<{ granted: number; declined: number } | Refusal<PublicationRefusal>> {
  if (words.remedies.trim() === '') return refuse('remedies-missing')
  try {
    return await inTransaction<{ granted: number; declined: number } | Refusal<PublicationRefusal>>(
      context.db,
      async (tx) => {
        const campaign = await openCampaign(tx, context.network.id, id)
        if (typeof campaign === 'string') return refuse(campaign)
        const { ceremonyOn, tellsMedians } = campaign.jury
        if (ceremonyOn && context.today < ceremonyOn) return refuse('before-ceremony', { day: ceremonyOn })
        if (words.decidedOn > context.today) return refuse('decided-in-the-future')
        const signer = await signerOf(context, tx, words.signer, words.decidedOn)
        if (isRefusal(signer)) return signer
        const files = await lockFilesOf(tx, id)
        if (files.length === 0) return refuse('no-file')
        const decided = new Map((await decidedOf(tx, id)).map((one) => [one.applicationId, one]))
        const waiting = files.filter(
          ({ application, ineligible }) => ineligible === null && !decided.has(application.id),
        )
        if (waiting.length > 0) return refuse('files-undecided', { count: String(waiting.length) })

        const recorded = recordedBy(context)
        await markPublished(tx, id, context.now)
        if (campaign.content.validity.kind === 'next_edition')
          await endFormerEditions(
            tx,
            { scheme: campaign.scheme.id, edition: id, on: context.today },
            recorded,
          )
        const medians = tellsMedians ? await letter.medians(tx, campaign) : null
        let granted = 0
        for (const { application, ineligible } of files) {
          const line = decided.get(application.id)
          const reasons =
            ineligible === null && line
              ? letter.reasons(line, medians?.get(application.id) ?? null)
              : letter.ineligible(ineligible ?? '')
          const level = ineligible === null ? (line?.level ?? null) : null
          const decision = decisionOf(
            campaign,
            { ...words, ...signer },
            { level, reasons, today: context.today },
          )
          const proposed = await asProposed(tx, application, recorded)
          await recordDecision(tx, context, proposed, campaign.scheme, decision)
          if (level !== null) granted += 1
        }
        const told = { granted, declined: files.length - granted }
        const { mandateId, delegationId } = signer
        await writeJournal(tx, context, 'edition.published', id, told, { mandateId, delegationId })
        return told
      },
    )
  } catch (error) {
    if (refusedBy(error) === 'one_active_award_per_holder') return refuse('label-borne')
    throw error
  }
}

type Medians = ReadonlyMap<Application['id'], ReadonlyMap<string, number>>

function decisionOf(
  { content }: WithJury,
  words: PublicationWords & Signer,
  { level, reasons, today }: { level: number | null; reasons: string; today: Day },
): ApplicationDecision {
  return {
    ...words,
    kind: level === null ? 'refused' : 'granted',
    level: content.grading.kind === 'levels' ? level : null,
    effectFrom: today,
    validUntil: validUntilOf(content.validity, today),
    reasons,
    reserves: [],
    appealMonths: content.remedies?.months ?? null,
  }
}

/** The jury's files are proposed and decided at the same instant: nothing is to be read in their state before. */
async function asProposed(
  tx: Database,
  application: Application,
  recorded: ReturnType<typeof recordedBy>,
): Promise<Application> {
  let { state, seq } = application
  const move = async (to: Application['state']) => {
    await moveApplication(tx, { id: application.id, state, seq }, to, recorded)
    state = to
    seq += 1
  }
  if (state === 'submitted' || state === 'incomplete') await move('under_instruction')
  if (state === 'under_instruction') await move('proposed')
  return { ...application, state, seq }
}
