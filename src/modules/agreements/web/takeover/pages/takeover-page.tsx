import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import {
  kindNames,
  ORGANISATION_KINDS,
  type Organisation,
  oneLine,
  type Twin,
  TwinChoice,
} from '../../../../identity/index.ts'
import type { Template } from '../../../templates/template.ts'
import { paths } from '../../paths.ts'
import { takeoverPaths } from '../takeover.paths.ts'
import { BespokeFields } from './bespoke-fields.tsx'
import { KnownActsFields } from './known-acts-fields.tsx'
import { type Preview, TakeoverPreview } from './takeover-preview.tsx'

interface TakeoverProps {
  view: View
  templates: readonly Template[]
  /** Chosen among those that are known. */
  chosen: Organisation | null
  twins: readonly Twin[]
  state: FormState
  /** What would be recorded; null before anybody asked. */
  preview: Preview | null
}

/** One form for an agreement signed before: its document, its dates, and what happened since. AGR-11, AGR-120. */
export function TakeoverPage({ view, templates, chosen, twins, state, preview }: TakeoverProps) {
  const { base, headName } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title="Reprendre une convention existante"
      intro="Une convention déjà signée, de 2015 par exemple : donnez son document, ses dates et ce qui s’est passé depuis. Son état d’aujourd’hui en est déduit ; ce que vous ne savez pas reste inconnu."
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
      problems={state.problems}
    >
      {preview && <TakeoverPreview base={base} preview={preview} />}
      <p>
        <a href={takeoverPaths.imports(base)}>Reprendre beaucoup de conventions à la fois, par un tableau</a>
      </p>
      <Form action={takeoverPaths.takeover(base)} upload>
        {preview && <Confirmed state={state} />}
        {twins.length > 0 && (
          <TwinChoice name="structure" twins={twins} error={problemOf(state.problems, 'structure')} />
        )}
        <Partner chosen={chosen} isAsked={twins.length === 0} state={state} base={base} />
        <FieldGroup legend="Le document signé">
          <TextField
            {...field('reference')}
            label="Référence"
            hint="Celle du document. Laissez vide : un numéro sera donné."
            optional
            width="medium"
          />
          <FileField
            {...field('document')}
            label="Scan ou fichier Word"
            hint="PDF, image ou .docx, 25 Mo au plus. Il est gardé avec son empreinte."
            accept=".pdf,.png,.jpg,.jpeg,.docx"
            received={String(state.values.document_recu ?? '').split('|')[3] || undefined}
            optional
          />
          <input type="hidden" name="document_recu" value={String(state.values.document_recu ?? '')} />
          <TextField {...field('garde_tete')} label={`Où ${headName} garde son original`} optional />
          <TextField {...field('garde_partenaire')} label="Où le co-contractant garde le sien" optional />
        </FieldGroup>
        <FieldGroup legend="Les termes">
          <Radios
            {...field('modele')}
            label="Modèle que suit le document"
            choices={[
              ...templates.map(({ id, title }) => ({ value: id, label: title })),
              {
                value: 'particuliers',
                label: 'Aucun : termes particuliers',
                hint: 'Vous relevez ci-dessous les délais écrits dans le document.',
              },
            ]}
          />
          <TextField
            {...field('duree')}
            label="Durée de la première période"
            hint="Avec un modèle, laissez vide pour garder la sienne."
            optional
            inputmode="numeric"
            width="short"
            suffix="ans"
          />
        </FieldGroup>
        <details class="more" open={state.values.modele === 'particuliers'}>
          <summary>Le document ne suit aucun modèle : écrire ses termes</summary>
          <BespokeFields state={state} />
        </details>
        <FieldGroup legend="Les signatures">
          <p class="muted">
            La date écrite à la main décide. Une date que personne ne connaît se laisse vide : la convention
            attend alors cette signature.
          </p>
          <DateField {...field('signe_tete')} label={`Signé par ${headName} le`} optional />
          <TextField {...field('signataire_tete')} label="Signataire et qualité" optional />
          <DateField {...field('signe_partenaire')} label="Signé par le co-contractant le" optional />
          <TextField {...field('signataire_partenaire')} label="Signataire et qualité" optional />
        </FieldGroup>
        <FieldGroup legend="Les lieux listés">
          <TextArea
            {...field('lieux')}
            label="Un lieu par ligne"
            hint="Le nom de sa fiche dans l’annuaire ; si plusieurs le portent : « nom, commune »."
            optional
            rows={4}
          />
          <TextArea
            {...field('lieux_autres')}
            label="Seconde liste de l’annexe"
            hint="Seulement si le modèle en a deux, comme les tiers-lieux."
            optional
            rows={3}
          />
        </FieldGroup>
        <KnownActsFields state={state} headName={headName} />
        <Actions>
          <Button>{preview ? 'Reprendre cette convention' : 'Voir ce qui en serait déduit'}</Button>
          <a href={paths.agreements(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** The partner's file already says the rest when it was chosen. */
function Partner({
  base,
  chosen,
  isAsked,
  state,
}: {
  base: string
  chosen: Organisation | null
  isAsked: boolean
  state: FormState
}) {
  const field = fieldsOf(state)
  return (
    <FieldGroup legend="Co-contractant">
      {chosen ? (
        <>
          <p>
            <strong>{chosen.name}</strong>
            <br />
            {oneLine(chosen)}
            <br />
            <a href={takeoverPaths.takeover(base)}>Choisir un autre co-contractant</a>
          </p>
          {isAsked && <input type="hidden" name="structure" value={chosen.id} />}
          <input type="hidden" name="partenaire" value={chosen.name} />
          <input type="hidden" name="nature" value={chosen.kind} />
          <input type="hidden" name="siret" value={chosen.siret ?? ''} />
          <input type="hidden" name="commune" value={chosen.commune} />
        </>
      ) : (
        <>
          <TextField
            {...field('partenaire')}
            label="Nom"
            hint="S’il est déjà dans le réseau sous ce nom ou ce SIRET, sa fiche est reprise."
          />
          <Select
            {...field('nature')}
            label="Nature"
            prompt="Choisissez…"
            choices={ORGANISATION_KINDS.map((value) => ({ value, label: kindNames[value] }))}
          />
          <TextField {...field('siret')} label="SIRET" optional inputmode="numeric" width="medium" />
          <TextField {...field('commune')} label="Commune du siège" optional width="medium" />
        </>
      )}
      <TextField {...field('representant')} label="Représentant" optional width="medium" />
      <TextField {...field('qualite')} label="Sa qualité" optional width="medium" />
    </FieldGroup>
  )
}
