import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Criterion, SchemeContent } from '../../../domain/schemes/scheme.ts'
import { criterionSentences, questionSentence } from '../scheme-sentences-wording.ts'
import {
  cadenceWords,
  dutyWords,
  gradingWords,
  holderWords,
  routeWords,
  validityWords,
} from '../scheme-wording.ts'

/** The rules of a label in a few lines. */
export function SchemeRules({ content }: { content: SchemeContent }) {
  const { remedies } = content
  return (
    <SummaryList
      rows={[
        { term: 'Porté par', value: holderWords[content.holderKind] },
        { term: 'Niveaux', value: gradingWords(content.grading) },
        { term: 'Se demande', value: cadenceWords[content.cadence] },
        { term: 'S’attribue', value: routeWords[content.route] },
        {
          term: 'Sous une convention',
          value: content.agreement ? `Oui, ${content.agreement.clause}` : 'Non',
        },
        { term: 'Dure', value: validityWords(content.validity) },
        ...(content.duties.length > 0
          ? [{ term: 'Le titulaire doit', value: content.duties.map((duty) => dutyWords[duty]).join(' ; ') }]
          : []),
        ...(remedies
          ? [
              {
                term: 'Une décision se conteste',
                value: `Devant : ${remedies.body}, ${remedies.address}, dans les ${remedies.months} mois.`,
              },
            ]
          : []),
      ]}
    />
  )
}

/** What is asked, in the order of the form. */
export function SchemeCriteria({ content }: { content: SchemeContent }) {
  return (
    <Table
      caption="Critères, dans l’ordre du formulaire"
      silentCaption
      columns={[
        { label: 'Partie', cell: ({ group }: Criterion) => group },
        { label: 'Ce qui est demandé', header: true, cell: ({ title, code }) => `${title} (${code})` },
        { label: 'Précisions', cell: (criterion) => <Details criterion={criterion} content={content} /> },
        { label: 'Preuves', cell: (criterion) => criterionSentences(criterion, content).evidence.join(' ') },
      ]}
      rows={content.criteria}
    />
  )
}

function Details({ criterion, content }: { criterion: Criterion; content: SchemeContent }) {
  const [, ...demand] = criterionSentences(criterion, content).demand
  return (
    <>
      {criterion.isEliminatory && <Tag state="warning">Indispensable</Tag>} {criterion.help}{' '}
      {questionSentence(criterion)} {demand.join(' ')}
    </>
  )
}
