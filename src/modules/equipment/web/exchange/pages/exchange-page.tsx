import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { type ImportRun, stepOf } from '../../../domain/exchange/import.ts'
import { sumOf } from '../../../domain/exchange/judge.ts'
import { trail } from '../../managing/pages/trail.ts'
import { exchangePaths } from '../exchange.paths.ts'
import { STEP_TAGS } from '../exchange-wording.ts'

interface ExchangeProps {
  view: View
  inventory: Inventory
  imports: readonly ImportRun[]
  mayImport: boolean
  namesBorrowers: boolean
  state: FormState
}

/** Files of the inventory: those one takes away, those one brings. EQP-1404. */
export function ExchangePage({ view, inventory, imports, mayImport, namesBorrowers, state }: ExchangeProps) {
  const { base } = view.network
  const newImport = { label: 'Importer un fichier', href: exchangePaths.newImport(base, inventory.id) }
  return (
    <Frame
      view={view}
      space="member"
      title="Imports et exports"
      intro="Emportez l’inventaire dans un tableur, ou remplissez-le depuis un fichier."
      breadcrumb={trail(base, inventory)}
      problems={state.problems}
      act={mayImport && imports.length > 0 ? newImport : undefined}
    >
      <ExportForm base={base} inventory={inventory} namesBorrowers={namesBorrowers} state={state} />
      {mayImport && (
        <section aria-labelledby="imports">
          <h2 id="imports">Fichiers importés</h2>
          <Imports view={view} inventory={inventory} imports={imports} href={newImport.href} />
        </section>
      )}
    </Frame>
  )
}

function ExportForm({
  base,
  inventory,
  namesBorrowers,
  state,
}: { base: string } & Pick<ExchangeProps, 'inventory' | 'namesBorrowers' | 'state'>) {
  return (
    <section aria-labelledby="export">
      <h2 id="export">Emporter l’inventaire</h2>
      <Form action={exchangePaths.export(base, inventory.id)} label="Export">
        <p>
          {namesBorrowers
            ? 'Les prêts nomment les structures qui ont emprunté. Votre téléchargement est noté au journal.'
            : 'Les prêts y sont sans le nom des emprunteurs. Votre téléchargement est noté au journal.'}
        </p>
        <Radios
          name="fichier"
          label="Quel fichier ?"
          value={typeof state.values.fichier === 'string' ? state.values.fichier : 'xlsx'}
          error={problemOf(state.problems, 'fichier')}
          choices={[
            {
              value: 'xlsx',
              label: 'Tout, en un classeur XLSX',
              hint: 'Trois feuilles : modèles, exemplaires, prêts',
            },
            { value: 'modeles', label: 'Les modèles, en CSV' },
            { value: 'exemplaires', label: 'Les exemplaires et les malles, en CSV' },
            { value: 'prets', label: 'Les prêts, en CSV' },
            { value: 'json', label: 'Tout, en JSON', hint: 'Pour un autre logiciel' },
          ]}
        />
        <Actions>
          <Button>Télécharger ce fichier</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Imports({
  view,
  inventory,
  imports,
  href,
}: { href: string } & Pick<ExchangeProps, 'view' | 'inventory' | 'imports'>) {
  return (
    <Table
      caption="Derniers fichiers"
      silentCaption
      columns={[
        {
          label: 'Fichier',
          header: true,
          cell: ({ id, fileName }: ImportRun) => (
            <a href={exchangePaths.import(view.network.base, inventory.id, id)}>{fileName}</a>
          ),
        },
        {
          label: 'Envoyé le',
          cell: ({ createdAt }) => <DayText day={dayOf(createdAt, inventory.timeZone)} today={view.today} />,
        },
        { label: 'Où il en est', cell: (run) => <StepTag run={run} /> },
        {
          label: 'Lignes lues',
          numeric: true,
          cell: ({ counts }) => (counts ? formatNumber(sumOf(counts, 'read')) : '–'),
        },
      ]}
      rows={imports}
      empty={
        <EmptyState
          title="Aucun fichier importé pour l’instant"
          act={<ButtonLink href={href}>Importer un fichier</ButtonLink>}
        >
          Un tableau de modèles, d’exemplaires ou de prêts passés : il est contrôlé ligne par ligne avant que
          rien ne soit écrit.
        </EmptyState>
      }
    />
  )
}

export function StepTag({ run }: { run: ImportRun }) {
  const { state, word } = STEP_TAGS[stepOf(run)]
  return <Tag state={state}>{word}</Tag>
}
