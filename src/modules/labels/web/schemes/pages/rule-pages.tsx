import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkbox, Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { USUAL_KEPT_MONTHS } from '../../../domain/schemes/scheme.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeDraftView } from '../scheme-of.ts'
import { USUAL_COMPLETION_DAYS } from '../scheme-sentences-wording.ts'
import { cadenceWords, dutyWords, holderWords, routeWords } from '../scheme-wording.ts'
import { DraftFrame, PieceForm } from './scheme-frame.tsx'

/** A page about one piece of a draft. */
export interface PieceProps {
  about: SchemeDraftView
  state: FormState
  /** What somebody saved meanwhile, in sentences; null: nobody did. */
  saved: readonly string[] | null
}

/** Who bears it, whether it has levels, when and how it is given. */
export function ShapePage({ about, state, saved }: PieceProps) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { content } = draft
  const field = fieldsOf(state)
  return (
    <DraftFrame
      about={about}
      title="Qui le porte, et comment il s’attribue"
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="shape"
        action={schemePaths.shape(base, scheme.id)}
        button="Enregistrer ces règles"
        back={schemePaths.draft(base, scheme.id)}
      >
        <Radios
          {...field('titulaire', content.holderKind)}
          label="Qui porte le label ?"
          choices={choices(holderWords)}
        />
        <Radios
          {...field('bareme', content.grading.kind)}
          label="A-t-il des niveaux ?"
          choices={[
            { value: 'binary', label: 'Non : on le porte ou non' },
            { value: 'levels', label: 'Oui', hint: 'Vous les nommerez sur la page suivante.' },
          ]}
        />
        <Radios
          {...field('rythme', content.cadence)}
          label="Quand peut-on le demander ?"
          choices={choices(cadenceWords)}
        />
        <Radios
          {...field('voie', content.route)}
          label="Comment s’attribue-t-il ?"
          choices={choices(routeWords)}
        />
      </PieceForm>
    </DraftFrame>
  )
}

/** Which agreement a place must be listed by. Choices: the templates the network offers. */
export function AgreementPage({
  about,
  state,
  saved,
  templates,
}: PieceProps & { templates: readonly { id: string; title: string }[] }) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const link = draft.content.agreement
  const field = fieldsOf(state)
  const isTyped = Object.keys(state.values).length > 0
  return (
    <DraftFrame
      about={about}
      title="La convention qui le porte"
      intro="Si le label ne se porte que sous une convention, dites laquelle : il s’arrête alors avec elle."
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="agreement"
        action={schemePaths.agreement(base, scheme.id)}
        button="Enregistrer le lien avec la convention"
        back={schemePaths.draft(base, scheme.id)}
      >
        <Checkboxes
          name="modele"
          label="Modèles de convention"
          hint="N’en cochez aucun si le label tient par lui-même."
          values={isTyped ? [state.values.modele ?? []].flat() : (link?.templates ?? [])}
          choices={templates.map(({ id, title }) => ({ value: id, label: title }))}
          optional
        />
        <TextField
          {...field('article', link?.clause)}
          label="L’article qui porte le label"
          hint="Par exemple « art. 6 »."
          width="medium"
          optional
        />
      </PieceForm>
    </DraftFrame>
  )
}

