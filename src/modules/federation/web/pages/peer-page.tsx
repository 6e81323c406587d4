import type { Day } from '../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { PlaceId } from '../../../places/index.ts'
import type { Quarantined } from '../../data/quarantine.store.ts'
import { type Peer, spacedFingerprint } from '../../domain/peer.ts'
import { federationPaths as paths } from '../federation.paths.ts'
import { lineProblems, peerProblems } from '../federation-wording.ts'
import { policy } from '../policy.ts'
import { SourceState } from './federation-page.tsx'

interface PeerProps {
  view: View
  peer: Peer
  copies: number
  latest: readonly { placeId: PlaceId; uri: string; homeName: string; receivedAt: Instant; isGone: boolean }[]
  names: ReadonlyMap<PlaceId, string>
  aside: readonly Quarantined[]
  today: Day
  state: FormState
}

/** One other network: what it is, what it brought, what is put aside, and the end. */
export function PeerPage({ view, peer, copies, latest, names, aside, today, state }: PeerProps) {
  const { base } = view.network
  const isSource = peer.direction === 'source'
  return (
    <Frame
      view={view}
      space="member"
      title={peer.name}
      intro={isSource ? 'Nous suivons ce réseau.' : 'Ce réseau lit nos lieux publiés.'}
      breadcrumb={[{ label: 'Réseaux suivis', href: paths.home(base) }]}
      problems={state.problems}
    >
      {peer.problem && (
        <Notice state="warning" title="La dernière lecture a été manquée">
          <p>{peerProblems[peer.problem]}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Adresse', value: <a href={peer.address}>{peer.address}</a> },
          { term: 'Empreinte', value: <code>{spacedFingerprint(peer.fingerprint)}</code> },
          { term: 'Déclaré le', value: formatDay(dayOf(peer.declaredAt)) },
          ...(isSource
            ? [
                { term: 'État', value: <SourceState peer={peer} aside={aside.length} today={today} /> },
                { term: 'Lieux montrés', value: String(copies) },
                {
                  term: 'Dernière réponse',
                  value: peer.answeredAt ? formatMoment(peer.answeredAt) : 'jamais',
                },
              ]
            : [
                {
                  term: 'Départements lus',
                  value: peer.departments.length === 0 ? 'tous' : peer.departments.join(', '),
                },
              ]),
        ]}
      />
      {isSource && <Aside aside={aside} />}
      {isSource && <Latest base={base} latest={latest} names={names} />}
      {opensTo(view, policy.manage) && <Acts base={base} peer={peer} />}
    </Frame>
  )
}

function Aside({ aside }: Pick<PeerProps, 'aside'>) {
  if (aside.length === 0) return null
  return (
    <section>
      <h2>Fiches mises de côté</h2>
      <p>Elles ne sont pas montrées. Elles reprennent leur place dès que leur réseau les a corrigées.</p>
      <Table
        caption="Fiches mises de côté"
        silentCaption
        columns={[
          { label: 'Fiche', header: true, cell: ({ uri }) => uri ?? 'sans adresse' },
          { label: 'Pourquoi', cell: ({ problem }) => lineProblems[problem] },
          { label: 'Depuis', cell: ({ at }) => formatMoment(at) },
        ]}
        rows={aside}
      />
    </section>
  )
}

function Latest({ base, latest, names }: Pick<PeerProps, 'latest' | 'names'> & { base: string }) {
  return (
    <section>
      <h2>Dernières fiches reçues</h2>
      <Table
        caption="Dernières fiches reçues"
        silentCaption
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ placeId, uri }) => <a href={paths.copy(base, placeId)}>{names.get(placeId) ?? uri}</a>,
          },
          { label: 'Réseau d’origine', cell: ({ homeName }) => homeName },
          { label: 'Reçue', cell: ({ receivedAt }) => formatMoment(receivedAt) },
          { label: 'Montrée', cell: ({ isGone }) => (isGone ? 'non' : 'oui') },
        ]}
        rows={latest}
        empty={
          <EmptyState title="Aucune fiche n’est encore arrivée">
            La lecture a lieu toutes les dix minutes.
          </EmptyState>
        }
      />
    </section>
  )
}

function Acts({ base, peer }: { base: string; peer: Peer }) {
  return (
    <section>
      <h2>Agir</h2>
      {peer.direction === 'source' && (
        <Actions>
          <Form action={paths.reading(base, peer.id)}>
            <Button>Lire ce réseau maintenant</Button>
          </Form>
          <Form action={paths.readingAgain(base, peer.id)}>
            <Button look="plain">Tout relire depuis le début</Button>
          </Form>
        </Actions>
      )}
      <p>
        {peer.direction === 'source'
          ? 'Si vous ne le suivez plus, ses lieux ne sont plus montrés ici. Ils restent chez lui.'
          : 'S’il ne lit plus vos lieux, ceux qu’il a déjà lus restent chez lui jusqu’à ce qu’il les retire.'}
      </p>
      <Form action={paths.end(base, peer.id)}>
        <Button look="danger">
          {peer.direction === 'source' ? 'Ne plus suivre ce réseau' : 'Ne plus le laisser lire nos lieux'}
        </Button>
      </Form>
    </section>
  )
}
