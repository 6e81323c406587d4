import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { correspondence, purposeOf } from '../../../domain/correspondence.ts'
import { becomesAct, LETTER_KINDS, type LetterKind } from '../../../domain/prepared-letter.ts'
import type { AgreementState } from '../../../domain/state.ts'
import type { PartyDetails } from '../../../use-cases/letters/party-details.ts'
import { partyChoices } from '../../letters/pages/dated-act-page.tsx'
import { noticeChoices } from '../../letters/pages/formal-notice-page.tsx'
import { ScopeFields } from '../../letters/pages/scope-fields.tsx'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { documentPaths } from '../documents.paths.ts'
import { letterHints, letterSubjects, wordOfLetter } from '../letter-wording.ts'

interface ChoiceProps {
  view: View
  agreement: Agreement
  state: AgreementState
}

/** Which letter: only those this agreement has an article for, or something to answer. */
export function LetterChoicePage({ view, agreement, state }: ChoiceProps) {
  const { base } = view.network
  const kinds = LETTER_KINDS.filter((kind) => isOffered(kind, state))
  return (
    <Frame
      view={view}
      space="member"
      title="Préparer un courrier"
      intro="Maillage écrit la lettre ; vous l’imprimez, la faites signer et la déposez. Rien n’est envoyé d’ici."
      breadcrumb={crumbs(base, agreement)}
    >
      {kinds.length === 0 ? (
        <p>Cette convention n’appelle aucune lettre aujourd’hui : elle n’est pas en vigueur.</p>
      ) : (
        <LinkList
          items={kinds.map((kind) => ({
            label: letterSubjects[kind],
            hint: letterHints[kind],
            href: documentPaths.prepare(base, agreement.id, { objet: wordOfLetter(kind) }),
          }))}
        />
      )}
    </Frame>
  )
}

function isOffered(
  kind: LetterKind,
  { inForce, termsInForce, formalNotices, amendmentRequests, enteredIntoForceOn }: AgreementState,
) {
  const offered: Record<LetterKind, boolean> = {
    denunciation: inForce && termsInForce.denunciation !== null,
    formal_notice: inForce && termsInForce.formalNotice !== null,
    termination: formalNotices.some(
      ({ status }) => status === 'running' || status === 'termination_available',
    ),
    dispute: enteredIntoForceOn !== null && termsInForce.dispute !== null,
    renewal_notice: inForce,
    request_answer: amendmentRequests.length > 0,
  }
  return offered[kind]
}

interface LetterFormProps {
  view: View
  agreement: Agreement
  kind: LetterKind
  read: AgreementState
  places: readonly { id: string; name: string }[]
  parties: readonly PartyDetails[]
  state: FormState
}

/** What the letter is written from. What is left blank is what Maillage knows of the parties. */
export function LetterFormPage(props: LetterFormProps) {
  const { view, agreement, kind, state, parties } = props
  const { base, headName } = view.network
  const fields = fieldsOf(state)
  const known = (of: (details: PartyDetails) => string) =>
    parties
      .filter((details) => of(details) !== '')
      .map(
        (details) =>
          `${partyName(agreement, details.party, headName)} : ${of(details).replaceAll('\n', ', ')}`,
      )
      .join(' ; ')
  return (
    <Frame
      view={view}
      space="member"
      title={`Préparer un courrier : ${letterSubjects[kind].toLowerCase()}`}
      intro="La lettre est gardée « préparée » : aucune date ne court tant que son dépôt n’est pas enregistré."
      breadcrumb={crumbs(base, agreement)}
      problems={state.problems}
    >
      <Form action={documentPaths.prepare(base, agreement.id, { objet: wordOfLetter(kind) })}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <Radios {...fields('partie')} label="Partie qui écrit" choices={partyChoices(agreement, headName)} />
        <OwnFields {...props} />
        <DateField
          {...fields('date')}
          label={becomesAct(kind) ? 'Jour prévu du dépôt à La Poste' : 'Jour prévu de l’envoi'}
        />
        {becomesAct(kind) && <ReadingNote base={base} agreement={agreement.id} />}
        <FieldGroup legend="Qui écrit, à qui">
          <p>Laissez vide ce qui est déjà connu.</p>
          <TextField
            {...fields('signataire')}
            label="Nom de qui signe"
            hint={known(({ signatory }) => signatory) || undefined}
            optional
          />
          <TextField
            {...fields('qualite')}
            label="Qualité"
            hint="Présidente, directeur par délégation…"
            optional
          />
          <TextArea
            {...fields('adresse')}
            label="Adresse de l’expéditeur"
            hint={known(({ address }) => address) || undefined}
            rows={3}
            optional
          />
          <TextArea
            {...fields('destinataire')}
            label="Adresse du destinataire"
            hint={known(({ address }) => address) || undefined}
            rows={3}
            optional
          />
          <TextField {...fields('ville')} label="Fait à" width="medium" optional />
        </FieldGroup>
        <Actions>
          <Button>Préparer la lettre</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function OwnFields(props: LetterFormProps) {
  const { agreement, view, kind, read, state } = props
  const fields = fieldsOf(state)
  switch (kind) {
    case 'formal_notice':
      return (
        <>
          <Grounds
            {...props}
            label="Manquements reprochés"
            hint="Citez les articles. Un paragraphe par ligne."
          />
          <ScopeFields {...props} />
        </>
      )
    case 'termination':
      return (
        <>
          <Radios
            {...fields('mise')}
            label="Mise en demeure restée sans effet"
            choices={noticeChoices(
              agreement,
              correspondence(agreement, read).filter(({ act }) => purposeOf(act) === 'formal_notice'),
              view.network.headName,
            )}
          />
          <ScopeFields {...props} />
          <Grounds {...props} label="Ce qui n’a pas été réparé" hint="Un paragraphe par ligne." optional />
        </>
      )
    case 'dispute':
      return <Grounds {...props} label="Objet du désaccord" hint="Un paragraphe par ligne." />
    case 'request_answer':
      return <Request {...props} />
    default:
      return null
  }
}

function Grounds({
  state,
  label,
  hint,
  optional = false,
}: LetterFormProps & { label: string; hint: string; optional?: boolean }) {
  return <TextArea {...fieldsOf(state)('motifs')} label={label} hint={hint} rows={6} optional={optional} />
}

function Request({ agreement, read, view, state }: LetterFormProps) {
  if (read.amendmentRequests.length === 0) {
    return (
      <Notice state="info" title="Aucune demande d’avenant n’est enregistrée">
        <p>
          Enregistrez d’abord la demande reçue, avec son jour d’arrivée : la réponse dira si elle est à temps.
        </p>
      </Notice>
    )
  }
  return (
    <Radios
      {...fieldsOf(state)('demande')}
      label="Demande à laquelle vous répondez"
      choices={read.amendmentRequests.map(({ name, from, arrivedOn, inTime }) => ({
        value: name,
        label: `Arrivée le ${formatDay(arrivedOn)}, de ${partyName(agreement, from, view.network.headName)}`,
        hint: inTime ? 'Dans le délai.' : 'Hors délai.',
      }))}
    />
  )
}

export function crumbs(base: string, agreement: Agreement) {
  return [
    { label: 'Conventions', href: paths.agreements(base) },
    { label: agreement.reference, href: paths.agreement(base, agreement.id) },
  ]
}
