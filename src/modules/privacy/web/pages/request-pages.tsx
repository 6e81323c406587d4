import { dayOf } from '../../../../kernel/instant.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Confirmation } from '../../../../ui/confirmation.tsx'
import { fieldsOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { RightsRequest } from '../../data/requests.store.ts'
import type { Erasure } from '../../domain/erasure.ts'
import { paths } from '../paths.ts'
import { kindNames, outcomeNames } from '../wording.ts'
import { DueDate } from './due-date.tsx'
import { KindField, MessageField } from './request-form-fields.tsx'

export function NewRequestPage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Faire une demande sur vos données"
      intro="Quatre questions. La réponse arrive par courriel, en un mois au plus."
      breadcrumb={[{ label: 'Vie privée', href: paths.privacy(base) }]}
      problems={state.problems}
    >
      <Form action={paths.newRequest(base)}>
        <KindField state={state} />
        <TextField {...fieldsOf(state)('nom')} label="Votre nom" autocomplete="name" />
        <TextField
          {...fieldsOf(state)('courriel')}
          label="Votre courriel"
          hint="Nous y envoyons un lien pour vérifier que c’est bien vous. Si vous avez un compte, donnez son adresse."
          type="email"
          autocomplete="email"
        />
        <MessageField state={state} />
        <Actions>
          <Button>Envoyer ma demande</Button>
          <a href={paths.privacy(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** The same words whether the address is known or not. */
export function RequestSentPage({ view }: { view: View }) {
  return (
    <Frame view={view} title="Ouvrez votre messagerie">
      <Confirmation done="Votre demande est enregistrée.">
        <p>
          Nous venons d’écrire à l’adresse que vous avez donnée. Ouvrez ce message, puis le lien qu’il
          contient, et appuyez sur « Confirmer ma demande ».
        </p>
        <p>
          Rien n’arrive ? Regardez dans les indésirables. Vérifiez aussi l’adresse : au besoin,{' '}
          <a href={paths.newRequest(view.network.base)}>refaites votre demande</a>.
        </p>
      </Confirmation>
    </Frame>
  )
}

interface RequestProps {
  view: View
  token: string
  request: RightsRequest
  erasure: Erasure | null
}

/** Where a request stands, for whoever holds its link. */
export function RequestPage({ view, token, request, erasure }: RequestProps) {
  const { base, headName } = view.network
  return (
    <Frame
      view={view}
      title="Votre demande"
      breadcrumb={[{ label: 'Vie privée', href: paths.privacy(base) }]}
    >
      {!request.verifiedAt && (
        <Form action={paths.request(base, token)}>
          <p>
            Dernière étape : dites-nous que cette demande vient de vous. Sans cela, nous ne pouvons pas y
            répondre.
          </p>
          <Actions>
            <Button>Confirmer ma demande</Button>
          </Actions>
        </Form>
      )}
      {request.verifiedAt && !request.answeredAt && (
        <Notice state="info" title={`${headName} prépare la réponse.`}>
          <p>Elle arrivera à votre adresse de courriel, et sur cette page.</p>
        </Notice>
      )}
      <RequestSummary view={view} request={request} />
      {erasure && (
        <p>
          <a href={paths.certificate(base, erasure.id)}>Lire l’attestation d’effacement</a>
        </p>
      )}
    </Frame>
  )
}

export function RequestSummary({ view, request }: { view: View; request: RightsRequest }) {
  const { kind, message, filedOn, extensionReason, answeredAt, outcome, answer } = request
  return (
    <SummaryList
      rows={[
        { term: 'Demande', value: kindNames[kind] },
        ...(message ? [{ term: 'Vos précisions', value: message }] : []),
        { term: 'Reçue le', value: <DayText day={filedOn} /> },
        ...(answeredAt && outcome
          ? [
              { term: 'Réponse', value: outcomeNames[outcome] },
              { term: 'Donnée le', value: <DayText day={dayOf(answeredAt)} /> },
              ...(answer ? [{ term: 'Explication', value: answer }] : []),
            ]
          : [{ term: 'Réponse due le', value: <DueDate request={request} today={view.today} /> }]),
        ...(extensionReason ? [{ term: 'Délai prolongé', value: extensionReason }] : []),
      ]}
    />
  )
}
