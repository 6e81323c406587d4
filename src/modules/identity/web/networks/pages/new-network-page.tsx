import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { ORGANISATION_KINDS } from '../../../domain/organisations/organisation.ts'
import { kindNames } from '../../organisations/organisation-wording.ts'
import { paths } from '../network-paths.ts'
import { settingsPath } from '../network-settings-way.ts'

interface NewNetworkProps {
  view: View
  state: FormState
}

export function NewNetworkPage({ view, state: { values, problems } }: NewNetworkProps) {
  const { base, name } = view.network
  const field = (key: string) => ({
    name: key,
    error: problemOf(problems, key),
    value: String(values[key] ?? ''),
  })
  return (
    <Frame
      view={view}
      space="member"
      title="Créer un réseau"
      intro={`Le nouveau réseau sera placé sous ${name}. Sa première chargée ou son premier chargé de mission est invité par courriel ; vous n’y aurez vous-même aucun droit.`}
      breadcrumb={[settingsPath(base), { label: 'Réseaux rattachés', href: paths.networks(base) }]}
      problems={problems}
    >
      <Form action={paths.newNetwork(base)}>
        <FieldGroup legend="Le réseau">
          <TextField {...field('nom')} label="Nom du réseau" />
          <TextField
            {...field('adresse')}
            label="Adresse courte"
            hint="Elle suivra /n/ dans l’adresse du site, par exemple baie-apprenante. Elle ne change plus ensuite."
            width="medium"
          />
        </FieldGroup>
        <FieldGroup legend="Sa tête">
          <TextField {...field('tete')} label="Structure qui l’anime" autocomplete="organization" />
          <Select
            {...field('nature')}
            label="Nature"
            prompt="Choisissez…"
            choices={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kindNames[kind] }))}
          />
          <TextField {...field('commune')} label="Commune" width="medium" optional />
        </FieldGroup>
        <FieldGroup legend="Sa première chargée ou son premier chargé de mission">
          <TextField {...field('prenom')} label="Prénom" width="medium" />
          <TextField {...field('nom_famille')} label="Nom" width="medium" />
          <TextField {...field('fonction')} label="Fonction" optional />
          <TextField {...field('courriel')} label="Courriel" type="email" width="medium" />
        </FieldGroup>
        <Actions>
          <Button>Créer le réseau et envoyer l’invitation</Button>
          <a href={paths.networks(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
