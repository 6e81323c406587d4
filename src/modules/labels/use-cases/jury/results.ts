import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import type { Campaign } from '../../data/jury/campaigns.store.ts'
import { countedMarks } from '../../data/jury/results.queries.ts'
import { judged } from '../../domain/jury/grid.ts'
import { type JuryResult, juryResult } from '../../domain/jury/jury-result.ts'
import { rulesOf } from './campaign-of.ts'

/** No grid changes any more: the results may be looked at. */
export function gridsAreClosed({ jury, publishedAt }: Campaign, today: Day): boolean {
  return publishedAt !== null || (jury !== null && (jury.marksClosedAt !== null || today > jury.marksUntil))
}

/** What the grids say of each file: medians, spreads, how many readers. One statement, however many files. LAB-27. */
export async function resultsOf(
  db: Database,
  campaign: Pick<Campaign, 'id' | 'content'>,
  files: readonly ApplicationId[] | null = null,
): Promise<Map<ApplicationId, JuryResult>> {
  const byFile = Map.groupBy(await countedMarks(db, campaign.id, files), ({ file }) => file)
  const criteria = judged(campaign.content)
  const rules = rulesOf(campaign)
  const asked = files ?? [...byFile.keys()]
  return new Map(asked.map((file) => [file, juryResult(byFile.get(file) ?? [], criteria, rules)]))
}
