import type { Problem } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatMoment } from '../../../../ui/french.ts'
import { Table } from '../../../../ui/table.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { type PlaceId, type PlaceSummary, placePath } from '../../../places/index.ts'
import type { Transfer } from '../../data/transfers.store.ts'
import { federationPaths as paths } from '../federation.paths.ts'
import { transferOutcomes } from '../federation-wording.ts'
import { policy } from '../policy.ts'

interface TransfersProps {
  view: View
  q: string
  found: readonly PlaceSummary[]
  transfers: readonly Transfer[]
  names: ReadonlyMap<PlaceId, string>
  problems: readonly Problem[]
}

/** The places we offered to another network, and the way to offer one. DIR-89. */
export function TransfersPage({ view, q, found, transfers, names, problems }: TransfersProps) {
  const { base } = view.network
  const mayManage = opensTo(view, policy.manage)
  return (
    <Frame
      view={view}
      space="member"
      title="Lieux transférés"
      intro="Un lieu passe d’un réseau à un autre quand l’autre l’accepte. Son adresse d’ici y conduit ensuite pour toujours."
      breadcrumb={[{ label: 'Réseaux suivis', href: paths.home(base) }]}
      problems={problems}
    >
      {mayManage && (
        <Form method="get" action={paths.transfers(base)}>
          <TextField name="q" label={'Quel lieu proposer ?'} hint="Son nom, ou sa commune." value={q} />
          <Actions>
            <Button look="plain">Chercher ce lieu</Button>
          </Actions>
        </Form>
      )}
      {mayManage && q !== '' && <Found base={base} found={found} />}
      <h2>Ce que nous avons proposé</h2>
      <Table
        caption="Lieux proposés à un autre réseau"
        silentCaption
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ placeId }) => (
              <a href={placePath(base, placeId)}>{names.get(placeId) ?? 'Voir la fiche'}</a>
            ),
          },
          { label: 'À qui', cell: ({ peerName }) => peerName },
          { label: 'Quand', cell: ({ offeredAt }) => formatMoment(offeredAt) },
          { label: 'Pourquoi', cell: ({ reason }) => reason },
          {
            label: 'État',
            cell: (transfer) => <State base={base} transfer={transfer} mayManage={mayManage} />,
          },
        ]}
        rows={transfers}
        empty={
          <EmptyState title="Aucun lieu n’a été proposé">
            Cherchez un lieu ci-dessus, puis choisissez le réseau à qui le proposer.
          </EmptyState>
        }
      />
    </Frame>
  )
}

function Found({ base, found }: { base: string; found: readonly PlaceSummary[] }) {
  if (found.length === 0) return <p>Aucun lieu publié ne répond à ces mots.</p>
  return (
    <section>
      <h2>Lieux trouvés</h2>
      <ul>
        {found.map(({ id, name, commune }) => (
          <li>
            <a href={paths.newTransfer(base, id)}>
              Proposer {name}, {commune}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function State({ base, transfer, mayManage }: { base: string; transfer: Transfer; mayManage: boolean }) {
  const { id, outcome, takenAs } = transfer
  if (outcome === 'accepted' && takenAs)
    return (
      <>
        {transferOutcomes.accepted} : <a href={takenAs}>sa nouvelle fiche</a>
      </>
    )
  if (outcome || !mayManage) return <>{transferOutcomes[outcome ?? 'waiting']}</>
  return (
    <Form action={paths.withdrawal(base, id)}>
      <p>{transferOutcomes.waiting}</p>
      <Actions>
        <Button look="plain">Retirer la proposition</Button>
      </Actions>
    </Form>
  )
}
