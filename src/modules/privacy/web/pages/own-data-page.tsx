import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Table } from '../../../../ui/table.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { RightsRequest } from '../../data/requests.store.ts'
import type { DataOfModule } from '../../use-cases/read-personal-data.ts'
import { paths } from '../paths.ts'
import { kindNames, outcomeNames } from '../wording.ts'
import { DataSections } from './data-sections.tsx'
import { KindField, MessageField } from './request-form-fields.tsx'

interface OwnDataProps {
  view: View
  parts: readonly DataOfModule[]
  requests: readonly RightsRequest[]
}

export function OwnDataPage({ view, parts, requests }: OwnDataProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Vos données"
      intro="Tout ce que la plateforme garde à votre nom. Ouvrez une ligne pour la lire."
      breadcrumb={[{ label: 'Votre compte', href: `${base}/compte` }]}
      act={<ButtonLink href={paths.ownRequest(base)}>Faire une demande</ButtonLink>}
    >
      <p>
        <a href={paths.ownDataFile(base)} download>
          Télécharger vos données
        </a>{' '}
        (fichier JSON, à garder ou à donner à un autre service).{' '}
        <a href={paths.sharing(base)}>Choisir ce que vous montrez</a> dans l’annuaire.{' '}
        <a href={paths.privacy(base)}>Savoir pourquoi ces données sont gardées</a>.
      </p>
      {requests.length > 0 && <OwnRequests view={view} requests={requests} />}
      <DataSections parts={parts} />
      <p>
        Le mot de passe, les clés et les liens de connexion ne sont montrés à personne, pas même ici : celui
        qui les lirait pourrait entrer à votre place.
      </p>
    </Frame>
  )
}

function OwnRequests({ view, requests }: Omit<OwnDataProps, 'parts'>) {
  return (
    <Table
      caption="Vos demandes"
      columns={[
        { label: 'Demande', header: true, cell: ({ kind }) => kindNames[kind] },
        { label: 'Reçue le', cell: ({ filedOn }) => <DayText day={filedOn} /> },
        {
          label: 'Réponse',
          cell: ({ outcome, dueOn, answer }) =>
            outcome ? (
              `${outcomeNames[outcome]}${answer ? `. ${answer}` : ''}`
            ) : (
              <>
                due le <DayText day={dueOn} today={view.today} />
              </>
            ),
        },
      ]}
      rows={requests}
    />
  )
}

export function OwnRequestPage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Faire une demande sur vos données"
      intro="Votre compte dit qui vous êtes : rien à confirmer. La réponse arrive par courriel, en un mois au plus."
      breadcrumb={[
        { label: 'Votre compte', href: `${base}/compte` },
        { label: 'Vos données', href: paths.ownData(base) },
      ]}
      problems={state.problems}
    >
      <Form action={paths.ownRequest(base)}>
        <KindField state={state} />
        <MessageField state={state} />
        <Actions>
          <Button>Envoyer ma demande</Button>
          <a href={paths.ownData(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
