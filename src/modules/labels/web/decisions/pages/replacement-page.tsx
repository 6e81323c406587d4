import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import type { Appeal } from '../../../data/decisions/appeals.store.ts'
import type { Decision } from '../../../data/decisions/decisions.queries.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import type { DecisionLetter } from '../../../documents/decision-letter.ts'
import { DECISION_NAMES, decisionTitle, REPLACED_FOR_NAMES } from '../decision-wording.ts'
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

export interface ReplacementProps {
  view: View
  state: FormState
  decision: Decision
  version: SchemeVersion
  signers: readonly Capacity[]
  remedies: string
  /** The appeal it would accept. */
  appeal: Appeal | null
  letter: DecisionLetter | null
}

/** A decision that replaces another: nothing is erased, and the reason is told to the holder. LAB-17, LAB-18. */
export function ReplacementPage({
  view,
  state,
  decision,
  version,
  signers,
  remedies,
  appeal,
  letter,
}: ReplacementProps) {
  const { base } = view.network
  const back = decisionPaths.decision(base, decision.id)
  const { content } = version
  return (
    <Frame
      view={view}
      space="member"
      title={appeal ? 'Accepter le recours' : 'Remplacer la décision'}
      intro="La nouvelle décision remplace la première à partir de sa date d’effet. La première reste lisible."
      breadcrumb={[
        { label: 'Décisions sur les labels', href: decisionPaths.list(base) },
        { label: decisionTitle(decision), href: back },
      ]}
      problems={state.problems}
    >
      <Notice state="info" title={`Décision remplacée : ${DECISION_NAMES[decision.kind].toLowerCase()}`}>
        <p>
          Prise le {formatDay(decision.decidedOn)} par {decision.signerName}.
        </p>
      </Notice>
      {letter && <LetterPreview letter={letter} />}
      <Form action={decisionPaths.replacement(base, decision.id)}>
        {letter && <Confirmed state={state} />}
        <WhyFields state={state} appeal={appeal} />
        <OutcomeField state={state} value={decision.kind} />
        <LevelField state={state} grading={content.grading} />
        <SignerField state={state} signers={signers} />
        <DayFields view={view} state={state} />
        <ReasonsField state={state} />
        <CriteriaFields state={state} criteria={content.criteria} />
        <ReserveFields state={state} />
        <RemediesFields state={state} remedies={remedies} months={content.remedies?.months ?? null} />
        <Actions>
          <Button look={letter ? 'danger' : 'main'}>
            {letter ? 'Signer la décision' : 'Relire la lettre'}
          </Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Why it replaces the decision before it: a mistake, a judgement, or the appeal it answers. */
export function WhyFields({ state, appeal }: { state: FormState; appeal: Appeal | null }) {
  const field = fieldsOf(state)
  return (
    <>
      {appeal ? (
        <>
          <input type="hidden" name="recours" value={appeal.id} />
          <input type="hidden" name="pourquoi" value="appeal" />
          <Radios
            {...field('etendue', 'entier')}
            label="Le recours est accepté"
            choices={[
              { value: 'entier', label: 'En entier' },
              { value: 'partie', label: 'En partie' },
            ]}
          />
        </>
      ) : (
        <Radios
          {...field('pourquoi')}
          label="Pourquoi la remplacer"
          choices={[
            { value: 'mistake', label: REPLACED_FOR_NAMES.mistake },
            { value: 'judgement', label: REPLACED_FOR_NAMES.judgement },
          ]}
        />
      )}
      <TextArea
        {...field('rectification')}
        label={appeal ? 'Réponse au recours' : 'Ce qui était inexact, ou ce qui a été jugé'}
        hint="Ces mots figurent dans la lettre."
        rows={4}
      />
    </>
  )
}
