import type { Problem } from '../../../../../platform/http/form.ts'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { HeldRow } from '../../../data/imports/held-rows.store.ts'
import type { HeldDecision } from '../../../domain/imports/import.ts'
import { MOST_AT_ONCE, type SafeRow } from '../../../use-cases/imports/attach-safe-rows.ts'
import { DECISIONS } from '../../../use-cases/imports/decide-held-row.ts'
import { SaidAlike } from '../../duplicates/pages/said-alike.tsx'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { type ComparedField, comparedFields } from '../compared-fields.ts'
import { importQueuePaths, type Shown } from '../queues.paths.ts'
import { HELD_ACTS, HELD_REASONS } from '../queues-wording.ts'
import { QueueFrame } from './queue-frame.tsx'

interface HeldRowsPageProps {
  view: View
  rows: readonly HeldRow[]
  total: number
  sources: readonly string[]
  shown: Required<Shown>
  /** Those that are surely their place, for whoever may attach them. */
  safe: readonly SafeRow[]
  problems?: readonly Problem[]
}

/** Rows of the last imports that nobody published: each beside the place it is like, or whose id it has. */
export function HeldRowsPage(props: HeldRowsPageProps) {
  const { view, rows, total, sources, shown, safe, problems = [] } = props
  const { base } = view.network
  return (
    <QueueFrame
      view={view}
      title="Lignes en attente"
      intro={
        'Des lignes de fichiers que nous n’avons pas publiées : elles ressemblent à un lieu déjà connu, ou portent l’identifiant d’une autre. Dites ce qu’elles sont.'
      }
      {...{ sources, shown, total, problems }}
      unit="lignes"
      href={(asked) => importQueuePaths.held(base, asked)}
    >
      <SafeRows base={base} safe={safe} />
      {rows.length === 0 ? (
        <EmptyState title="Aucune ligne n’attend">
          <p>Quand un fichier apporte un lieu qui ressemble à un autre, il attend ici votre décision.</p>
        </EmptyState>
      ) : (
        rows.map((row) => <HeldRowSection view={view} row={row} />)
      )}
    </QueueFrame>
  )
}

/** Source by source, the way to attach at once what nobody doubts. */
function SafeRows({ base, safe }: { base: string; safe: readonly SafeRow[] }) {
  const bySource = Map.groupBy(safe, ({ source }) => source)
  return [...bySource].map(([source, { length }]) =>
    length < 2 ? null : (
      <p>
        <a href={importQueuePaths.safe(base, source)}>
          Rattacher à leur lieu les {formatNumber(Math.min(length, MOST_AT_ONCE))} lignes sûres de « {source}{' '}
          »
        </a>
      </p>
    ),
  )
}

function HeldRowSection({ view, row }: { view: View; row: HeldRow }) {
  const { base } = view.network
  const name = String(row.fields.name ?? '')
  const id = `ligne-${row.run}-${row.line}`
  const fields = comparedFields(row.fields, row.place?.fields ?? {})
  const alike = fields.filter(({ isSame }) => isSame)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>
        <Tag state="warning">{HELD_REASONS[row.why]}</Tag> {row.source}, ligne {row.line}
        {row.place && (
          <>
            {' '}
            : <a href={paths.place(base, row.place.slug)}>{row.place.name}</a>
          </>
        )}
        {row.score !== null && ` (${row.score} sur 100)`}
      </p>
      <Table
        caption={`Ce que disent la ligne et la fiche : ${name}`}
        silentCaption
        columns={[
          { label: 'Champ', header: true, cell: (field: ComparedField) => field.name },
          { label: 'Dans le fichier', cell: (field) => <strong>{field.row}</strong> },
          { label: 'Dans l’annuaire', cell: (field) => (row.place ? field.place : '–') },
        ]}
        rows={fields.filter(({ isSame }) => !isSame)}
        empty={<p>La ligne et la fiche disent la même chose.</p>}
      />
      {alike.length > 0 && <SaidAlike rows={alike.map(({ name: term, row: value }) => ({ term, value }))} />}
      {opensTo(view, policy.importPlaces) && (
        <Form action={importQueuePaths.heldDecision(base, row.run, row.line)} label={`Décision : ${name}`}>
          <Actions>
            {DECISIONS[row.why].map((decision, rank) => (
              <DecisionButton decision={decision} isFirst={rank === 0} />
            ))}
          </Actions>
        </Form>
      )}
    </section>
  )
}

function DecisionButton({ decision, isFirst }: { decision: HeldDecision; isFirst: boolean }) {
  return (
    <Button look={isFirst ? 'plain' : 'quiet'} name="decision" value={decision}>
      {HELD_ACTS[decision]}
    </Button>
  )
}
