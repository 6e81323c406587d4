import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../../agreements/index.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { bulkPaths } from '../bulk.paths.ts'

interface OpeningProps {
  view: View
  schemes: readonly SchemeVersion[]
  agreements: readonly Agreement[]
  state: FormState
}

/** A new list: for which label, under which agreement, after which committee. */
export function OpeningPage({ view, schemes, agreements, state }: OpeningProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const [onlyScheme] = schemes
  const [onlyAgreement] = agreements
  const isOpen = onlyScheme && onlyAgreement
  return (
    <MeetingFrame view={view} title="Proposer une liste de lieux" state={state}>
      {isOpen ? (
        <MeetingForm action={bulkPaths.creation(base)} back={bulkPaths.lists(base)} state={state}>
          <Radios
            {...field('label', schemes.length === 1 ? onlyScheme.scheme.id : '')}
            label="Label"
            choices={schemes.map(({ scheme }) => ({ value: scheme.id, label: scheme.name }))}
          />
          <Radios
            {...field('convention', agreements.length === 1 ? onlyAgreement.id : '')}
            label="Convention"
            hint="Celle qui prévoit que votre comité propose des lieux."
            choices={agreements.map(({ id, reference }) => ({ value: id, label: `Convention ${reference}` }))}
          />
        </MeetingForm>
      ) : (
        <EmptyState
          title={onlyScheme ? 'Aucune convention en vigueur' : 'Aucun label ne se propose par liste'}
        >
          {onlyScheme
            ? 'Un lieu se propose sous une convention en vigueur qui le prévoit. Rapprochez-vous de la tête du réseau.'
            : 'La tête du réseau n’a publié aucun label dont les lieux sont proposés par la liste d’un partenaire.'}
        </EmptyState>
      )}
    </MeetingFrame>
  )
}

/** The places added to a list that is signed: by another committee, under another signature. LAB-20. */
export function AddendumPage({
  view,
  state,
  action,
  back,
}: {
  view: View
  state: FormState
  action: string
  back: string
}) {
  return (
    <MeetingFrame view={view} title="Préparer un avenant à la liste" state={state}>
      <p>
        L’avenant est une liste à part : votre comité se réunit, vous choisissez les lieux à ajouter, puis
        vous en signez la charte comme la première fois.
      </p>
      <MeetingForm action={action} back={back} state={state} />
    </MeetingFrame>
  )
}

function MeetingFrame({
  view,
  title,
  state,
  children,
}: {
  view: View
  title: string
  state: FormState
  children: Child
}) {
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      breadcrumb={[{ label: 'Lieux proposés par liste', href: bulkPaths.lists(view.network.base) }]}
      problems={state.problems}
    >
      {children}
    </Frame>
  )
}

interface MeetingFormProps {
  action: string
  back: string
  state: FormState
  children?: Child
}

function MeetingForm({ action, back, state, children }: MeetingFormProps) {
  const field = fieldsOf(state)
  return (
    <Form action={action} upload>
      {children}
      <TextArea
        {...field('comite')}
        label="Composition du comité"
        hint="Qui siégeait, et en quelle qualité."
        rows={4}
      />
      <DateField {...field('reuni_le')} label="Jour de la réunion" />
      <TextArea
        {...field('compte_rendu')}
        label="Compte rendu"
        hint="Ce que le comité a regardé et décidé. Vous pouvez aussi le joindre."
        optional
        rows={6}
      />
      <FileField
        name="fichier"
        label="Compte rendu joint"
        hint="PDF, PNG ou JPEG, 25 Mo au plus."
        accept=".pdf,.png,.jpg,.jpeg"
        error={field('fichier').error}
        optional
      />
      <Actions>
        <Button>Enregistrer et choisir les lieux</Button>
        <a href={back}>Annuler</a>
      </Actions>
    </Form>
  )
}
