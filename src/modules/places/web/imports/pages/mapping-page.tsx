import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { DayColumns, Mapping } from '../../../domain/mapping/mapping.ts'
import type { MappingPreview, WordToSay } from '../../../domain/mapping/preview.ts'
import { type StandardColumn, standardColumns } from '../../../domain/standard/standard-columns.ts'
import type { FileToMap } from '../../../use-cases/imports/file-to-map.ts'
import { paths } from '../../paths.ts'
import { columnWords } from '../column-wording.ts'
import {
  CONSTANT_CHOICE,
  DAYS_CHOICE,
  IGNORED,
  PARTS,
  TWO_COLUMNS,
  tickField,
  wordField,
} from '../mapping.form.ts'
import { FileColumns } from './file-columns.tsx'
import { ReadingSection } from './reading-section.tsx'
import { TickFields } from './tick-fields.tsx'

interface MappingPageProps {
  view: View
  file: FileToMap
  /** The columns of the days of the week, if it has them. */
  days: readonly DayColumns[] | null
  /** Columns of which every cell says yes or no. */
  ticks: readonly string[]
  preview: MappingPreview
  /** As chosen so far. */
  mapping: Mapping
  state: FormState
}

/** The columns a place cannot do without come first, open; the others are folded. */
const FIRST: readonly StandardColumn[] = [
  'nom',
  'adresse',
  'code_postal',
  'commune',
  'code_insee',
  'latitude',
  'longitude',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'services',
]

/** What each column of a file is: proposed, read by a person, corrected, kept for the next file. DIR-29. */
export function MappingPage(props: MappingPageProps) {
  const { view, file, days, ticks, preview, mapping, state } = props
  const { run, header, rows } = file
  const { base } = view.network
  const field = (column: StandardColumn) => (
    <ColumnField column={column} header={header} days={days} preview={preview} state={state} />
  )
  const fieldOfTick = (heading: string) => tickField(heading, header)
  const others = standardColumns.filter((column) => !FIRST.includes(column))
  return (
    <Frame
      view={view}
      space="member"
      title={'À quoi servent les colonnes de ce fichier ?'}
      kicker={run.fileName}
      breadcrumb={[
        { label: 'Imports de lieux', href: paths.imports(base) },
        { label: run.source, href: paths.import(base, run.id) },
      ]}
      intro={
        'Voici ce que nous avons reconnu. Corrigez ce qui est faux : ce sera gardé pour les prochains fichiers de cette source. Rien n’est publié avant le rapport.'
      }
      problems={state.problems}
    >
      <FileColumns header={header} rows={rows} mapping={mapping} />
      <Form action={paths.importColumns(base, run.id)} label="Correspondance des colonnes">
        <ReadingSection file={file} state={state} isDoubtful={mapping.columns.nom === undefined} />
        <h2>L’essentiel</h2>
        {FIRST.map(field)}
        <Folded title={`Les ${others.length} autres champs`}>{others.map(field)}</Folded>
        {ticks.length > 0 && <TickFields headings={ticks} fieldOf={fieldOfTick} state={state} />}
        {preview.words.length > 0 && <Words words={preview.words} state={state} />}
        <h2>Les lignes</h2>
        <Checkbox
          name="grouper"
          label="Réunir les lignes qui ont le même nom, la même adresse et le même code postal"
          hint="À cocher quand le fichier a une ligne par service."
          checked={state.values.grouper === 'oui'}
        />
        <Actions>
          <Button>Contrôler le fichier ainsi</Button>
          <a href={paths.import(base, run.id)}>Revenir à l’import</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface ColumnFieldProps {
  column: StandardColumn
  header: readonly string[]
  days: readonly DayColumns[] | null
  preview: MappingPreview
  state: FormState
}

function ColumnField({ column, header, days, preview, state: { values, problems } }: ColumnFieldProps) {
  const headings = [...new Set(header)].filter((name) => name.trim() !== '')
  const ofFile = headings.map((name) => ({ value: `c:${name}`, label: name }))
  const parts = PARTS[column]
    ? headings.map((name) => ({ value: `p:${name}`, label: `${name}, en partie` }))
    : []
  const example = preview.examples[column]
  const second = TWO_COLUMNS[column]
  const chosen = String(values[column] ?? '')
  return (
    <>
      <Select
        name={column}
        label={columnWords[column].label}
        hint={example ? `Lu : ${example.replaceAll('|', ', ')}` : columnWords[column].hint}
        prompt="Aucune colonne"
        choices={[
          ...ofFile,
          ...parts,
          ...(column === 'horaires' && days ? [{ value: DAYS_CHOICE, label: 'Une colonne par jour' }] : []),
          { value: CONSTANT_CHOICE, label: 'La même valeur pour toutes les lignes' },
        ]}
        value={chosen}
        error={problemOf(problems, column)}
        optional={column !== 'nom'}
      />
      {chosen === CONSTANT_CHOICE && (
        <TextField
          name={`${column}.valeur`}
          label={`${columnWords[column].label} : la valeur`}
          value={String(values[`${column}.valeur`] ?? '')}
          error={problemOf(problems, `${column}.valeur`)}
        />
      )}
      {second && chosen.startsWith('c:') && (
        <Select
          name={`${column}.puis`}
          label={FOLLOWED[second]}
          prompt="Rien d’autre"
          choices={ofFile}
          value={String(values[`${column}.puis`] ?? '')}
          optional
        />
      )}
      {second === 'join' && chosen.startsWith('c:') && values[`${column}.puis`] && (
        <Select
          name={`${column}.enfin`}
          label="puis de"
          prompt="Rien d’autre"
          choices={ofFile}
          value={String(values[`${column}.enfin`] ?? '')}
          optional
        />
      )}
    </>
  )
}

const FOLLOWED = { join: 'suivie de', column: 'ou, si elle est vide', terms: 'et aussi' } as const

function Words({ words, state }: { words: readonly WordToSay[]; state: FormState }) {
  return (
    <>
      <h2>Les mots de ce fichier</h2>
      <p>
        Le standard national a ses propres listes. Dites ce que ces mots y deviennent ; ceux que vous laissez
        seront signalés dans le rapport, jamais devinés.
      </p>
      {words.map(({ column, word, count, terms }) => (
        <Select
          name={wordField(column, word)}
          id={`mot-${column}-${wordField(column, word).replace(/[^a-z0-9]/g, '')}`}
          label={`« ${word.slice(0, 120)} »`}
          hint={`${columnWords[column].label}, ${count === 1 ? 'une ligne' : `${count} lignes`}`}
          prompt={'Inconnu : le signaler'}
          choices={[
            ...several(state.values[wordField(column, word)]),
            ...terms.map((term) => ({ value: term, label: term })),
            { value: IGNORED, label: 'Ne rien garder' },
          ]}
          value={String(state.values[wordField(column, word)] ?? '')}
          optional
        />
      ))}
    </>
  )
}

/** A text may speak of several things at once. */
function several(value: string | readonly string[] | undefined) {
  return typeof value === 'string' && value.includes('|')
    ? [{ value, label: value.split('|').join(' + ') }]
    : []
}
