import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { READINGS, type Reading } from '../../../domain/profile.ts'
import { readingValue, readingWords } from '../../readings/readings-wording.ts'
import { OPEN_READINGS } from '../template.form.ts'
import { templatePaths } from '../template.paths.ts'
import type { DraftView } from '../template-of.ts'
import { clauseTitle } from '../template-wording.ts'
import { DraftFrame, SavedMeanwhile, ShownPiece } from './template-frame.tsx'

interface ReadingsProps {
  about: DraftView
  state: FormState
  isBehind: boolean
}

/** How the unclear points of the template are read, and the words read otherwise than written. */
export function TemplateReadingsPage({ about, state: { values, problems }, isBehind }: ReadingsProps) {
  const { view, draft } = about
  const { profile, correctedReadings } = draft.content
  const { base } = view.network
  const typed = (name: string, saved: readonly string[]) =>
    values[name] === undefined ? saved : [values[name]].flat()
  const rows = {
    article: typed(
      'article',
      correctedReadings.map(({ clause }) => clause),
    ),
    ecrit: typed(
      'ecrit',
      correctedReadings.map(({ written }) => written),
    ),
    compris: typed(
      'compris',
      correctedReadings.map(({ read }) => read),
    ),
  }
  const count = Math.max(correctedReadings.length, rows.article.filter(Boolean).length) + 1
  return (
    <DraftFrame
      about={about}
      title="Les lectures du modèle"
      intro="Une lecture de travail s’applique tant que vous n’en choisissez pas une autre : faites confirmer vos choix par votre service juridique."
      problems={problems}
    >
      {isBehind && (
        <SavedMeanwhile>
          <ul>
            {OPEN_READINGS.filter((reading) => profile[reading] !== undefined).map((reading) => (
              <li>
                {readingWords[reading].question} {readingValue(reading, profile[reading] ?? null)}
              </li>
            ))}
            {correctedReadings.map(({ written, read }) => (
              <li>
                « {written} » se lit « {read} »
              </li>
            ))}
          </ul>
        </SavedMeanwhile>
      )}
      <Form action={templatePaths.readings(base, draft.id)}>
        <ShownPiece about={about} piece="readings" />
        <FieldGroup legend="Mots corrigés">
          {Array.from({ length: count }, (_, index) => (
            <FieldGroup legend={`Correction ${index + 1}`}>
              <Select
                name="article"
                id={`champ-article-${index}`}
                label="Article"
                prompt="Aucune correction"
                value={rows.article[index] ?? ''}
                choices={draft.content.clauses.map((clause) => ({
                  value: clause.key,
                  label: clauseTitle(clause),
                }))}
              />
              <TextField
                name="ecrit"
                id={`champ-ecrit-${index}`}
                label="Ce qui est écrit"
                value={rows.ecrit[index] ?? ''}
                optional
              />
              <TextField
                name="compris"
                id={`champ-compris-${index}`}
                label="Ce qu’il faut lire"
                value={rows.compris[index] ?? ''}
                optional
              />
            </FieldGroup>
          ))}
        </FieldGroup>
        <FieldGroup legend="Points que le texte ne tranche pas">
          {OPEN_READINGS.map((reading) => (
            <Select
              name={reading}
              label={readingWords[reading].question}
              prompt={`Lecture de travail : ${defaultOf(reading)}`}
              value={String(values[reading] ?? profile[reading] ?? '')}
              choices={READINGS[reading].map((value) => ({
                value: String(value),
                label: readingValue(reading, value),
              }))}
            />
          ))}
        </FieldGroup>
        <Actions>
          <Button>Enregistrer les lectures</Button>
          <a href={templatePaths.draft(base, draft.id)}>Revenir au projet</a>
        </Actions>
      </Form>
    </DraftFrame>
  )
}

function defaultOf(reading: Reading): string {
  return reading === 'committeeYear'
    ? readingValue(reading, null)
    : readingValue(reading, READINGS[reading][0])
}
