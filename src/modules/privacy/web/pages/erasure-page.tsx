import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import type { Fate } from '../../../../platform/privacy/personal-data.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { RightsRequest } from '../../data/requests.store.ts'
import { paths } from '../paths.ts'

interface ErasureProps {
  view: View
  state: FormState
  request: RightsRequest
  fate: Fate
  /** Networks whose only officer this person is: nobody may erase them yet. */
  alone: readonly string[]
}

/** What would go and what would stay, before anything is done. */
export function ErasurePage({ view, state, request, fate, alone }: ErasureProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={`Effacer les données de ${request.name}`}
      intro="Lisez ce qui disparaît et ce qui reste. Rien n’est encore fait, et rien ne pourra être défait."
      breadcrumb={[
        { label: 'Demandes sur les données', href: paths.desk(base) },
        { label: request.name, href: paths.deskRequest(base, request.id) },
      ]}
      problems={state.problems}
    >
      {alone.length > 0 && (
        <Notice state="danger" title={`Cette personne est la seule à diriger ${alone.join(', ')}.`}>
          <p>Nommez d’abord une autre chargée ou un autre chargé de mission, puis revenez ici.</p>
        </Notice>
      )}
      <FateText fate={fate} future />
      {alone.length === 0 && (
        <Form action={paths.erasure(base, request.id)}>
          <Checkbox
            name="confirme"
            label="J’ai lu ce qui disparaît et ce qui reste"
            hint="La personne reçoit aussitôt un courriel avec son attestation, et la demande est close."
            error={problemOf(state.problems, 'confirme')}
          />
          <Actions>
            <Button look="danger">Effacer les données de cette personne</Button>
            <a href={paths.deskRequest(base, request.id)}>Ne rien effacer</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

export function FateText({ fate, future = false }: { fate: Fate; future?: boolean }) {
  return (
    <>
      <h2>{future ? 'Ce qui disparaîtra' : 'Ce qui a disparu'}</h2>
      <ul>
        {fate.gone.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <h2>{future ? 'Ce qui restera' : 'Ce qui reste'}</h2>
      <Table
        caption="Ce qui reste, et pourquoi"
        silentCaption
        columns={[
          { label: 'Ce qui reste', header: true, cell: ({ what }) => what },
          { label: 'Pourquoi', cell: ({ why }) => why },
        ]}
        rows={fate.kept}
        empty={<p>Rien.</p>}
      />
    </>
  )
}
