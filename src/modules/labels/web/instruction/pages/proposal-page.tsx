import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Opinion } from '../../../data/instruction/opinions.store.ts'
import type { MadeProposal } from '../../../data/instruction/proposals.store.ts'
import type { CriterionReview } from '../../../data/instruction/review.store.ts'
import { countedLevel } from '../../../domain/schemes/level-text.ts'
import type { FileView } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { MARK_WORDS, PROPOSED_WORDS } from '../instruction-wording.ts'
import { FileFrame } from './file-frame.tsx'
import { AwaitedNotice } from './opinions-page.tsx'

interface ProposalProps {
  about: FileView
  opinions: readonly Opinion[]
  reviews: ReadonlyMap<string, CriterionReview>
  before: MadeProposal | null
  state: FormState
  /** What is still awaited or unexamined was shown: sending again proposes all the same. */
  isShown: boolean
}

/** What the instructors propose to whoever decides. LAB-12, LAB-14. */
export function ProposalPage({ about, opinions, reviews, before, state, isShown }: ProposalProps) {
  const { view, file } = about
  const { base } = view.network
  const { grading } = file.version.content
  const typed = (name: string, otherwise = '') => String(state.values[name] ?? otherwise)
  const wrong = (name: string) => problemOf(state.problems, name)
  const left = file.criteria.filter(({ code }) => !file.marks[code]).length
  const [reserve] = before?.reserves ?? []
  return (
    <FileFrame
      about={about}
      title="Proposer une décision"
      intro="Votre proposition va à la personne qui décide. Le demandeur ne la lit pas."
      problems={state.problems}
    >
      <AwaitedNotice opinions={opinions} />
      {left > 0 && <Notice state="warning" title={`Il reste ${left} critères sans constat`} />}
      {isShown && (
        <Notice
          state="warning"
          title="Relisez ce qui manque, puis confirmez : la proposition part en l’état."
          live
        />
      )}
      <Table
        caption="Vos constats"
        columns={[
          { label: 'Critère', header: true, cell: ({ title }) => title },
          { label: 'Constat', cell: ({ code }) => MARK_WORDS[reviews.get(code)?.mark ?? 'complete'].word },
          { label: 'Remarque', cell: ({ code }) => reviews.get(code)?.message ?? '' },
        ]}
        rows={file.criteria.filter(({ code }) => reviews.has(code))}
        empty={<Notice state="info" title="Aucun constat n’est encore noté." />}
      />
      <Form action={paths.of(base, file.id, 'proposition')}>
        {isShown && <Confirmed state={state} />}
        <Radios
          name="sens"
          label="Vous proposez"
          choices={Object.entries(PROPOSED_WORDS).map(([value, label]) => ({ value, label }))}
          value={typed('sens', before?.kind)}
          error={wrong('sens')}
        />
        {grading.kind === 'levels' && (
          <Radios
            name="niveau"
            label="Niveau proposé"
            choices={grading.levels.map(({ level }) => ({
              value: String(level),
              label: countedLevel(level, grading.unit),
            }))}
            value={typed('niveau', before?.level ? String(before.level) : '')}
            error={wrong('niveau')}
          />
        )}
        <TextArea
          name="motifs"
          label="Motifs"
          hint="Nécessaires pour refuser ou réserver. La lettre de décision pourra les reprendre."
          rows={5}
          value={typed('motifs', before?.reasons)}
          error={wrong('motifs')}
        />
        <FieldGroup legend="Réserve">
          <TextArea
            name="reserve"
            label="Ce qui reste à faire"
            rows={2}
            value={typed('reserve', reserve?.text)}
            error={wrong('reserve')}
            optional
          />
          <DateField
            name="reserve_avant"
            label="Avant le"
            value={typed('reserve_avant')}
            error={wrong('reserve_avant')}
            optional
          />
        </FieldGroup>
        <Actions>
          <Button>{isShown ? 'Proposer quand même' : 'Proposer cette décision'}</Button>
          <a href={paths.file(base, file.id)}>Annuler</a>
        </Actions>
      </Form>
    </FileFrame>
  )
}
