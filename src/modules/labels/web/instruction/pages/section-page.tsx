import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { CriterionReview, SectionReview } from '../../../data/instruction/review.store.ts'
import { MARKS } from '../../../domain/instruction/completion.ts'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import type { FileView } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { MARK_WORDS } from '../instruction-wording.ts'
import { AnsweredCriterion, type AnsweredFile } from './answered-criterion.tsx'
import { FileFrame } from './file-frame.tsx'

export interface SectionPageView extends AnsweredFile {
  readonly about: FileView
  readonly rank: number
  readonly of: number
  readonly name: string
  readonly criteria: readonly Criterion[]
  readonly saved: SectionReview
  readonly reviews: ReadonlyMap<string, CriterionReview>
  readonly state: FormState
  /** Somebody saved the section meanwhile, by that name. LAB-53, LAB-85. */
  readonly behind: string | null
}

/** One section as it was sent, and what the instructor finds of each criterion. LAB-10. */
export function SectionPage(props: SectionPageView) {
  const { about, name, rank, of, criteria, saved, state, behind } = props
  const { view, file, mayAct } = about
  const { base } = view.network
  const isOpen = mayAct && (file.state === 'submitted' || file.state === 'under_instruction')
  return (
    <FileFrame
      about={about}
      title={name}
      intro={`Rubrique ${rank} sur ${of} du dossier de ${file.holderName}`}
      problems={state.problems}
    >
      {isOpen ? (
        <Form action={paths.section(base, file.id, rank)}>
          <input type="hidden" name="vu" value={String(saved.seq)} />
          {criteria.map((criterion) => (
            <FieldGroup legend={criterion.title}>
              <AnsweredCriterion {...props} criterion={criterion} />
              {behind !== null && <BothValues {...props} criterion={criterion} by={behind} />}
              <ReviewFields {...props} criterion={criterion} />
            </FieldGroup>
          ))}
          <Actions>
            <Button>Enregistrer l’examen de la rubrique</Button>
            <a href={paths.file(base, file.id)}>Revenir au dossier</a>
          </Actions>
        </Form>
      ) : (
        criteria.map((criterion) => (
          <section>
            <h2>{criterion.title}</h2>
            <AnsweredCriterion {...props} criterion={criterion} />
            <p>{foundText(props.reviews.get(criterion.code))}</p>
          </section>
        ))
      )}
    </FileFrame>
  )
}

function ReviewFields({ criterion, reviews, state }: SectionPageView & { criterion: Criterion }) {
  const { code } = criterion
  const [mark, message] = [`constat-${code}`, `message-${code}`]
  const kept = reviews.get(code)
  const typed = (name: string, otherwise: string) => String(state.values[name] ?? otherwise)
  return (
    <>
      <Radios
        name={mark}
        label="Votre constat"
        optional
        choices={MARKS.map((value) => ({ value, label: MARK_WORDS[value].word }))}
        value={typed(mark, kept?.mark ?? '')}
        error={problemOf(state.problems, mark)}
      />
      <TextArea
        name={message}
        label="Ce que le demandeur doit faire"
        hint="Il lira ces mots si vous demandez des compléments."
        optional
        rows={2}
        value={typed(message, kept?.message ?? '')}
        error={problemOf(state.problems, message)}
      />
    </>
  )
}

/** What the other one saved, beside what was being typed: nothing is lost. */
function BothValues({
  criterion,
  reviews,
  by,
  state,
}: SectionPageView & { criterion: Criterion; by: string }) {
  const { code } = criterion
  const kept = reviews.get(code)
  const mine = [state.values[`constat-${code}`] ?? '', state.values[`message-${code}`] ?? ''].map(String)
  if ((kept?.mark ?? '') === mine[0] && (kept?.message ?? '') === mine[1]) return null
  return (
    <Notice state="warning" title="Deux versions de ce constat">
      <SummaryList
        rows={[
          { term: `Enregistré par ${by}`, value: foundText(kept) },
          {
            term: 'Ce que vous avez saisi',
            value: foundText(
              mine[0]
                ? { code, mark: mine[0] as CriterionReview['mark'], message: mine[1] ?? '' }
                : undefined,
            ),
          },
        ]}
      />
    </Notice>
  )
}

function foundText(review: CriterionReview | undefined): string {
  if (!review) return 'Pas encore examiné'
  return [MARK_WORDS[review.mark].word, review.message].filter(Boolean).join(' : ')
}
