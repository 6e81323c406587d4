import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import {
  kindNames,
  ORGANISATION_KINDS,
  type Organisation,
  oneLine,
  type Twin,
  TwinChoice,
} from '../../../../identity/index.ts'
import { years as yearsInWords } from '../../../templates/french-words.ts'
import type { Template } from '../../../templates/template.ts'
import { paths } from '../../paths.ts'

interface NewAgreementProps {
  view: View
  templates: readonly Template[]
  partner: {
    /** Chosen among those that are known. */
    chosen: Organisation | null
    q: string
    /** What the search found; null: nothing was sought. */
    found: readonly Organisation[] | null
    twins: readonly Twin[]
  }
  state: FormState
}

export function NewAgreementPage({
  view,
  templates,
  partner,
  state: { values, problems },
}: NewAgreementProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Préparer une convention"
      intro="Choisissez le modèle et nommez le co-contractant. Vous compléterez ensuite le texte et la liste des lieux."
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
      problems={problems}
    >
      {!partner.chosen && partner.twins.length === 0 && <PartnerSearch base={base} {...partner} />}
      <Form action={paths.newAgreement(base)}>
        <Radios
          {...field('modele')}
          label="Modèle"
          choices={templates.map(({ id, version, title, terms }) => ({
            value: id,
            label: title,
            hint: `Version ${version}, première période de ${yearsInWords(terms.initialYears)}`,
          }))}
        />
        {partner.twins.length > 0 && (
          <TwinChoice name="structure" twins={partner.twins} error={problemOf(problems, 'structure')} />
        )}
        {partner.chosen ? (
          <ChosenPartner base={base} organisation={partner.chosen} />
        ) : (
          <FieldGroup legend="Co-contractant">
            <TextField {...field('partenaire')} label="Nom" hint="Comme il figurera dans la convention." />
            <Select
              {...field('nature')}
              label="Nature"
              prompt="Choisissez…"
              choices={ORGANISATION_KINDS.map((value) => ({ value, label: kindNames[value] }))}
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
        )}
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
          label="Durée de la première période"
          hint="Laissez vide pour garder celle du modèle."
          optional
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

function PartnerSearch({
  base,
  q,
  found,
}: { base: string } & Pick<NewAgreementProps['partner'], 'q' | 'found'>) {
  return (
    <>
      <SearchForm
        action={paths.newAgreement(base)}
        label="Chercher un co-contractant déjà connu"
        hint="Par nom, sigle, numéro ou commune. S’il est nouveau, décrivez-le plus bas."
        value={q}
      />
      {found?.length === 0 && <p>Aucune structure ne correspond : décrivez le co-contractant plus bas.</p>}
      <ResultList
        results={(found ?? []).map((organisation) => ({
          title: organisation.name,
          href: paths.newAgreementWith(base, organisation.id),
          line: oneLine(organisation),
        }))}
      />
    </>
  )
}

/** The partner's file already says the rest. */
function ChosenPartner({ base, organisation }: { base: string; organisation: Organisation }) {
  const { id, name, kind, siret, commune } = organisation
  return (
    <FieldGroup legend="Co-contractant">
      <p>
        <strong>{name}</strong>
        <br />
        {oneLine(organisation)}
        <br />
        <a href={paths.newAgreement(base)}>Choisir un autre co-contractant</a>
      </p>
      <input type="hidden" name="structure" value={id} />
      <input type="hidden" name="partenaire" value={name} />
      <input type="hidden" name="nature" value={kind} />
      <input type="hidden" name="siret" value={siret ?? ''} />
      <input type="hidden" name="commune" value={commune} />
    </FieldGroup>
  )
}