/** How long, and what a holder owes meanwhile. */
export function ValidityPage({ about, state, saved }: PieceProps) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { validity, duties, maySuspend } = draft.content
  const field = fieldsOf(state)
  const isTyped = Object.keys(state.values).length > 0
  return (
    <DraftFrame
      about={about}
      title="Sa durée, et les devoirs du titulaire"
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="validity"
        action={schemePaths.validity(base, scheme.id)}
        button="Enregistrer la durée et les devoirs"
        back={schemePaths.draft(base, scheme.id)}
      >
        <Radios
          {...field('duree', validity.kind)}
          label="Combien de temps se porte-t-il ?"
          choices={[
            { value: 'agreement', label: 'Tant que sa convention le porte' },
            { value: 'next_edition', label: 'Jusqu’aux résultats de la campagne suivante' },
            { value: 'months', label: 'Une durée fixe', hint: 'Remplissez les deux champs qui suivent.' },
          ]}
        />
        <FieldGroup legend="Pour une durée fixe">
          <TextField
            {...field('mois', validity.kind === 'months' ? String(validity.months) : '')}
            label="Durée"
            inputmode="numeric"
            width="short"
            suffix="mois"
            optional
          />
          <TextField
            {...field('renouvellement', validity.kind === 'months' ? String(validity.renewalMonths) : '')}
            label="Le renouvellement s’ouvre avant la fin"
            inputmode="numeric"
            width="short"
            suffix="mois"
            optional
          />
        </FieldGroup>
        <Checkboxes
          name="devoirs"
          label="Ce que doit le titulaire"
          values={isTyped ? [state.values.devoirs ?? []].flat() : duties}
          choices={choices(dutyWords)}
          optional
        />
        <Checkbox
          name="suspension"
          label="Le label peut être suspendu"
          hint="Seulement si votre règlement le prévoit : par une décision motivée, après avoir entendu le titulaire."
          checked={isTyped ? state.values.suspension === 'oui' : maySuspend}
        />
      </PieceForm>
    </DraftFrame>
  )
}

/** How many read each file, and when their notes are discussed. LAB-24, LAB-27. */
export function JuryPage({ about, state, saved }: PieceProps) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { jury } = draft.content
  const field = fieldsOf(state)
  return (
    <DraftFrame
      about={about}
      title="Le jury"
      intro="Chaque juré note de 1 à 5, critère par critère. La note d’un critère est la médiane des leurs."
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="jury"
        action={schemePaths.jury(base, scheme.id)}
        button="Enregistrer les règles du jury"
        back={schemePaths.draft(base, scheme.id)}
      >
        <TextField
          {...field('lecteurs', String(jury?.readers ?? 3))}
          label="Jurés qui lisent chaque dossier, au moins"
          inputmode="numeric"
          width="short"
        />
        <TextField
          {...field('scientifiques', String(jury?.scientific ?? 2))}
          label="Dont scientifiques, au moins"
          inputmode="numeric"
          width="short"
        />
        <TextField
          {...field('ecart', String(jury?.discussedFrom ?? 2))}
          label="Écart entre deux notes à partir duquel le critère se discute"
          inputmode="numeric"
          width="short"
        />
      </PieceForm>
    </DraftFrame>
  )
}

/** Where and until when a decision is contested, and how long an answer takes. LAB-15. */
export function RemediesPage({ about, state, saved }: PieceProps) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { remedies, instructionDays, completionDays = USUAL_COMPLETION_DAYS } = draft.content
  const { keptMonths = USUAL_KEPT_MONTHS } = draft.content
  const field = fieldsOf(state)
  return (
    <DraftFrame
      about={about}
      title="Les délais et les recours"
      intro="Chaque décision défavorable porte ces voies de recours : sans elles, elle ne peut pas être signée."
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="remedies"
        action={schemePaths.remedies(base, scheme.id)}
        button="Enregistrer les délais et les recours"
        back={schemePaths.draft(base, scheme.id)}
      >
        <TextField
          {...field('organisme', remedies?.body)}
          label="Devant qui une décision se conteste"
          hint="Le tribunal administratif compétent, et qui reçoit un recours gracieux."
        />
        <TextArea {...field('lieu', remedies?.address)} label="À quelle adresse" rows={3} />
        <TextField
          {...field('mois', remedies ? String(remedies.months) : '')}
          label="Dans quel délai"
          inputmode="numeric"
          width="short"
          suffix="mois"
        />
        <TextField
          {...field('instruction', String(instructionDays))}
          label="Délai d’instruction d’un dossier"
          hint="Il s’arrête pendant que le demandeur complète son dossier."
          inputmode="numeric"
          width="short"
          suffix="jours"
        />
        <TextField
          {...field('complement', String(completionDays))}
          label="Délai pour compléter un dossier"
          inputmode="numeric"
          width="short"
          suffix="jours"
        />
        <TextField
          {...field('conservation', String(keptMonths))}
          label="Combien de temps garder un dossier sans label"
          hint="Refusé, retiré ou classé, et après le délai pour contester. Ensuite, il n’en reste que l’issue."
          inputmode="numeric"
          width="short"
          suffix="mois"
        />
      </PieceForm>
    </DraftFrame>
  )
}

export function choices<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))
}
