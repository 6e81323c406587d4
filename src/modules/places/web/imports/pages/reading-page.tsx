import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { sentenceOf } from '../../../domain/imports/refused-file.ts'
import type { RawLine } from '../../../use-cases/imports/file-head.ts'
import type { FileToRead } from '../../../use-cases/imports/file-to-map.ts'
import { paths } from '../../paths.ts'
import { encodingWords, formatWords } from '../reading-wording.ts'
import { ReadingFields, shownText } from './reading-section.tsx'

/** A file in which no table was found: its first lines as they are written, for somebody to say where its columns are. DIR-28. */
export function ReadingPage({ view, file, state }: { view: View; file: FileToRead; state: FormState }) {
  const { run, head } = file
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={'Comment lire ce fichier ?'}
      kicker={run.fileName}
      breadcrumb={[
        { label: 'Imports de lieux', href: paths.imports(base) },
        { label: run.source, href: paths.import(base, run.id) },
      ]}
      intro={
        'Regardez ses premières lignes et dites laquelle donne les titres des colonnes. Vous direz ensuite à quoi servent ces colonnes.'
      }
      problems={state.problems}
    >
      {state.problems.length === 0 && (
        <Notice state="warning" title="Nous n’avons pas su lire ce fichier">
          <p>{sentenceOf(file.refusal)}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Format', value: formatWords[head.format] },
          head.format === 'text'
            ? { term: 'Encodage', value: encodingWords[head.encoding] }
            : { term: 'Feuille', value: head.sheet },
        ]}
      />
      <Table
        caption={`Ses ${head.lines.length} premières lignes, telles qu’elles sont écrites`}
        columns={[
          { label: 'Ligne', cell: ({ line }: RawLine) => String(line), header: true },
          { label: 'Contenu', cell: ({ text }: RawLine) => shownText(text) },
        ]}
        rows={head.lines}
      />
      <Form action={paths.importColumns(base, run.id)} label="Façon de lire le fichier">
        <ReadingFields how={head} state={state} />
      </Form>
      <p>
        <a href={paths.import(base, run.id)}>Revenir à l’import</a>
      </p>
    </Frame>
  )
}
