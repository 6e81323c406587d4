import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { Initiative } from '../../data/initiatives.store.ts'
import { initiativePaths } from '../initiative.paths.ts'
import { stakeWords } from '../initiative-wording.ts'
import { policy } from '../policy.ts'

interface OwnProps {
  view: View
  initiatives: readonly Initiative[]
  names: ReadonlyMap<OrganisationId, string>
}

/** What one's organisation declares; the head of the network reads everybody's. */
export function OwnPage({ view, initiatives, names }: OwnProps) {
  const { base } = view.network
  const mayWrite = opensTo(view, policy.write)
  const declare = { label: 'Déclarer une initiative', href: initiativePaths.declaration(base) }
  return (
    <Frame
      view={view}
      space="member"
      title="Initiatives"
      intro={
        mayWrite
          ? 'Ce que votre structure fait avec le numérique. Une candidature à un label peut s’appuyer dessus.'
          : 'Ce que les structures du réseau déclarent, publié ou non.'
      }
      act={mayWrite && initiatives.length > 0 ? declare : undefined}
    >
      <Table
        caption="Initiatives déclarées"
        silentCaption
        columns={[
          {
            label: 'Titre',
            header: true,
            cell: ({ id, content }) => <a href={initiativePaths.one(base, id)}>{content.title}</a>,
          },
          { label: 'Déclarée par', cell: ({ organisationId }) => names.get(organisationId) ?? '' },
          { label: 'Enjeu', cell: ({ content }) => stakeWords[content.stake] },
          { label: 'Modifiée le', cell: ({ savedAt }) => <DayText day={dayOf(savedAt)} /> },
          {
            label: 'Publique',
            cell: ({ publishedAt }) =>
              publishedAt ? <Tag state="positive">Publiée</Tag> : <Tag state="neutral">Non publiée</Tag>,
          },
        ]}
        rows={initiatives}
        empty={
          <EmptyState
            title="Aucune initiative n’est encore déclarée"
            act={mayWrite && <ButtonLink href={declare.href}>{declare.label}</ButtonLink>}
          >
            {mayWrite
              ? 'Commencez par celle que vous montreriez à une commune voisine : un titre et deux phrases suffisent.'
              : 'Elles paraîtront ici dès qu’une structure du réseau en déclarera une.'}
          </EmptyState>
        }
      />
    </Frame>
  )
}
