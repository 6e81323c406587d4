import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment, formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { TakeoverImport } from '../../../data/takeover-imports.store.ts'
import { paths } from '../../paths.ts'
import { takeoverPaths } from '../takeover.paths.ts'

interface TakeoverImportsProps {
  view: View
  imports: readonly TakeoverImport[]
  state: FormState
}

export function TakeoverImportsPage({ view, imports, state: { problems } }: TakeoverImportsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Reprendre un tableau de conventions"
      intro="Pour les conventions simples : leur modèle, leurs deux signatures, leurs lieux. Le tableau est d’abord lu sans rien enregistrer ; envoyé deux fois, il ne reprend que ce qui manque."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Reprise', href: takeoverPaths.takeover(base) },
      ]}
      problems={problems}
    >
      <p>
        <a href={takeoverPaths.model(base)}>Télécharger le tableau modèle (CSV)</a>
      </p>
      <Form action={takeoverPaths.imports(base)} upload>
        <FileField
          name="tableau"
          error={problemOf(problems, 'tableau')}
          label="Tableau"
          hint="CSV, 20 000 lignes au plus. Plusieurs lieux se séparent par une barre « | »."
          accept=".csv,text/csv"
        />
        <Actions>
          <Button>Lire ce tableau</Button>
          <a href={takeoverPaths.takeover(base)}>Reprendre une seule convention</a>
        </Actions>
      </Form>
      <section aria-labelledby="recus">
        <h2 id="recus">Tableaux reçus</h2>
        <Table
          caption="Tableaux reçus"
          silentCaption
          columns={[
            {
              label: 'Tableau',
              header: true,
              cell: ({ id, file_name }: TakeoverImport) => (
                <a href={takeoverPaths.import(base, id)}>{file_name}</a>
              ),
            },
            { label: 'Reçu le', cell: ({ received_at }) => formatMoment(received_at) },
            { label: 'Lignes', numeric: true, cell: ({ rows }) => formatNumber(rows) },
            { label: 'Où il en est', cell: stepOf },
          ]}
          rows={imports}
          empty={
            <EmptyState title="Aucun tableau reçu">
              Partez du tableau modèle : sa première ligne nomme les colonnes.
            </EmptyState>
          }
        />
      </section>
    </Frame>
  )
}

function stepOf({ confirmed_at, finished_at, recorded }: TakeoverImport): string {
  if (confirmed_at === null) return 'À vérifier'
  return finished_at === null ? 'En cours' : `${formatNumber(recorded)} reprises`
}
