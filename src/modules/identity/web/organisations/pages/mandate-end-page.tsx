import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { Power } from '../../../domain/organisations/capacity.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { daysOf } from '../mandate-wording.ts'
import { paths } from '../organisation-paths.ts'

interface EndProps {
  view: View
  organisation: Organisation
  what: 'mandat' | 'délégation'
  power: Power
  action: string
  state: FormState
}

/** The end of a mandate or of a delegation: a day, and nothing else changes. */
export function MandateEndPage({ view, organisation, what, power, action, state }: EndProps) {
  const { base } = view.network
  const { values, problems } = state
  const back = paths.organisation(base, organisation.id)
  const named = what === 'mandat' ? 'du mandat' : 'de la délégation'
  return (
    <Frame
      view={view}
      space="member"
      title={`Enregistrer la fin ${named}`}
      intro={`${power.holderName}, ${power.quality}. ${daysOf(power)}.`}
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: organisation.name, href: back },
      ]}
      problems={problems}
    >
      <p>Ce qui a été signé jusque-là ne change pas. Un acte signé ensuite compterait, et serait signalé.</p>
      <Form action={action}>
        <DateField
          name="dernier_jour"
          label="Dernier jour"
          error={problemOf(problems, 'dernier_jour')}
          value={String(values.dernier_jour ?? '')}
        />
        <Actions>
          <Button>Enregistrer la fin {named}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
