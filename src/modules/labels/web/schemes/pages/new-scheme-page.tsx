import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { DescribedScheme } from '../../../data/schemes/schemes.store.ts'
import { STARTER_SETS } from '../../../templates/starter-sets.ts'
import { schemePaths } from '../scheme.paths.ts'
import { labelSteps } from './scheme-frame.tsx'

/** A name, and what to begin from: the rest is written page by page. LAB-1, LAB-5. */
export function NewSchemePage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title="Créer un label"
      intro="Donnez-lui un nom et un point de départ. Vous écrirez ensuite ce qu’il demande, page par page ; personne ne le voit avant sa publication."
      breadcrumb={labelSteps(base)}
      problems={state.problems}
    >
      <Form action={schemePaths.creation(base)}>
        <TextField {...field('nom')} label="Nom du label" hint="Tel qu’on le lira : « Lieu accueillant »." />
        <TextArea
          {...field('presentation')}
          label="Présentation"
          hint="Une phrase pour le public."
          rows={2}
          optional
        />
        <Radios
          {...field('depart')}
          label="Point de départ"
          hint="Un jeu de départ ne contient que ce que dit une convention : vous y mettrez vos propres critères."
          choices={[
            { value: '', label: 'Une page blanche' },
            ...STARTER_SETS.map(({ id, name, source }) => ({ value: id, label: name, hint: source })),
          ]}
        />
        <TextField
          {...field('adresse')}
          label="Nom court"
          hint="Pour son adresse et ses numéros : laissez vide pour le tirer du nom. Il ne changera plus."
          width="medium"
          optional
        />
        <Actions>
          <Button>Créer ce label</Button>
          <a href={schemePaths.schemes(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface NameProps {
  view: View
  scheme: DescribedScheme
  state: FormState
}

export function SchemeNamePage({ view, scheme, state }: NameProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title="Nom et présentation"
      intro="Ils changent dès que vous les enregistrez, partout où le label se lit. Son adresse et ses numéros restent."
      kicker={scheme.name}
      breadcrumb={[...labelSteps(base), { label: scheme.name, href: schemePaths.scheme(base, scheme.id) }]}
      problems={state.problems}
    >
      <Form action={schemePaths.name(base, scheme.id)}>
        <TextField {...field('nom', scheme.name)} label="Nom du label" />
        <TextArea {...field('presentation', scheme.description)} label="Présentation" rows={2} optional />
        <Actions>
          <Button>Enregistrer le nom et la présentation</Button>
          <a href={schemePaths.scheme(base, scheme.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
