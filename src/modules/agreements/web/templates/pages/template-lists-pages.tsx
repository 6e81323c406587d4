import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Variable } from '../../../templates/template.ts'
import { VARIABLE_TYPES } from '../../../templates/template-content.schema.ts'
import { marksOf } from '../../../templates/template-marks.ts'
import { templatePaths } from '../template.paths.ts'
import type { DraftView } from '../template-of.ts'
import { clauseTitle, variableTypeWords } from '../template-wording.ts'
import { DraftFrame, SavedMeanwhile, ShownPiece } from './template-frame.tsx'

interface ListProps {
  about: DraftView
  state: FormState
}

/** The blanks the clauses may use, and a new one. */
export function TemplateVariablesPage({ about, state }: ListProps) {
  const { view, draft } = about
  const { variables, clauses } = draft.content
  const { base } = view.network
  const field = fieldsOf(state)
  const usesOf = (name: string) => clauses.filter(({ text }) => marksOf(text).includes(name)).map(clauseTitle)
  return (
    <DraftFrame
      about={about}
      title="Les variables du modèle"
      intro="Chaque convention remplit ces blancs. Une convention dont une variable obligatoire est vide ne part pas en signature."
      problems={state.problems}
    >
      <Table
        caption="Variables"
        silentCaption
        columns={[
          { label: 'Repère', header: true, cell: ({ name }: Variable) => <code>{`{{${name}}}`}</code> },
          { label: 'Ce qu’il faut écrire', cell: ({ label }) => label },
          {
            label: 'Nature',
            cell: ({ type, optional }) => `${variableTypeWords[type]}${optional ? ', facultative' : ''}`,
          },
          { label: 'Articles', cell: ({ name }) => usesOf(name).join(' ; ') || 'aucun' },
        ]}
        rows={variables}
      />
      <section aria-labelledby="nouvelle">
        <h2 id="nouvelle">Ajouter une variable</h2>
        <Form action={templatePaths.variables(base, draft.id)}>
          <TextField
            {...field('nom')}
            label="Nom du repère"
            hint="Par exemple : date_ouverture"
            width="medium"
          />
          <TextField {...field('libelle')} label="Ce qu’il faut écrire à cet endroit" />
          <Radios
            {...field('nature')}
            label="Nature"
            choices={VARIABLE_TYPES.map((type) => ({ value: type, label: variableTypeWords[type] }))}
          />
          <Checkbox
            name="facultative"
            label="La convention peut être signée sans elle"
            checked={state.values.facultative === 'oui'}
          />
          <Actions>
            <Button>Ajouter cette variable</Button>
            <a href={templatePaths.draft(base, draft.id)}>Revenir au projet</a>
          </Actions>
        </Form>
      </section>
    </DraftFrame>
  )
}

/** A line per annex, and an empty one. */
export function TemplateAnnexesPage({ about, state, isBehind }: ListProps & { isBehind: boolean }) {
  const { view, draft } = about
  const { annexes } = draft.content
  const { values, problems } = state
  const titles = values.annexe === undefined ? annexes.map(({ title }) => title) : [values.annexe].flat()
  const copies =
    values.copie === undefined
      ? annexes.map(({ textIncomplete }) => (textIncomplete ? 'absente' : 'fournie'))
      : [values.copie].flat()
  const { base } = view.network
  return (
    <DraftFrame
      about={about}
      title="Les annexes du modèle"
      intro="Effacez le titre d’une annexe pour la retirer de la liste."
      problems={problems}
    >
      {isBehind && (
        <SavedMeanwhile>
          <p>{annexes.map(({ title }) => title).join(' ; ') || 'Aucune annexe.'}</p>
        </SavedMeanwhile>
      )}
      <Form action={templatePaths.annexes(base, draft.id)}>
        <ShownPiece about={about} piece="annexes" />
        {[...titles.filter(Boolean), ''].map((title, index) => (
          <FieldGroup legend={`Annexe ${index + 1}`}>
            <TextField
              name="annexe"
              id={index === 0 ? 'champ-annexe' : `champ-annexe-${index}`}
              label="Titre"
              value={title}
              error={index === 0 ? problemOf(problems, 'annexe') : undefined}
              optional
            />
            <Select
              name="copie"
              id={`champ-copie-${index}`}
              label="Sa copie"
              value={copies[index] ?? 'fournie'}
              choices={[
                { value: 'fournie', label: 'Fournie avec la convention' },
                { value: 'absente', label: 'Absente : à fournir avant de publier' },
              ]}
            />
          </FieldGroup>
        ))}
        <Actions>
          <Button>Enregistrer les annexes</Button>
          <a href={templatePaths.draft(base, draft.id)}>Revenir au projet</a>
        </Actions>
      </Form>
    </DraftFrame>
  )
}
