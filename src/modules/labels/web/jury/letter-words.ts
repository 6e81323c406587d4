import type { Database } from '../../../../platform/db/database.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import type { Deliberated } from '../../domain/jury/deliberated.ts'
import { judged } from '../../domain/jury/grid.ts'
import type { WithJury } from '../../use-cases/jury/campaign-of.ts'
import type { LetterWords } from '../../use-cases/jury/publish-edition.ts'
import { resultsOf } from '../../use-cases/jury/results.ts'
import { levelWords, numberWords } from './jury-wording.ts'

/** What the letters of an edition say: a synthesis by group, the medians when they are told, never who judged. LAB-28. */
export function lettersOf(unit: string): LetterWords & { medians: typeof mediansOf } {
  return {
    medians: mediansOf,
    ineligible: (reason) => `Ce dossier n’a pas été soumis au jury.\n\n${reason}`,
    reasons: (decided, medians) =>
      [
        ...decided.reasons.map(({ group, text }) => `## ${group}\n\n${text}`),
        ...(decided.deviation ? [`## Niveau décidé\n\n${deviationText(decided, unit)}`] : []),
        ...(medians && medians.size > 0
          ? [
              `## Médianes du jury\n\n${[...medians].map(([title, value]) => `- ${title} : ${numberWords(value)} sur 5`).join('\n')}`,
            ]
          : []),
      ].join('\n\n'),
  }
}

function deviationText({ proposedLevel, level, deviation }: Deliberated, unit: string): string {
  return `Les médianes menaient à : ${levelWords(proposedLevel, unit)}. Le jury a décidé : ${levelWords(level, unit)}. ${deviation}`
}

/** Each criterion by its title; one that nobody could judge is not there. */
async function mediansOf(
  tx: Database,
  campaign: WithJury,
): Promise<ReadonlyMap<ApplicationId, ReadonlyMap<string, number>>> {
  const titles = new Map(judged(campaign.content).map(({ code, title }) => [code, title]))
  const results = await resultsOf(tx, campaign)
  return new Map(
    [...results].map(([file, { criteria }]) => [
      file,
      new Map(
        criteria.flatMap(({ criterion, median }) =>
          median === null ? [] : [[titles.get(criterion) ?? criterion, median] as const],
        ),
      ),
    ]),
  )
}
