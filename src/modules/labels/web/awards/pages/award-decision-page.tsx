import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import type { Award } from '../../../data/awards/awards.queries.ts'
import type { Appeal } from '../../../data/decisions/appeals.store.ts'
import type { DecisionLetter } from '../../../documents/decision-letter.ts'
import type { AwardDecisionKind } from '../../../domain/awards/award-decision.ts'
import type { AwardRules } from '../../../use-cases/decisions/rules-of-award.ts'
import { AWARD_DECISION_HINTS, DECISION_NAMES } from '../../decisions/decision-wording.ts'
import {
  DayFields,
  LevelField,
  ReasonsField,
  RemediesFields,
  SignerField,
} from '../../decisions/pages/decision-fields.tsx'
import { LetterPreview } from '../../decisions/pages/letter-view.tsx'
import { WhyFields } from '../../decisions/pages/replacement-page.tsx'
import { awardPaths } from '../award.paths.ts'

interface AwardDecisionProps {
  view: View
  state: FormState
  award: Award
  holder: string
  rules: AwardRules
  open: readonly AwardDecisionKind[]
  signers: readonly Capacity[]
  remedies: string
  appeal: Appeal | null
  letter: DecisionLetter | null
}

/** A decision on a label borne: what its rules and its state allow, and nothing else. LAB-33, LAB-36. */
export function AwardDecisionPage(props: AwardDecisionProps) {
  const { view, state, award, open, rules, letter, appeal } = props
  const { base } = view.network
  const back = awardPaths.award(base, award.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Décider d’un label porté"
      intro="Écrivez la décision, puis relisez sa lettre avant de la signer."
      kicker={`${award.scheme.name}, ${props.holder}`}
      breadcrumb={[{ label: `Attribution ${award.number}`, href: back }]}
      problems={state.problems}
    >
      {letter && <LetterPreview letter={letter} />}
      <Form action={awardPaths.decision(base, award.id)}>
        <input type="hidden" name="vu" value={String(award.acts.length)} />
        {letter && <Confirmed state={state} />}
        <Radios
          {...fieldsOf(state)('sens')}
          label="Décision"
          choices={open.map((kind) => ({
            value: kind,
            label: DECISION_NAMES[kind],
            hint: AWARD_DECISION_HINTS[kind],
          }))}
        />
        {open.includes('level_changed') && <LevelField state={state} grading={rules.grading} />}
        {open.includes('suspended') && <SuspensionFields state={state} />}
        {(appeal || open.includes('restored')) && <WhyFields state={state} appeal={appeal} />}
        <SignerField state={state} signers={props.signers} />
        <DayFields view={view} state={state} />
        <ReasonsField state={state} />
        <RemediesFields state={state} remedies={props.remedies} months={rules.remedies?.months ?? null} />
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

function SuspensionFields({ state }: { state: FormState }) {
  const field = fieldsOf(state)
  return (
    <FieldGroup legend="Pour une suspension : quand elle cesse">
      <DateField {...field('cesse_le')} label="Premier jour sans suspension" optional />
      <TextArea {...field('condition')} label="Ou la condition attendue" rows={2} optional />
    </FieldGroup>
  )
}
