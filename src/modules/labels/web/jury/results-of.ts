import type { Context } from '../../../../platform/context.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import { decidedOf } from '../../data/jury/deliberations.store.ts'
import { standingsOfJuror } from '../../data/jury/own-standing.queries.ts'
import { countedMarks } from '../../data/jury/results.queries.ts'
import { severityOf } from '../../domain/jury/jury-result.ts'
import { proposalOf } from '../../domain/jury/outcome.ts'
import { resultsOf } from '../../use-cases/jury/results.ts'
import type { CampaignPlace } from './campaign-at.ts'

/** What the jury has before it, file by file. A file that whoever looks declared nothing of, or left, says no number. */
export interface ResultLine {
  readonly file: ApplicationId
  readonly isShown: boolean
  readonly median: number | null
  readonly readers: number
  readonly spread: number
  readonly isDiscussed: boolean
  readonly proposedLevel: number | null
  /** Undefined: not decided yet. */
  readonly level: number | null | undefined
}

/** The results of a campaign: four statements, however many files. LAB-27. */
export async function resultLines(
  { db }: Pick<Context, 'db'>,
  { campaign, seat }: CampaignPlace,
): Promise<ResultLine[]> {
  const results = await resultsOf(db, campaign)
  const decided = new Map((await decidedOf(db, campaign.id)).map((one) => [one.applicationId, one]))
  const standings = seat ? await standingsOfJuror(db, seat.id) : null
  const files = new Set([...results.keys(), ...decided.keys()])
  return [...files].map((file) => {
    const result = results.get(file)
    const isShown = standings === null || standings.get(file) === 'reader'
    const spread = Math.max(0, ...(result?.criteria.map((one) => one.spread) ?? []))
    return {
      file,
      isShown,
      median: isShown ? (result?.median ?? null) : null,
      readers: result?.readers ?? 0,
      spread: isShown ? spread : 0,
      isDiscussed: isShown && (result?.criteria.some((one) => one.isDiscussed) ?? false),
      proposedLevel: isShown && result ? proposalOf(result, campaign.content.grading) : null,
      level: isShown ? decided.get(file)?.level : undefined,
    }
  })
}

/** How far each juror is from the others on the files read in common: for the chair alone. LAB-27. */
export async function severities({ db }: Pick<Context, 'db'>, { campaign, seat, jurors }: CampaignPlace) {
  if (!seat?.isChair) return null
  const standings = await standingsOfJuror(db, seat.id)
  const marks = await countedMarks(db, campaign.id)
  const gaps = severityOf(marks.filter(({ file }) => standings.get(file) !== 'recused'))
  return jurors.flatMap(({ id, name }) => {
    const gap = gaps.get(id)
    return gap === undefined ? [] : [{ name, gap }]
  })
}
