import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { organisationProfiles } from '../../../identity/index.ts'
import {
  type Application,
  type ApplicationId,
  findApplication,
} from '../../data/applications/applications.store.ts'
import { saveConsent } from '../../data/jury/admissions.store.ts'
import { type Campaign, findCampaign } from '../../data/jury/campaigns.store.ts'
import { comparedFiles } from '../../data/jury/results.queries.ts'
import {
  type Compared,
  comparedWith,
  type GroupComparison,
  groupMedians,
} from '../../domain/jury/compared.ts'
import { groupsOf, judged } from '../../domain/jury/grid.ts'
import { stratumOf } from '../../domain/jury/stratum.ts'
import { recordedBy } from '../recorded-by.ts'
import { resultsOf } from './results.ts'

export interface ComparisonShown {
  readonly application: Application
  readonly campaign: Campaign
  readonly stratum: string | null
  readonly isOpen: boolean
  readonly groups: readonly GroupComparison<ApplicationId>[]
  /** The organisations of those who are named. */
  readonly holders: ReadonlyMap<ApplicationId, Application['applicantId']>
}

/** An applicant of a published edition beside its like; null while nothing is public, or out of reach. LAB-41. */
export async function compareOwn(context: Context, id: ApplicationId): Promise<ComparisonShown | null> {
  const { db, network, reach } = context
  const application = await findApplication(db, reach, id)
  const campaign = application?.editionId ? await findCampaign(db, network.id, application.editionId) : null
  if (!application || !campaign?.publishedAt) return null
  const files = await comparedFiles(db, campaign.id)
  const profiles = await organisationProfiles(
    db,
    files.map(({ organisation, applicant }) => organisation ?? applicant),
  )
  const results = await resultsOf(db, campaign)
  const criteria = judged(campaign.content)
  const all = files.map((file): Compared<ApplicationId> => {
    const kind = profiles.get(file.organisation ?? file.applicant)?.kind ?? ''
    return {
      file: file.id,
      stratum: stratumOf(kind, file.population),
      isOpen: file.isOpen,
      groups: groupMedians(criteria, results.get(file.id)?.criteria ?? []),
    }
  })
  const own = all.find(({ file }) => file === id)
  if (!own) return null
  return {
    application,
    campaign,
    stratum: own.stratum,
    isOpen: own.isOpen,
    groups: comparedWith(own, all, groupsOf(criteria)),
    holders: new Map(files.map(({ id: file, organisation, applicant }) => [file, organisation ?? applicant])),
  }
}

/** Lets the others of the edition see one's own results by name, or no more. */
export async function openComparison(context: Context, id: ApplicationId, isOpen: boolean): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await saveConsent(tx, id, isOpen, recordedBy(context))
    await writeJournal(tx, context, 'comparison.consented', id, { isOpen })
  })
}
