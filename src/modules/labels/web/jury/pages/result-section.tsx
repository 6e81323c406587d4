import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { judged } from '../../../domain/jury/grid.ts'
import type { CriterionResult } from '../../../domain/jury/jury-result.ts'
import { proposalOf } from '../../../domain/jury/outcome.ts'
import { rulesOf } from '../../../use-cases/jury/campaign-of.ts'
import type { FilePlace } from '../campaign-at.ts'
import { levelWords, numberWords } from '../jury-wording.ts'
import type { Numbers } from './file-page.tsx'

/** Median, spread and number of marks of each criterion; comments without a name. LAB-27. */
export function ResultSection({ place, numbers }: { place: FilePlace; numbers: Numbers }) {
  const { campaign } = place
  const { grading } = campaign.content
  const { result, comments } = numbers
  const titles = new Map(judged(campaign.content).map(({ code, title }) => [code, title]))
  return (
    <section>
      <h2>Ce que disent les grilles</h2>
      <p>
        {result.median === null
          ? `Pas assez de lecteurs : ${result.readers} sur ${rulesOf(campaign).readers}. Aucun niveau n’est proposé.`
          : `Médiane pondérée ${numberWords(result.median)}. Niveau issu des seuils : ${levelWords(proposalOf(result, grading), grading.kind === 'levels' ? grading.unit : '')}.`}
      </p>
      <Table
        caption="Par critère"
        columns={[
          {
            label: 'Critère',
            header: true,
            cell: ({ criterion }: CriterionResult) => titles.get(criterion) ?? criterion,
          },
          {
            label: 'Médiane',
            numeric: true,
            cell: ({ median }) => (median === null ? '—' : numberWords(median)),
          },
          { label: 'Écart', numeric: true, cell: ({ spread }) => String(spread) },
          {
            label: 'Écart interquartile',
            numeric: true,
            cell: ({ interquartile }) => (interquartile === null ? '—' : numberWords(interquartile)),
          },
          { label: 'Notes', numeric: true, cell: ({ count }) => String(count) },
          {
            label: 'À discuter',
            cell: ({ isDiscussed }) => (isDiscussed ? <Tag state="warning">À discuter</Tag> : null),
          },
          {
            label: 'Commentaires',
            cell: ({ criterion }) => {
              const said = comments.find(({ code }) => code === criterion)?.comments ?? []
              return said.length === 0 ? '—' : said.map((text) => <p>{text}</p>)
            },
          },
        ]}
        rows={result.criteria}
      />
    </section>
  )
}
