import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { waitingPaths } from '../letters/waiting.paths.ts'

interface SettingsProps {
  view: View
  isAsked: boolean
  state: FormState
}

/** One rule for now: who confirms what binds. */
export function AgreementSettingsPage({ view, isAsked, state }: SettingsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Règles des conventions"
      intro="Ce que votre réseau demande avant d’enregistrer un acte qui engage."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={state.problems}
    >
      <Form action={waitingPaths.settings(base)}>
        <Checkbox
          name="seconde_personne"
          label="Une autre personne confirme les dénonciations, mises en demeure et résiliations"
          hint="Qui prépare l’acte ne peut pas le confirmer. Rien ne court avant la confirmation. Il faut deux chargés de mission au moins."
          checked={isAsked}
        />
        <Actions>
          <Button>Enregistrer les règles</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
