import { Confirmed } from '../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { plural } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { agreementPaths } from '../../../agreements/index.ts'
import type { PlaceSummary } from '../../../places/index.ts'
import type { Peer } from '../../domain/peer.ts'
import type { PlaceHoldings } from '../../use-cases/what-a-place-holds.ts'
import { federationPaths as paths } from '../federation.paths.ts'

interface TransferProps {
  view: View
  place: PlaceSummary
  readers: readonly Peer[]
  holdings: PlaceHoldings
  state: FormState
  /** The network to which it would go, once the consequence is to be confirmed. */
  asked: Peer | null
}

/** A place of ours offered to another network: what will follow is read first. DIR-89. */
export function TransferPage(props: TransferProps) {
  const { view, place, readers, state, asked } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Proposer un lieu à un autre réseau"
      kicker={`${place.name}, ${place.commune}`}
      breadcrumb={[
        { label: 'Réseaux suivis', href: paths.home(base) },
        { label: 'Lieux transférés', href: paths.transfers(base) },
      ]}
      problems={state.problems}
    >
      {readers.length === 0 ? (
        <EmptyState title="Aucun réseau ne lit vos lieux">
          L’autre réseau doit d’abord suivre le vôtre :{' '}
          <a href={paths.newReader(base)}>laissez-le lire vos lieux</a>.
        </EmptyState>
      ) : (
        <>
          <Consequence base={base} {...props} />
          <TransferForm {...{ base, place, readers, state, asked }} />
        </>
      )}
    </Frame>
  )
}

function Consequence({ base, holdings, asked }: TransferProps & { base: string }) {
  const { agreements, labels, organisations, workers } = holdings
  const who = asked ? `« ${asked.name} »` : 'l’autre réseau'
  return (
    <Notice state="warning" title={`Ce qui suivra si ${who} accepte`}>
      <ul>
        <li>
          La fiche sera tenue par {who}, et par lui seul. Elle quitte votre annuaire, votre carte et vos
          exports.
        </li>
        <li>
          Son adresse d’ici et son identifiant conduisent pour toujours à sa nouvelle fiche, dans les pages et
          pour les programmes. Les réseaux qui vous lisent l’apprennent à leur prochaine lecture.
        </li>
        <li>
          {agreements.length === 0 ? (
            'Aucune convention ne liste ce lieu.'
          ) : (
            <>
              {plural(agreements.length, 'convention le liste', 'conventions le listent')} et restent chez
              vous :{' '}
              {agreements.map(({ id, reference }, at) => (
                <>
                  {at > 0 && ', '}
                  <a href={agreementPaths.agreement(base, id)}>{reference}</a>
                </>
              ))}
              . Décidez de leur suite avec vos cocontractants.
            </>
          )}
        </li>
        <li>
          {labels.length === 0
            ? 'Il ne porte aucun label.'
            : `Il porte ${labels.join(', ')}. Ces labels ne partent pas avec lui : sa nouvelle fiche ne les montre plus.`}
        </li>
        <li>
          {plural(
            organisations,
            'structure qui le tient ne pourra',
            'structures qui le tiennent ne pourront',
          )}{' '}
          plus modifier sa fiche, ni{' '}
          {plural(workers, 'personne qui y travaille', 'personnes qui y travaillent')}.
        </li>
      </ul>
      <p>
        Tant qu’il n’a pas accepté, rien ne change, et vous pouvez retirer la proposition. Ensuite, seul {who}{' '}
        pourra vous le rendre.
      </p>
    </Notice>
  )
}

type TransferFormProps = Pick<TransferProps, 'place' | 'readers' | 'state' | 'asked'> & { base: string }

function TransferForm({ base, place, readers, state, asked }: TransferFormProps) {
  const { values, problems } = state
  return (
    <Form action={paths.newTransfer(base, place.id)}>
      <Radios
        name="reseau"
        label="À quel réseau"
        choices={readers.map(({ id, name, address }) => ({ value: id, label: name, hint: address }))}
        value={String(values.reseau ?? '')}
        error={problemOf(problems, 'reseau')}
      />
      <TextArea
        name="motif"
        label="Pourquoi"
        hint="Par exemple, la commune a changé de département."
        rows={2}
        value={String(values.motif ?? '')}
        error={problemOf(problems, 'motif')}
      />
      {asked && <Confirmed state={state} />}
      <Actions>
        <Button look={asked ? 'danger' : 'main'}>
          {asked ? `Proposer ce lieu à « ${asked.name} »` : 'Voir ce qui suivra'}
        </Button>
      </Actions>
    </Form>
  )
}
