import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Campaign } from '../../../data/jury/campaigns.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { juryPaths } from '../jury.paths.ts'

interface CampaignsProps {
  view: View
  campaigns: readonly Campaign[]
}

/** The campaigns of the labels that a jury awards. LAB-22. */
export function CampaignsPage({ view, campaigns }: CampaignsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Campagnes et jurys"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(view.network.base) }]}
      intro="Les labels attribués par un jury : ses membres, les dossiers à lire, la délibération et la publication."
    >
      <Table
        caption="Campagnes"
        silentCaption
        columns={[
          {
            label: 'Campagne',
            header: true,
            cell: ({ id, name }) => <a href={juryPaths.campaign(base, id)}>{name}</a>,
          },
          { label: 'Label', cell: ({ scheme }) => scheme.name },
          { label: 'Candidatures jusqu’au', cell: ({ closesOn }) => formatDay(closesOn) },
          { label: 'Où elle en est', cell: (campaign) => <CampaignTag campaign={campaign} /> },
        ]}
        rows={campaigns}
        empty={
          <EmptyState title="Aucune campagne pour le moment">
            Ouvrez la campagne d’un label à jury dans les réglages des labels : elle arrive ici.
          </EmptyState>
        }
      />
    </Frame>
  )
}

export function CampaignTag({ campaign: { publishedAt, jury } }: { campaign: Campaign }) {
  if (publishedAt) return <Tag state="positive">Résultats publics</Tag>
  if (!jury) return <Tag state="pending">Jury à constituer</Tag>
  return jury.marksClosedAt ? <Tag state="info">En délibération</Tag> : <Tag state="info">En lecture</Tag>
}
