import { Checkbox, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { TextField } from '../../../../../ui/text-field.tsx'
import { schemePaths } from '../scheme.paths.ts'
import type { PieceProps } from './rule-pages.tsx'
import { DraftFrame, PieceForm } from './scheme-frame.tsx'

/** Two rows more than there are levels. */
const SPARE = 2

/** Its levels, in their order, each with the note that proposes it. LAB-28. */
export function LevelsPage({ about, state, saved }: PieceProps) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { grading, route } = draft.content
  const levels = grading.kind === 'levels' ? grading.levels : []
  const typed = (name: string) => [state.values[name] ?? []].flat()
  const count = Math.max(levels.length + SPARE, typed('niveau').length, 3)
  const field = fieldsOf(state)
  return (
    <DraftFrame
      about={about}
      title="Les niveaux"
      intro="Du plus bas au plus haut, sans en sauter. Videz une ligne pour retirer un niveau."
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="levels"
        action={schemePaths.levels(base, scheme.id)}
        button="Enregistrer les niveaux"
        back={schemePaths.draft(base, scheme.id)}
      >
        <TextField
          {...field('unite', grading.kind === 'levels' ? grading.unit : '')}
          label="Comment s’appelle un niveau"
          hint="Au singulier : « étoile », « arobase », « niveau »."
          width="medium"
        />
        {Array.from({ length: count }, (_, rank) => (
          <FieldGroup legend={`Ligne ${rank + 1}`}>
            <TextField
              name="niveau"
              id={rank === 0 ? undefined : `champ-niveau-${rank + 1}`}
              label="Niveau"
              value={String(typed('niveau')[rank] ?? levels[rank]?.level ?? '')}
              error={rank === 0 ? problemOf(state.problems, 'niveau') : undefined}
              inputmode="numeric"
              width="short"
              optional
            />
            {route === 'jury' && (
              <TextField
                name="seuil"
                id={rank === 0 ? undefined : `champ-seuil-${rank + 1}`}
                label="Proposé à partir de la note"
                value={String(typed('seuil')[rank] ?? thresholdOf(levels[rank]))}
                error={rank === 0 ? problemOf(state.problems, 'seuil') : undefined}
                inputmode="decimal"
                width="short"
                optional
              />
            )}
          </FieldGroup>
        ))}
      </PieceForm>
    </DraftFrame>
  )
}

function thresholdOf(level: { from: number } | undefined): string {
  return level ? formatNumber(level.from) : ''
}

/** The words the public reads, and whether the criteria are the network's own. LAB-3, LAB-34. */
export function NamesPage({ about, state, saved, national }: PieceProps & { national: readonly string[] }) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { publicNames, standardLabel, isStarter } = draft.content
  const field = fieldsOf(state)
  return (
    <DraftFrame
      about={about}
      title="Les mots publics"
      intro="Ce que le public lit du label d’un lieu ou d’une collectivité. Un terme est neutre ; un retrait ne dit jamais pourquoi."
      steps={[]}
      problems={state.problems}
    >
      <PieceForm
        {...{ about, saved }}
        piece="names"
        action={schemePaths.names(base, scheme.id)}
        button="Enregistrer les mots publics"
        back={schemePaths.draft(base, scheme.id)}
      >
        <TextField {...field('actif', publicNames.active)} label="Label en cours" />
        <TextField {...field('fin', publicNames.ended)} label="Label arrivé à son terme" />
        <TextField {...field('retrait', publicNames.withdrawn)} label="Label retiré" />
        <TextField
          {...field('suspension', publicNames.suspended)}
          label="Label suspendu"
          hint="Seulement si le label peut être suspendu."
          optional
        />
        <Select
          {...field('norme', standardLabel ?? '')}
          label="Programme de la norme nationale"
          hint="Si ce label est l’un des programmes de la norme des lieux de médiation. Sinon son nom y figure parmi les autres."
          prompt="Aucun"
          choices={national.map((name) => ({ value: name, label: name }))}
          optional
        />
        {isStarter && (
          <Checkbox
            name="propres"
            label="Ces critères sont désormais les nôtres"
            hint="Cochez quand vous avez remplacé le jeu de départ : le public pourra les lire comme votre cahier des charges."
            checked={state.values.propres === 'oui'}
          />
        )}
      </PieceForm>
    </DraftFrame>
  )
}
