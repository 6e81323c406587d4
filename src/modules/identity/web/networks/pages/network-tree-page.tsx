import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Placement, Relative } from '../../../data/networks/network-tree.store.ts'
import { paths } from '../network-paths.ts'
import { settingsPath } from '../network-settings-way.ts'

interface NetworkTreeProps {
  view: View
  parent: Relative | null
  under: readonly Relative[]
  /** Requests not answered yet, made by this network or to it. */
  placements: readonly Placement[]
  mayManage: boolean
  state: FormState
}

export function NetworkTreePage({ view, parent, under, placements, mayManage, state }: NetworkTreeProps) {
  const { network } = view
  const received = placements.filter((placement) => placement.parent.id === network.id)
  const asked = placements.find((placement) => placement.child.id === network.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Réseaux rattachés"
      intro="Qui est au-dessus de votre réseau, et qui est placé sous lui. La page publique « Le réseau » le montre."
      breadcrumb={[settingsPath(network.base)]}
      act={mayManage ? { label: 'Créer un réseau', href: paths.newNetwork(network.base) } : undefined}
      problems={state.problems}
    >
      <Notice state="info" title="Être au-dessus ne donne aucun droit">
        <p>
          Chaque réseau garde ses membres, ses conventions et ses réglages. Personne n’y lit ni n’y écrit sans
          y avoir été invité.
        </p>
      </Notice>
      {received.map((placement) => (
        <Received base={network.base} placement={placement} mayManage={mayManage} />
      ))}
      <h2>Sous le vôtre</h2>
      {under.length === 0 ? (
        <EmptyState title="Aucun réseau n’est placé sous le vôtre">
          {`Créez-en un, ou demandez à un réseau existant de faire une demande de rattachement à « ${network.slug} ».`}
        </EmptyState>
      ) : (
        <Table
          caption="Réseaux placés sous celui-ci"
          silentCaption
          columns={[
            { label: 'Réseau', header: true, cell: ({ name, slug }) => <a href={`/n/${slug}/`}>{name}</a> },
            { label: 'Tête de réseau', cell: ({ headName }) => headName },
            { label: 'Adresse courte', cell: ({ slug }) => slug },
          ]}
          rows={under}
        />
      )}
      <h2>Au-dessus du vôtre</h2>
      <Above base={network.base} parent={parent} asked={asked} mayManage={mayManage} state={state} />
    </Frame>
  )
}

interface ReceivedProps {
  base: string
  placement: Placement
  mayManage: boolean
}

function Received({ base, placement: { id, child }, mayManage }: ReceivedProps) {
  return (
    <section aria-label={`Demande de ${child.name}`}>
      <h2>Demande de rattachement</h2>
      <p>
        <strong>{child.name}</strong>, animé par {child.headName}, demande à être placé sous votre réseau.
      </p>
      {mayManage && (
        <Form action={paths.placementAnswer(base, id)}>
          <Actions>
            <Button name="reponse" value="accepted">
              Accepter {child.name}
            </Button>
            <Button name="reponse" value="refused" look="plain">
              Refuser la demande
            </Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

interface AboveProps extends Pick<NetworkTreeProps, 'parent' | 'mayManage' | 'state'> {
  base: string
  asked: Placement | undefined
}

function Above({ base, parent, asked, mayManage, state: { values, problems } }: AboveProps) {
  if (parent)
    return (
      <>
        <p>
          Placé sous <a href={`/n/${parent.slug}/`}>{parent.name}</a>, animé par {parent.headName}.
        </p>
        {mayManage && (
          <Form action={paths.detachment(base)}>
            <Button look="danger">Quitter {parent.name}</Button>
          </Form>
        )}
      </>
    )
  if (asked)
    return (
      <>
        <p>
          Vous avez demandé à être placé sous <strong>{asked.parent.name}</strong>. {asked.parent.headName}{' '}
          doit répondre.
        </p>
        {mayManage && (
          <Form action={paths.placementWithdrawal(base)}>
            <Button look="plain">Retirer la demande</Button>
          </Form>
        )}
      </>
    )
  if (!mayManage) return <p>Votre réseau n’est placé sous aucun autre.</p>
  return (
    <Form action={paths.placement(base)}>
      <TextField
        name="reseau"
        label="Adresse courte du réseau au-dessus"
        hint="Celle qui suit /n/ dans son adresse, par exemple region-estuaire. Ses responsables devront accepter."
        error={problemOf(problems, 'reseau')}
        value={String(values.reseau ?? '')}
        width="medium"
      />
      <Button look="plain">Demander le rattachement</Button>
    </Form>
  )
}
