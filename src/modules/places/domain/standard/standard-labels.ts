import { folded } from '../fold.ts'
import { trainings } from '../vocabulary.ts'
import type { StandardRow } from './standard-columns.ts'

/** How a label of the network is said in the national standard. */
export interface StandardName {
  name: string
  /** One of the values of `formations_labels`, character for character; anything else goes beside. */
  standardLabel: string | null
}

const LISTED: ReadonlySet<string> = new Set(trainings.map(({ standard }) => standard))

/**
 * The two columns of labels of a place's row: those the network verified and that are borne today, and what sources
 * declared of labels which are not the network's own. What a source declares of the network's own labels is not sent on: an
 * unlabelled place would seem to bear them. LAB-42, LAB-87.
 */
export function withLabels(
  row: StandardRow,
  borne: readonly StandardName[],
  own: readonly StandardName[],
): StandardRow {
  if (borne.length === 0 && row.formations_labels === '' && row.autres_formations_labels === '') return row
  const ours = new Set(
    own.flatMap(({ name, standardLabel }) => [name, standardLabel ?? name]).map((of) => folded(of)),
  )
  const declared = (cell: string) => cell.split('|').filter((name) => name !== '' && !ours.has(folded(name)))
  const listed = borne.flatMap(({ standardLabel }) =>
    standardLabel !== null && LISTED.has(standardLabel) ? [standardLabel] : [],
  )
  const others = borne.flatMap(({ name, standardLabel }) =>
    standardLabel !== null && LISTED.has(standardLabel)
      ? []
      : [name.replaceAll('|', ' ').replace(/ +/g, ' ').trim()],
  )
  return {
    ...row,
    formations_labels: joined([...declared(row.formations_labels), ...listed]),
    autres_formations_labels: joined([...others, ...declared(row.autres_formations_labels)]),
  }
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].join('|')
}
