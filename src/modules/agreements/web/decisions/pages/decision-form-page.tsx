import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { DECISION_KINDS, type Decision } from '../../../domain/decision.ts'
import { decisionPaths } from '../decision.paths.ts'
import { decisionKinds } from '../decision-wording.ts'

interface DecisionFormProps {
  view: View
  /** Null: a new one. */
  decision: Decision | null
  state: FormState
}

/** A decision as it is prepared; what publication needs beyond may come later. */
export function DecisionFormPage({ view, decision, state }: DecisionFormProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const back = decision ? decisionPaths.decision(base, decision.id) : decisionPaths.decisions(base)
  const asked = (name: string) => String(state.values[name] ?? '')
  return (
    <Frame
      view={view}
      space="member"
      title={decision ? 'Compléter une décision' : 'Préparer une décision'}
      intro="Remplissez ce que vous savez : la décision reste un projet jusqu’à sa publication."
      breadcrumb={[{ label: 'Décisions du réseau', href: decisionPaths.decisions(base) }]}
      problems={state.problems}
    >
      <Form action={decision ? decisionPaths.draft(base, decision.id) : decisionPaths.newDecision(base)}>
        <input type="hidden" name="convention" value={decision?.agreementId ?? asked('convention')} />
        <input type="hidden" name="remplace" value={decision?.replaces ?? asked('remplace')} />
        <Radios
          {...field('nature', decision?.kind)}
          label="Nature"
          choices={DECISION_KINDS.map((kind) => ({ value: kind, label: decisionKinds[kind] }))}
        />
        <TextField {...field('reference', decision?.reference)} label="Référence" width="medium" />
        <TextField
          {...field('instance', decision?.body)}
          label="Qui a décidé"
          hint="Conseil départemental, commission permanente, président…"
          width="medium"
        />
        <TextField {...field('objet', decision?.object)} label="Objet" hint="En une ligne." />
        <DateField {...field('date', typedDay(decision?.decidedOn))} label="Date de la décision" />
        <TextArea
          {...field('fondement', decision?.legalBasis)}
          label="Textes sur lesquels elle s’appuie"
          hint="Codes, lois, délibération précédente. Nécessaire pour publier."
          rows={3}
          optional
        />
        <TextArea
          {...field('texte', decision?.text)}
          label="Texte de la décision"
          hint="Un paragraphe par ligne. Nécessaire pour publier."
          rows={10}
          optional
        />
        <TextArea
          {...field('recours', decision?.remedies)}
          label="Délais et voies de recours"
          hint="Devant qui, dans quel délai, à partir de quand. Nécessaire pour publier."
          rows={4}
          optional
        />
        <DateField
          {...field('transmission', typedDay(decision?.transmittedOn))}
          label="Transmise au représentant de l’État le"
          hint="Laissez vide si vous ne le savez pas encore : aucun délai de recours n’est alors calculé."
          optional
        />
        <Actions>
          <Button>{decision ? 'Enregistrer le projet' : 'Préparer la décision'}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** As the field is typed: `17/06/2026`. */
function typedDay(day: string | null | undefined): string {
  return day ? day.split('-').reverse().join('/') : ''
}
