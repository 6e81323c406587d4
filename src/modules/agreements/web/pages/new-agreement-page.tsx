import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Radios, Select } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../ui/form.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Template } from '../../templates/template.ts'
import { ORGANISATION_KINDS } from '../new-agreement.form.ts'
import { paths } from '../paths.ts'

interface NewAgreementProps {
  view: View
  templates: readonly Template[]
  state: FormState
}

export function NewAgreementPage({ view, templates, state: { values, problems } }: NewAgreementProps) {
  const { base } = view.network
  const field = (name: string) => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? ''),
  })
  return (
    <Frame
      view={view}
      space="member"
      title="Préparer une convention"
      intro="Choisissez le modèle et nommez le co-contractant. Vous compléterez ensuite le texte et la liste des lieux."
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
      problems={problems}
    >
      <Form action={paths.newAgreement(base)}>
        <Radios
          {...field('modele')}
          label="Modèle"
          choices={templates.map(({ id, version, title }) => ({
            value: id,
            label: title,
            hint: `Version ${version}`,
          }))}
        />
        <FieldGroup legend="Co-contractant">
          <TextField {...field('partenaire')} label="Nom" hint="Comme il figurera dans la convention." />
          <Select
            {...field('nature')}
            label="Nature"
            prompt="Choisissez…"
            choices={Object.entries(ORGANISATION_KINDS).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            {...field('siret')}
            label="SIRET"
            hint="14 chiffres."
            optional
            inputmode="numeric"
            width="medium"
          />
          <TextField {...field('commune')} label="Commune du siège" optional width="medium" />
        </FieldGroup>
        <FieldGroup legend="Représentant">
          <TextField {...field('representant')} label="Nom et prénom" width="medium" />
          <TextField
            {...field('qualite')}
            label="Qualité"
            hint="Maire, présidente, directeur…"
            width="medium"
          />
        </FieldGroup>
        <TextField
          {...field('duree')}
          value={String(values.duree ?? '3')}
          label="Durée de la première période"
          inputmode="numeric"
          width="short"
          suffix="ans"
        />
        <Actions>
          <Button>Préparer la convention</Button>
          <a href={paths.agreements(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
