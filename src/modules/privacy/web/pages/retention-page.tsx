import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import { formatNumber, plural } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { RetentionRun } from '../../data/retention-runs.store.ts'
import { paths } from '../paths.ts'

interface RetentionProps {
  view: View
  rules: readonly RetentionRule[]
  runs: ReadonlyMap<string, RetentionRun>
  /** Unused accounts that are past their day and still there: a network would have nobody left. */
  keptAccounts: number
}

export function RetentionPage({ view, rules, runs, keptAccounts }: RetentionProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Ce qui est effacé chaque nuit"
      intro="Chaque règle efface ce qui a fini de servir, sur toute l’installation, et le compte ici."
      breadcrumb={[
        { label: 'Réglages', href: `${base}/reglages` },
        { label: 'Demandes sur les données', href: paths.desk(base) },
      ]}
    >
      {keptAccounts > 0 && (
        <Notice
          state="warning"
          title={`${plural(keptAccounts, 'compte inutilisé est gardé', 'comptes inutilisés sont gardés')} : sans cette personne, un réseau n’aurait plus personne à sa tête.`}
        >
          <p>
            Nommez une autre chargée ou un autre chargé de mission : le compte sera effacé la nuit suivante.
          </p>
        </Notice>
      )}
      <Table
        caption="Règles de conservation"
        columns={[
          { label: 'Ce qui est effacé', header: true, cell: ({ sentence }) => sentence },
          { label: 'Dernier passage', cell: ({ name }) => <LastRun run={runs.get(name)} /> },
          {
            label: 'Cette fois',
            numeric: true,
            cell: ({ name }) => formatNumber(runs.get(name)?.removed ?? 0),
          },
          {
            label: 'Depuis le début',
            numeric: true,
            cell: ({ name }) => formatNumber(runs.get(name)?.inAll ?? 0),
          },
        ]}
        rows={rules}
      />
    </Frame>
  )
}

function LastRun({ run }: { run: RetentionRun | undefined }) {
  if (!run) return 'pas encore'
  if (run.failed)
    return (
      <Tag state="danger">
        en échec le <DayText day={dayOf(run.ranAt)} />
      </Tag>
    )
  return <DayText day={dayOf(run.ranAt)} />
}
