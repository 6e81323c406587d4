import type { FormState } from '../../../../../platform/http/form.ts'
import type { TableRow } from '../../../../../platform/tables/read-table.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { encodings, separators } from '../../../domain/mapping/reading.ts'
import { cut } from '../../../domain/text.ts'
import type { FileToMap } from '../../../use-cases/imports/file-to-map.ts'
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
      {how.format !== 'json' && <ReadingFields file={file} state={state} />}
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
  if (headingLine !== null) rows.push({ term: 'Titres des colonnes', value: `ligne ${headingLine}` })
  return rows
}

function ReadingFields({
  file: { how },
  state: { values, problems },
}: Omit<ReadingSectionProps, 'isDoubtful'>) {
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
      <TextField
        name={readingFields.headingLine}
        label="Ligne des titres"
        hint={'Son numéro, comme ci-dessus. Vide\u00a0: celle qui est reconnue.'}
        value={String(values[readingFields.headingLine] ?? '')}
        error={problemOf(problems, readingFields.headingLine)}
        inputmode="numeric"
        width="short"
        optional
      />
      <p>
        <Button look="plain" name={REREAD.name} value={REREAD.value}>
          Relire le fichier ainsi
        </Button>
      </p>
    </>
  )
}

const AS_RECOGNISED = 'Comme il est reconnu'

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
  return shortened(shown.join(' | '), LONGEST_LINE)
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${cut(text, longest)}…` : text
}
