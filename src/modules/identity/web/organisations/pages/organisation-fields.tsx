import type { FormState } from '../../../../../platform/http/form.ts'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { ORGANISATION_KINDS } from '../../../domain/organisations/organisation.ts'
import type { Twin } from '../../../use-cases/organisations/organisation-twins.ts'
import { paths } from '../organisation-paths.ts'
import { kindNames, oneLine, reasonSentence } from '../organisation-wording.ts'

/** The questions about an organisation, new or known. */
export function OrganisationFields({ values, problems }: FormState) {
  const field = fieldsOf({ values, problems })
  return (
    <>
      <TextField
        {...field('nom')}
        label="Nom"
        hint="Comme il figure dans ses statuts ou son acte de création."
      />
      <TextField {...field('sigle')} label="Sigle" optional width="short" />
      <Select
        {...field('nature')}
        label="Nature"
        prompt="Choisissez…"
        choices={ORGANISATION_KINDS.map((value) => ({ value, label: kindNames[value] }))}
      />
      <FieldGroup legend="Numéros">
        <TextField
          {...field('siret')}
          label="SIRET"
          hint="14 chiffres, avec ou sans espaces."
          optional
          width="medium"
        />
        <TextField
          {...field('rna')}
          label="Numéro RNA"
          hint="Pour une association : W142001234."
          optional
          width="medium"
        />
        <TextField
          {...field('ridet')}
          label="RIDET"
          hint="En Nouvelle-Calédonie : 0123456.001."
          optional
          width="medium"
        />
      </FieldGroup>
      <FieldGroup legend="Siège">
        <TextField {...field('adresse')} label="Adresse" optional />
        <TextField {...field('code_postal')} label="Code postal" optional inputmode="numeric" width="short" />
        <TextField {...field('commune')} label="Commune" optional width="medium" />
      </FieldGroup>
      <FieldGroup legend="Joindre la structure">
        <TextField {...field('courriel')} label="Courriel" type="email" optional width="medium" />
        <TextField {...field('telephone')} label="Téléphone" type="tel" optional width="medium" />
        <TextField {...field('site')} label="Site" type="url" optional />
      </FieldGroup>
    </>
  )
}

/** « Cette structure existe peut-être déjà »: who, why, and the two ways on. */
export function TwinsNotice({ base, twins }: { base: string; twins: readonly Twin[] }) {
  if (twins.length === 0) return null
  return (
    <Notice state="warning" title="Cette structure existe peut-être déjà">
      <ul class="rows">
        {twins.map((twin) => (
          <li>
            <p>
              <strong>{twin.organisation.name}</strong>
              <br />
              {oneLine(twin.organisation)}
              <br />
              <span class="muted">{reasonSentence(twin)}</span>
            </p>
            <a class="button button-plain" href={paths.organisation(base, twin.organisation.id)}>
              C’est celle-ci<span class="visually-hidden"> : {twin.organisation.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The same as a choice to send: an existing organisation, or a new one all the same. */
export function TwinChoice({
  name,
  twins,
  error,
}: {
  name: string
  twins: readonly Twin[]
  error?: string | undefined
}) {
  return (
    <Radios
      name={name}
      error={error}
      label="Cette structure existe peut-être déjà"
      hint="Choisissez-la pour ne pas la créer deux fois."
      choices={[
        ...twins.map((twin) => ({
          value: twin.organisation.id,
          label: `C’est celle-ci : ${twin.organisation.name}`,
          hint: `${oneLine(twin.organisation)}. ${reasonSentence(twin)}.`,
        })),
        { value: 'nouvelle', label: 'C’est une autre : la créer quand même' },
      ]}
    />
  )
}
