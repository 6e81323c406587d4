import type { Day } from '../../../../kernel/day.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatMoment, plural } from '../../../../ui/french.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { PlaceId } from '../../../places/index.ts'
import type { OfferedPlace } from '../../data/offered-places.store.ts'
import type { SameOffer } from '../../data/offers.store.ts'
import { type Peer, type PeerId, spacedFingerprint } from '../../domain/peer.ts'
import { isSilent } from '../../use-cases/is-silent.ts'
import { federationPaths as paths } from '../federation.paths.ts'
import { answerText } from '../federation-wording.ts'
import { policy } from '../policy.ts'

interface FederationProps {
  view: View
  own: { address: string; fingerprint: string }
  peers: readonly Peer[]
  copies: ReadonlyMap<PeerId, number>
  /** How many lines of each are put aside. */
  aside: ReadonlyMap<PeerId, number>
  offers: readonly SameOffer[]
  /** What homes answered against our own decisions. */
  refused: readonly { placeId: PlaceId; uri: string; otherUri: string; homeName: string }[]
  /** Places that their home offers us to take over. */
  offered: readonly OfferedPlace[]
  names: ReadonlyMap<PlaceId, string>
  today: Day
  state: FormState
}

/** Whom we follow, who follows us, and what is to be answered. */
export function FederationPage(props: FederationProps) {
  const { view, own, peers, offers, refused, offered, names, state } = props
  const { base } = view.network
  const mayManage = opensTo(view, policy.manage)
  const sources = peers.filter(({ direction }) => direction === 'source')
  const readers = peers.filter(({ direction }) => direction === 'reader')
  return (
    <Frame
      view={view}
      space="member"
      title="Réseaux suivis"
      intro="Montrez sur votre carte les lieux d’autres réseaux, et laissez d’autres réseaux montrer les vôtres. Chaque fiche reste tenue par son réseau d’origine."
      act={mayManage ? { label: 'Suivre un réseau', href: paths.newSource(base) } : undefined}
      problems={state.problems}
    >
      {offered.length > 0 && <Offered {...{ base, offered, names }} />}
      {offers.length > 0 && <Offers base={base} offers={offers} mayManage={mayManage} />}
      {refused.length > 0 && <Refused base={base} refused={refused} />}
      <h2>Les réseaux que nous suivons</h2>
      {sources.length === 0 ? (
        <EmptyState title="Aucun réseau n’est suivi">
          Demandez à un autre réseau son adresse et l’empreinte de sa clé, puis déclarez-le ici. Donnez-lui
          les vôtres, affichées plus bas.
        </EmptyState>
      ) : (
        <Sources {...props} sources={sources} />
      )}
      <h2>Les réseaux qui lisent nos lieux</h2>
      <Table
        caption="Réseaux qui lisent nos lieux"
        silentCaption
        columns={[
          {
            label: 'Réseau',
            header: true,
            cell: ({ id, name }) => <a href={paths.peer(base, id)}>{name}</a>,
          },
          { label: 'Adresse', cell: ({ address }) => address },
          {
            label: 'Départements',
            cell: ({ departments }) => (departments.length === 0 ? 'tous' : departments.join(', ')),
          },
        ]}
        rows={readers}
        empty={
          <EmptyState title="Aucun réseau ne lit vos lieux">
            Un réseau qui veut montrer vos lieux vous donne son adresse et son empreinte.
          </EmptyState>
        }
      />
      {mayManage && (
        <p>
          <a href={paths.newReader(base)}>Laisser un réseau lire nos lieux</a>
        </p>
      )}
      <h2>Transférer un lieu</h2>
      <p>
        Un lieu change de réseau, par exemple après une réforme de territoires :{' '}
        <a href={paths.transfers(base)}>
          proposer un lieu à un réseau qui nous lit, ou suivre une proposition
        </a>
        .
      </p>
      <h2>À donner aux autres réseaux</h2>
      <SummaryList
        rows={[
          { term: 'Notre adresse', value: own.address },
          { term: 'L’empreinte de notre clé', value: <code>{spacedFingerprint(own.fingerprint)}</code> },
        ]}
      />
      <p>Lisez l’empreinte de vive voix, ou envoyez-la par un autre moyen que l’adresse.</p>
    </Frame>
  )
}

