import type { FormState } from '../../../../../platform/http/form.ts'
import { Select } from '../../../../../ui/choice-field.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { TERM_COLUMNS, TERMS } from '../../../domain/mapping/former-terms.ts'
import { columnWords } from '../column-wording.ts'
import { tickValue } from '../mapping.form.ts'

interface TickFieldsProps {
  headings: readonly string[]
  fieldOf: (heading: string) => string
  state: FormState
}

/** What a « x » or a « oui » means in each column to tick: those that were understood come first, the others are folded. DIR-29. */
export function TickFields({ headings, fieldOf, state: { values } }: TickFieldsProps) {
  const isSaid = (heading: string) => Boolean(values[fieldOf(heading)])
  const field = (heading: string) => (
    <Select
      name={fieldOf(heading)}
      label={heading.slice(0, 150)}
      prompt="Rien que le standard connaisse"
      choices={CHOICES}
      value={String(values[fieldOf(heading)] ?? '')}
      optional
    />
  )
  const others = headings.filter((heading) => !isSaid(heading))
  return (
    <>
      <h2>Les cases à cocher</h2>
      <p>
        Ces colonnes ne disent que oui ou non. Dites ce qu’une case cochée veut dire ; une case vide ne dit
        rien.
      </p>
      {headings.filter(isSaid).map(field)}
      {others.length > 0 && (
        <Folded
          title={
            others.length === 1
              ? 'Une colonne à cocher sans suite'
              : `${others.length} colonnes à cocher sans suite`
          }
        >
          {others.map(field)}
        </Folded>
      )}
    </>
  )
}

const CHOICES = TERM_COLUMNS.flatMap((column) =>
  TERMS[column].map(({ standard }) => ({
    value: tickValue(column, standard),
    label: `${columnWords[column].label} : ${standard}`,
  })),
)
