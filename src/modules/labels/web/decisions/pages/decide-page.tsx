import type { Day } from '../../../../../kernel/day.ts'
import { dayOf } from '../../../../../kernel/instant.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import type { Application } from '../../../data/applications/applications.store.ts'
import type { MadeProposal } from '../../../data/instruction/proposals.store.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import type { DecisionLetter } from '../../../documents/decision-letter.ts'
import { instructionPaths } from '../../instruction/instruction.paths.ts'
import { PROPOSED_WORDS } from '../../instruction/instruction-wording.ts'
import { decisionPaths } from '../decisions.paths.ts'
import {
  CriteriaFields,
  DayFields,
  LevelField,
  OutcomeField,
  ReasonsField,
  RemediesFields,
  ReserveFields,
  SignerField,
} from './decision-fields.tsx'
import { LetterPreview } from './letter-view.tsx'

export interface DecideProps {
  view: View
  state: FormState
  application: Application
  version: SchemeVersion
  holder: string
  applicant: string
  submittedOn: Day | null
  /** What its instructors propose. */
  proposal: MadeProposal | null
  signers: readonly Capacity[]
  remedies: string
  /** When the file last changed. */
  seen: string
  /** When a label is already borne until a known day: the new one takes over then. */
  effect?: Day | undefined
  /** The letter that would leave, once nothing lacks. */
  letter: DecisionLetter | null
}

/** One application to decide: its letter is read before it is signed. LAB-15. */
export function DecidePage(props: DecideProps) {
  const { view, state, application, version, letter } = props
  const { base } = view.network
  const { content, scheme } = version
  return (
    <Frame
      view={view}
      space="member"
      title="Décider d’une candidature"
      intro="Relisez le dossier, écrivez la décision, puis relisez sa lettre avant de la signer."
      breadcrumb={[{ label: 'Décisions sur les labels', href: decisionPaths.list(base) }]}
      problems={state.problems}
      act={{ label: 'Ouvrir le dossier', href: instructionPaths.file(base, application.id) }}
    >
      <SummaryList
        rows={[
          { term: 'Label', value: scheme.name },
          { term: 'Pour', value: props.holder },
          { term: 'Candidature de', value: props.applicant },
          {
            term: 'Envoyée le',
            value: props.submittedOn ? <DayText day={props.submittedOn} /> : 'Date inconnue',
          },
          ...(props.proposal
            ? [
                {
                  term: 'L’instruction propose',
                  value: `${PROPOSED_WORDS[props.proposal.kind]}, le ${formatDay(dayOf(props.proposal.proposedAt))}. Ses motifs sont repris plus bas : ils restent à relire.`,
                },
              ]
            : []),
        ]}
      />
      {content.isStarter && (
        <Notice state="info" title="Critères de départ">
          <p>
            Ce label se décide encore sur le jeu de critères livré avec la plateforme, à remplacer par votre
            propre cahier des charges.
          </p>
        </Notice>
      )}
      {letter && <LetterPreview letter={letter} />}
      <Form action={decisionPaths.decide(base, application.id)}>
        <input type="hidden" name="vu" value={props.seen} />
        {letter && <Confirmed state={state} />}
        <OutcomeField state={state} />
        <LevelField state={state} grading={content.grading} />
        <SignerField state={state} signers={props.signers} />
        <DayFields view={view} state={state} effect={props.effect} />
        <ReasonsField state={state} />
        <CriteriaFields state={state} criteria={content.criteria} />
        <ReserveFields state={state} />
        <RemediesFields state={state} remedies={props.remedies} months={content.remedies?.months ?? null} />
        <Actions>
          <Button look={letter ? 'danger' : 'main'}>
            {letter ? 'Signer la décision' : 'Relire la lettre'}
          </Button>
          <a href={decisionPaths.list(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
