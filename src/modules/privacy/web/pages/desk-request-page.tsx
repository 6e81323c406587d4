import { dayOf } from '../../../../kernel/instant.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { RightsRequest } from '../../data/requests.store.ts'
import type { Erasure } from '../../domain/erasure.ts'
import { OUTCOMES, urgencyOf } from '../../domain/request.ts'
import { paths } from '../paths.ts'
import { kindNames, outcomeNames } from '../wording.ts'
import { DueDate } from './due-date.tsx'

interface DeskRequestProps {
  view: View
  state: FormState
  request: RightsRequest
  /** The account it is about, as long as it has a name. */
  account: { name: string | null; anonymisedAt: string | null } | null
  erasure: Erasure | null
  mayAnswer: boolean
}

export function DeskRequestPage({ view, state, request, account, erasure, mayAnswer }: DeskRequestProps) {
  const { base } = view.network
  const { id, kind, name, email, message, verifiedAt, answeredAt, outcome } = request
  const waits = mayAnswer && !answeredAt
  const isKnown = account !== null && account.anonymisedAt === null && verifiedAt !== null
  return (
    <Frame
      view={view}
      space="member"
      title={`${kindNames[kind]} : ${name}`}
      breadcrumb={[
        { label: 'Réglages', href: `${base}/reglages` },
        { label: 'Demandes sur les données', href: paths.desk(base) },
      ]}
      problems={state.problems}
    >
      {!verifiedAt && (
        <Notice state="warning" title="L’adresse n’est pas encore confirmée.">
          <p>
            Tant que la personne n’a pas ouvert le lien reçu, rien ne prouve que la demande vient d’elle : ne
            lui donnez aucune information.
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Demandé par', value: name },
          { term: 'Courriel', value: `${email}${verifiedAt ? ' (confirmé)' : ' (non confirmé)'}` },
          { term: 'Compte', value: accountText(account, verifiedAt !== null) },
          ...(message ? [{ term: 'Précisions', value: message }] : []),
          { term: 'Reçue le', value: <DayText day={request.filedOn} /> },
          { term: 'Réponse due le', value: <DueDate request={request} today={view.today} /> },
          ...(answeredAt && outcome
            ? [
                { term: 'Répondue le', value: <DayText day={dayOf(answeredAt)} /> },
                { term: 'Suite', value: outcomeNames[outcome] },
                ...(request.answer ? [{ term: 'Réponse', value: request.answer }] : []),
              ]
            : []),
        ]}
      />
      {erasure && (
        <p>
          <a href={paths.certificate(base, erasure.id)}>Lire l’attestation d’effacement</a>
        </p>
      )}
      {mayAnswer && isKnown && (
        <p class="actions">
          <ButtonLink look="plain" href={paths.export(base, id)} download>
            Télécharger les données de la personne
          </ButtonLink>
          {kind === 'erasure' && waits && (
            <ButtonLink look="danger" href={paths.erasure(base, id)}>
              Voir ce qu’un effacement ferait
            </ButtonLink>
          )}
        </p>
      )}
      {waits && <AnswerForm view={view} state={state} request={request} />}
      {waits && !request.extensionReason && urgencyOf(request.dueOn, view.today) !== 'late' && (
        <ExtensionForm view={view} state={state} request={request} />
      )}
    </Frame>
  )
}

type FormProps = Pick<DeskRequestProps, 'view' | 'state' | 'request'>

function AnswerForm({ view, state, request }: FormProps) {
  return (
    <section>
      <h2>Répondre</h2>
      <Form action={paths.answer(view.network.base, request.id)}>
        <Radios
          {...fieldsOf(state)('suite')}
          label="Suite donnée"
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] }))}
        />
        <TextArea
          {...fieldsOf(state)('reponse')}
          label="Réponse à la personne"
          hint="Elle la recevra par courriel, telle quelle. Un refus dit pourquoi."
          optional
        />
        <Actions>
          <Button>Envoyer la réponse</Button>
        </Actions>
      </Form>
    </section>
  )
}

function ExtensionForm({ view, state, request }: FormProps) {
  return (
    <section>
      <h2>Demander plus de temps</h2>
      <p>
        La loi permet deux mois de plus, une seule fois, quand la demande est complexe ou que les demandes
        sont nombreuses.
      </p>
      <Form action={paths.extension(view.network.base, request.id)}>
        <TextArea {...fieldsOf(state)('motif')} label="Motif, tel que la personne le lira" rows={3} />
        <Actions>
          <Button look="plain">Prolonger de deux mois</Button>
        </Actions>
      </Form>
    </section>
  )
}

function accountText(account: DeskRequestProps['account'], isVerified: boolean): string {
  if (!isVerified) return 'recherché une fois l’adresse confirmée'
  if (!account) return 'aucun compte de ce réseau n’a cette adresse'
  return account.anonymisedAt ? 'effacé' : (account.name ?? '')
}
