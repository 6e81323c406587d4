import type { Child } from 'hono/jsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { TermDifference } from '../../../templates/comparison.ts'
import { TERM_SUMMARIES } from '../../../templates/term-summary.ts'
import type { ClauseDifference, TextPart } from '../../../templates/text-difference.ts'
import { clauseTitle } from '../template-wording.ts'

/** A text with what was taken out and what was put in, said to those who do not see the strokes. */
export function DifferenceText({ parts }: { parts: readonly TextPart[] }) {
  return (
    <div class="difference">
      {parts.map(({ kind, text }) => {
        if (kind === 'same') return text
        return kind === 'added' ? (
          <ins>
            <span class="visually-hidden"> début d’ajout </span>
            {text}
            <span class="visually-hidden"> fin d’ajout </span>
          </ins>
        ) : (
          <del>
            <span class="visually-hidden"> début de suppression </span>
            {text}
            <span class="visually-hidden"> fin de suppression </span>
          </del>
        )
      })}
    </div>
  )
}

interface SidesProps {
  /** « Version 2 », « Cette convention ». */
  here: string
  there: string
}

export function TermDifferences({
  terms,
  caption,
  here,
  there,
}: SidesProps & { terms: readonly TermDifference[]; caption: Child }) {
  return (
    <Table
      caption={caption}
      columns={[
        { label: 'Point', header: true, cell: ({ term }: TermDifference) => TERM_SUMMARIES[term].label },
        { label: here, cell: (row) => row.here },
        { label: there, cell: (row) => row.there },
      ]}
      rows={terms}
      empty={<p>Aucun terme ne diffère : ils prévoient la même chose sur tous ces points.</p>}
    />
  )
}

/** The text goes from `there` to `here`: what only `here` says is an addition. */
export function ClauseDifferences({
  clauses,
  here,
  there,
}: SidesProps & { clauses: readonly ClauseDifference[] }) {
  if (clauses.length === 0) return <p>Les deux textes se lisent de la même façon.</p>
  return (
    <>
      <p>
        {formatNumber(clauses.length)}{' '}
        {clauses.length === 1 ? 'article se lit autrement' : 'articles se lisent autrement'}.{' '}
        {`Ce que seul « ${here} » dit est `}
        <ins>souligné</ins>
        {` ; ce que seul « ${there} » dit est `}
        <del>barré</del>.
      </p>
      {clauses.map((clause) => (
        <section class="difference-clause">
          <h3>{clauseTitle(clause.after ?? clause.before ?? { number: null, title: '' })}</h3>
          <p>
            <ClauseTag clause={clause} here={here} there={there} />
            {clause.before && clause.after && isRenamed(clause) && (
              <> Était : {clauseTitle(clause.before)}.</>
            )}
          </p>
          {clause.kind !== 'renamed' && <DifferenceText parts={clause.text} />}
        </section>
      ))}
    </>
  )
}

function ClauseTag({ clause: { kind }, here, there }: SidesProps & { clause: ClauseDifference }) {
  if (kind === 'added') return <Tag state="info">Seulement dans « {here} »</Tag>
  if (kind === 'removed') return <Tag state="warning">Seulement dans « {there} »</Tag>
  return <Tag state="neutral">{kind === 'changed' ? 'Texte différent' : 'Numéro ou titre différent'}</Tag>
}

function isRenamed({ before, after }: ClauseDifference): boolean {
  return before?.number !== after?.number || before?.title !== after?.title
}
