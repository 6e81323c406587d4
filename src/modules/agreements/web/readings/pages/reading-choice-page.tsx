import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Difference } from '../../../domain/differences.ts'
import { READINGS, type Reading } from '../../../domain/profile.ts'
import { articleOf } from '../../../domain/terms.ts'
import { boardPaths } from '../../board/board.paths.ts'
import { historyPaths } from '../../history/history.paths.ts'
import { BeforeAfter, type Change } from '../../history/pages/before-after.tsx'
import { paths } from '../../paths.ts'
import { TERM_OF_READING } from '../reading-choice-wording.ts'
import { readingValue, readingWords } from '../readings-wording.ts'
import { differenceSentences } from '../what-if-wording.ts'

interface ReadingChoiceProps {
  view: View
  agreement: Agreement
  parameter: Reading
  values: readonly { value: string | boolean; differences: readonly Difference[] }[]
  chosen: string | boolean | null
  state: FormState
  change: Change | null
}

/** The values of one reading, with what each would change today. AGR-77. */
export function ReadingChoicePage(props: ReadingChoiceProps) {
  const { view, agreement, parameter, state, change, chosen } = props
  const { base } = view.network
  const article = articleOf(agreement.terms, TERM_OF_READING[parameter] ?? '')
  const isFixed = READINGS[parameter].length < 2
  return (
    <Frame
      view={view}
      space="member"
      title="Choisir une lecture"
      kicker={`Convention avec ${agreement.partner.name}`}
      intro={`${readingWords[parameter].question}${article ? ` (art. ${article})` : ''}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Lectures retenues', href: boardPaths.readings(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      {change && <BeforeAfter base={base} agreement={agreement.id} change={change} />}
      {isFixed ? (
        <Notice state="info" title={readingValue(parameter, chosen)}>
          <p>Cette lecture est la même pour toutes les conventions : elle ne se change pas.</p>
        </Notice>
      ) : (
        <ChoiceForm {...props} />
      )}
    </Frame>
  )
}

function ChoiceForm({ view, agreement, parameter, values, chosen, state, change }: ReadingChoiceProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const [preset] = READINGS[parameter]
  return (
    <Form action={historyPaths.reading(base, agreement.id, parameter)}>
      <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
      {change && <Confirmed state={state} />}
      <Radios
        {...field('lecture', String(chosen ?? ''))}
        label="Lecture à retenir pour cette convention"
        choices={values.map(({ value, differences }) => ({
          value: String(value),
          label: readingValue(parameter, value),
          hint: hintOf(value, { chosen, preset, told: differenceSentences(differences) }),
        }))}
      />
      <TextArea
        {...field('motif')}
        label="Motif"
        hint="Les deux parties le liront : « avis du service juridique du 3 mars »."
        rows={3}
      />
      <Actions>
        <Button look={change ? 'danger' : 'main'}>
          {change ? 'Retenir cette lecture' : 'Voir ce que cela change'}
        </Button>
        <a href={boardPaths.readings(base, agreement.id)}>Annuler</a>
      </Actions>
    </Form>
  )
}

function hintOf(
  value: string | boolean,
  { chosen, preset, told }: { chosen: string | boolean | null; preset: unknown; told: readonly string[] },
): string {
  const [first, ...more] = told
  return [
    value === chosen ? 'Retenue aujourd’hui.' : '',
    value === preset ? 'Lecture par défaut.' : '',
    value === chosen ? '' : (first ?? 'Ne changerait rien aujourd’hui.'),
    value === chosen || more.length === 0 ? '' : `Et ${more.length} autres changements.`,
  ]
    .filter(Boolean)
    .join(' ')
}
