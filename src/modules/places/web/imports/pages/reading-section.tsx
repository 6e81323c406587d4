import type { FormState } from '../../../../../platform/http/form.ts'
import type { TableRow } from '../../../../../platform/tables/read-table.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { plural } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { encodings, separators } from '../../../domain/mapping/reading.ts'
import { cut } from '../../../domain/text.ts'
import type { FileToMap } from '../../../use-cases/imports/file-to-map.ts'
import type { HowRead } from '../../../use-cases/imports/read-file.ts'
import { isReread, REREAD, readingFields, separatorValue } from '../reading.form.ts'
import { encodingWords, formatWords, separatorWords } from '../reading-wording.ts'

interface ReadingSectionProps {
  file: FileToMap
  state: FormState
  /** When nothing says which column gives the names: the file may be read wrongly. */
  isDoubtful: boolean
}

/** How the bytes of the file became rows, its first lines so read, and what may be changed of it. DIR-28. */
export function ReadingSection({ file, state, isDoubtful }: ReadingSectionProps) {
  const { how, headingLine, reading } = file
  const isWrong = state.problems.some(({ field }) => field?.startsWith('lecture.'))
  const isOpen = isDoubtful || isWrong || isReread(state.values) || reading !== undefined
  return (
    <Folded title="Comment le fichier a été lu" isOpen={isOpen}>
      <SummaryList rows={factsOf(file)} />
      <FirstLines lines={file.lines} headingLine={headingLine} />
      <input type="hidden" name={readingFields.shown} value={JSON.stringify(reading ?? {})} />
      {(how.format !== 'json' || how.lists.length > 1) && <ReadingFields how={how} state={state} />}
    </Folded>
  )
}

function factsOf({ how, headingLine }: FileToMap): SummaryRow[] {
  const rows: SummaryRow[] = [{ term: 'Format', value: formatWords[how.format] }]
  if (how.format === 'text')
    rows.push(
      { term: 'Encodage', value: encodingWords[how.encoding] },
      { term: 'Séparateur', value: separatorWords[how.separator] },
    )
  if (how.format === 'workbook') rows.push({ term: 'Feuille', value: how.sheet })
  if (how.format === 'json' && how.list !== '') rows.push({ term: 'Liste', value: how.list })
  if (headingLine !== null) rows.push({ term: 'Titres des colonnes', value: `ligne ${headingLine}` })
  return rows
}

interface ReadingFieldsProps {
  /** What there is to choose from. */
  how:
    | { readonly format: 'text' }
    | Pick<HowRead & { format: 'workbook' }, 'format' | 'sheets'>
    | Pick<HowRead & { format: 'json' }, 'format' | 'lists'>
  state: FormState
}

/** What a person may say of how a file is read, and the button that reads it so. */
export function ReadingFields({ how, state: { values, problems } }: ReadingFieldsProps) {
  const shared = (name: string) => ({
    name,
    value: String(values[name] ?? ''),
    error: problemOf(problems, name),
    prompt: AS_RECOGNISED,
    optional: true,
  })
  return (
    <>
      {how.format === 'text' && (
        <>
          <Select
            {...shared(readingFields.encoding)}
            label="Encodage"
            hint="À changer si les lettres accentuées sont abîmées."
            choices={encodings.map((value) => ({ value, label: encodingWords[value] }))}
          />
          <Select
            {...shared(readingFields.separator)}
            label="Séparateur des colonnes"
            hint="À changer si une ligne tient en une seule case, ou en trop de cases."
            choices={separators.map((one) => ({ value: separatorValue(one), label: separatorWords[one] }))}
          />
        </>
      )}
      {how.format === 'workbook' && how.sheets.length > 1 && (
        <Select
          {...shared(readingFields.sheet)}
          label="Feuille du classeur"
          choices={how.sheets.map((name) => ({ value: name.trim(), label: name }))}
        />
      )}
      {how.format === 'json' ? (
        <Select
          {...shared(readingFields.list)}
          label="Liste des lieux dans le fichier"
          hint="Les clés qui y mènent, et combien d’éléments elle a."
          choices={how.lists.slice(0, LISTS_SHOWN).map(({ path, rows }) => ({
            value: path,
            label: `${path} (${plural(rows, 'élément', 'éléments')})`,
          }))}
        />
      ) : (
        <TextField
          name={readingFields.headingLine}
          label="Ligne des titres"
          hint={'Son numéro, comme ci-dessus. Vide : celle qui est reconnue.'}
          value={String(values[readingFields.headingLine] ?? '')}
          error={problemOf(problems, readingFields.headingLine)}
          inputmode="numeric"
          width="short"
          optional
        />
      )}
      <p>
        <Button look="plain" name={REREAD.name} value={REREAD.value}>
          Relire le fichier ainsi
        </Button>
      </p>
    </>
  )
}

const AS_RECOGNISED = 'Comme il est reconnu'
/** A list per place, in one that has lists within its objects, would fill the page. */
const LISTS_SHOWN = 30

interface FirstLinesProps {
  lines: readonly TableRow[]
  headingLine: number | null
}

function FirstLines({ lines, headingLine }: FirstLinesProps) {
  return (
    <Table
      caption={`Ses ${lines.length} premières lignes, telles qu’elles sont lues, une barre entre deux cases`}
      columns={[
        {
          label: 'Ligne',
          cell: ({ line }: TableRow) => (line === headingLine ? `${line} (titres)` : String(line)),
          header: true,
        },
        { label: 'Cases', cell: ({ cells }: TableRow) => String(cells.length), numeric: true },
        { label: 'Contenu', cell: ({ cells }: TableRow) => textOf(cells) },
      ]}
      rows={lines}
    />
  )
}

const LONGEST_CELL = 40
const LONGEST_LINE = 400

function textOf(cells: readonly string[]): string {
  const shown = cells.map((cell) => shortened(cell.replace(/\s+/g, ' ').trim(), LONGEST_CELL))
  return shownText(shown.join(' | '))
}

/** A line of a file, short enough for a page. */
export function shownText(text: string): string {
  return shortened(text, LONGEST_LINE)
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${cut(text, longest)}…` : text
}
