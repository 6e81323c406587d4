import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import type { Feed } from '../../../data/feed.store.ts'
import { paths } from '../../paths.ts'
import { boardPaths } from '../board.paths.ts'

export interface ShownFeed extends Feed {
  /** The whole address, secret included. */
  readonly address: string
}

interface FeedsProps {
  view: View
  feeds: readonly ShownFeed[]
  /** Reaches all of the network, and may follow it. */
  mayFollowNetwork: boolean
  mayFollow: boolean
  state: FormState
}

export function FeedsPage({ view, feeds, mayFollowNetwork, mayFollow, state: { problems } }: FeedsProps) {
  const { base } = view.network
  const hasOwn = feeds.some(({ personId }) => personId !== null)
  const hasNetwork = feeds.some(({ personId }) => personId === null)
  return (
    <Frame
      view={view}
      space="member"
      title="Suivre les échéances dans un agenda"
      intro="Copiez une adresse dans votre agenda, par « S’abonner à un calendrier » : il se met à jour de lui-même."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Échéances', href: boardPaths.board(base) },
      ]}
      problems={problems}
    >
      {feeds.length === 0 && (
        <EmptyState title="Aucune adresse pour le moment">
          Créez une adresse : elle est secrète, et vous la retirez quand vous voulez.
        </EmptyState>
      )}
      {feeds.map((feed) => (
        <section aria-labelledby={`adresse-${feed.id}`}>
          <h2 id={`adresse-${feed.id}`}>
            {feed.personId ? 'Vos conventions' : 'Toutes les conventions du réseau'}
          </h2>
          <p>
            <code class="address">{feed.address}</code>
          </p>
          <p class="muted">
            Créée le {formatDay(dayOf(feed.createdAt))}. Qui connaît cette adresse lit ces échéances : ne la
            transmettez pas. Elle ne montre aucun nom de personne.
          </p>
          {mayFollow && (
            <Form action={boardPaths.feedEnd(base, feed.id)}>
              <Actions>
                <Button look="danger">
                  Retirer cette adresse
                  <span class="visually-hidden">{feed.personId ? ' de vos conventions' : ' du réseau'}</span>
                </Button>
              </Actions>
            </Form>
          )}
        </section>
      ))}
      {mayFollow && !hasOwn && <NewFeed base={base} value="moi" label="Créer l’adresse de mes conventions" />}
      {mayFollow && mayFollowNetwork && !hasNetwork && (
        <NewFeed base={base} value="reseau" label="Créer l’adresse de tout le réseau" />
      )}
    </Frame>
  )
}

function NewFeed({ base, value, label }: { base: string; value: string; label: string }) {
  return (
    <Form action={boardPaths.feeds(base)}>
      <input type="hidden" name="pour" value={value} />
      <Actions>
        <Button look={value === 'moi' ? 'main' : 'plain'}>{label}</Button>
      </Actions>
    </Form>
  )
}
