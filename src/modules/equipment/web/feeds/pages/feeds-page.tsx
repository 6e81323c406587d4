import type { Child } from 'hono/jsx'
import { dayOf } from '../../../../../kernel/instant.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import type { Link } from '../../../../../ui/site.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { ListedFeed } from '../../../data/borrowing/feeds.store.ts'
import { feedTitle, SECRET_NOTE } from '../feed-wording.ts'

interface FeedsProps {
  view: View
  title: string
  breadcrumb: readonly Link[]
  feeds: readonly ListedFeed[]
  problems: readonly Problem[]
  /** Where each is taken back; null for those the reader may not take back. */
  endOf: (feed: ListedFeed) => string | null
  /** The form that opens one. */
  children?: Child
}

/** Addresses that calendars follow: what each tells, since when, and its end. EQP-1403. */
export function FeedsPage({ view, title, breadcrumb, feeds, problems, endOf, children }: FeedsProps) {
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro="Collez une adresse dans votre agenda, par « S’abonner à un calendrier » : retraits et retours s’y inscrivent et suivent chaque changement."
      breadcrumb={[...breadcrumb]}
      problems={problems}
    >
      <Table
        caption="Adresses qui répondent"
        columns={[
          { label: 'Ce qu’elle suit', header: true, cell: ({ kind, name }) => feedTitle(kind, name) },
          {
            label: 'Créée',
            cell: ({ createdAt, isOwn }) =>
              `le ${formatDay(dayOf(createdAt))}, ${isOwn ? 'par vous' : 'par une autre personne'}`,
          },
          {
            label: 'Retirer',
            silent: true,
            cell: (feed) => {
              const action = endOf(feed)
              return (
                action && (
                  <Form action={action}>
                    <Button look="danger">
                      Retirer cette adresse
                      <span class="visually-hidden"> : {feedTitle(feed.kind, feed.name)}</span>
                    </Button>
                  </Form>
                )
              )
            },
          },
        ]}
        rows={feeds}
        empty={
          <EmptyState title="Aucune adresse pour le moment">
            Créez une adresse : elle est secrète, montrée une seule fois, et se retire quand on veut.
          </EmptyState>
        }
      />
      <p class="muted">{SECRET_NOTE}</p>
      {children}
    </Frame>
  )
}
