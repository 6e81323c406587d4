import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { PERIOD_LENGTHS } from '../../../domain/freshness/period.ts'
import { policy } from '../../policy.ts'
import { freshnessPaths } from '../freshness.paths.ts'
import { lengthNames } from '../freshness-wording.ts'

/** What the network asks of its places, and how often. DIR-57, DIR-60. */
export function FreshnessRulePage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Confirmation des fiches"
      intro="À chaque période, un lieu dit que sa fiche est juste. Un import, ou une correction de votre main, ne le dit pas à sa place."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={problems}
    >
      <Form action={freshnessPaths.rule(base)}>
        <Radios
          name="rythme"
          label="Tous les combien"
          hint="Par périodes de l’année civile. Les conventions demandent le semestre."
          error={problemOf(problems, 'rythme')}
          choices={PERIOD_LENGTHS.map((every) => ({ value: every, label: lengthNames[every] }))}
          value={String(values.rythme ?? 'semester')}
        />
        <Radios
          name="lieux"
          label="Qui doit confirmer"
          error={problemOf(problems, 'lieux')}
          choices={[
            { value: 'labelled', label: 'Les lieux labellisés, comme le demandent les conventions' },
            { value: 'published', label: 'Tous les lieux publiés' },
          ]}
          value={String(values.lieux ?? 'labelled')}
        />
        <DateField
          name="depuis"
          label="À partir du"
          hint={'Rien n’est attendu avant ce jour. Vide : depuis que chaque lieu porte son label.'}
          optional
          error={problemOf(problems, 'depuis')}
          value={String(values.depuis ?? '')}
        />
        <Checkbox
          name="masquer"
          label="Masquer de lui-même un lieu qui ne donne plus de nouvelles"
          hint="Après deux avis à un mois d’intervalle. Jamais un lieu labellisé. Vous pouvez toujours le montrer de nouveau."
          checked={values.masquer === 'oui'}
        />
        <TextField
          name="mois"
          label="Après combien de mois sans nouvelles"
          hint="Douze au moins."
          optional
          inputmode="numeric"
          width="short"
          error={problemOf(problems, 'mois')}
          value={String(values.mois ?? '')}
        />
        {opensTo(view, policy.followFreshness) && (
          <Actions>
            <Button>Enregistrer la règle</Button>
          </Actions>
        )}
      </Form>
    </Frame>
  )
}