function Offered({ base, offered, names }: Pick<FederationProps, 'offered' | 'names'> & { base: string }) {
  return (
    <section>
      <h2>Lieux qu’un réseau vous propose de reprendre</h2>
      <Table
        caption="Lieux proposés"
        silentCaption
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ placeId, uri }) => (
              <a href={paths.proposal(base, placeId)}>{names.get(placeId) ?? uri}</a>
            ),
          },
          { label: 'Réseau d’origine', cell: ({ homeName }) => homeName },
          { label: 'Proposé', cell: ({ offeredAt }) => formatMoment(offeredAt) },
          { label: 'Notre réponse', cell: ({ accepted }) => answerText(accepted) },
        ]}
        rows={offered}
      />
    </section>
  )
}

function Sources({ view, sources, copies, aside, today }: FederationProps & { sources: readonly Peer[] }) {
  return (
    <Table
      caption="Réseaux que nous suivons"
      silentCaption
      columns={[
        {
          label: 'Réseau',
          header: true,
          cell: ({ id, name }) => <a href={paths.peer(view.network.base, id)}>{name}</a>,
        },
        { label: 'Lieux', cell: ({ id }) => String(copies.get(id) ?? 0) },
        {
          label: 'Dernière réponse',
          cell: ({ answeredAt }) => (answeredAt ? formatMoment(answeredAt) : 'jamais'),
        },
        {
          label: 'État',
          cell: (peer) => <SourceState peer={peer} aside={aside.get(peer.id) ?? 0} today={today} />,
        },
      ]}
      rows={sources}
    />
  )
}

export function SourceState({ peer, aside, today }: { peer: Peer; aside: number; today: Day }) {
  if (isSilent(peer, today)) return <Tag state="danger">Silencieux depuis plus de sept jours</Tag>
  if (peer.problem) return <Tag state="warning">Dernière lecture manquée</Tag>
  if (aside > 0)
    return <Tag state="warning">{plural(aside, 'fiche mise de côté', 'fiches mises de côté')}</Tag>
  if (!peer.answeredAt) return <Tag state="pending">Pas encore lu</Tag>
  return <Tag state="positive">À jour</Tag>
}

function Offers({
  base,
  offers,
  mayManage,
}: {
  base: string
  offers: readonly SameOffer[]
  mayManage: boolean
}) {
  return (
    <section>
      <h2>Rapprochements proposés par d’autres réseaux</h2>
      <Table
        caption="Rapprochements proposés"
        silentCaption
        columns={[
          {
            label: 'Notre lieu',
            header: true,
            cell: ({ placeId }) => <a href={`${base}/lieux/${placeId}`}>Voir notre fiche</a>,
          },
          {
            label: 'Serait le même que',
            cell: ({ otherName, otherUri }) => <a href={otherUri}>{otherName}</a>,
          },
          { label: 'Selon', cell: ({ offeredBy }) => offeredBy },
          {
            label: 'Notre réponse',
            cell: (offer) => <Answer base={base} offer={offer} mayManage={mayManage} />,
          },
        ]}
        rows={offers}
      />
    </section>
  )
}

function Answer({ base, offer, mayManage }: { base: string; offer: SameOffer; mayManage: boolean }) {
  if (offer.accepted !== null) return <>{offer.accepted ? 'C’est le même lieu' : 'Ce sont deux lieux'}</>
  if (!mayManage) return <>Pas encore répondu</>
  return (
    <Form action={paths.offer(base, offer.id)}>
      <Actions>
        <Button name="reponse" value="accepte">
          C’est le même lieu
        </Button>
        <Button name="reponse" value="refuse" look="plain">
          Ce sont deux lieux
        </Button>
      </Actions>
    </Form>
  )
}

function Refused({ base, refused }: Pick<FederationProps, 'refused'> & { base: string }) {
  return (
    <section>
      <h2>Rapprochements refusés par leur réseau d’origine</h2>
      <ul>
        {refused.map(({ placeId, otherUri, homeName }) => (
          <li>
            <a href={paths.copy(base, placeId)}>Une fiche de {homeName}</a> est montrée avec{' '}
            <a href={otherUri}>celle-ci</a> : son réseau répond que ce sont deux lieux.
          </li>
        ))}
      </ul>
    </section>
  )
}
