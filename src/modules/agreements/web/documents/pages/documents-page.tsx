import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { IssuedDocument } from '../../../data/issued-documents.store.ts'
import { renewalsOf } from '../../../documents/renewal-document.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { DraftedAmendment } from '../../../domain/amendment-draft.ts'
import type { PreparedLetter } from '../../../domain/prepared-letter.ts'
import { shortFingerprint } from '../../../domain/signed-text.ts'
import type { AgreementState } from '../../../domain/state.ts'
import type { ReadSignature } from '../../../use-cases/signing/signing-powers.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { issuedNames } from '../document-wording.ts'
import { documentPaths } from '../documents.paths.ts'
import { letterSubjects } from '../letter-wording.ts'

interface DocumentsProps {
  view: View
  agreement: Agreement
  state: AgreementState
  amendments: readonly DraftedAmendment[]
  signatures: readonly ReadSignature[]
  letters: readonly PreparedLetter[]
  issued: readonly IssuedDocument[]
}

/** Every document of an agreement, to read or to keep; and those already handed out. */
export function DocumentsPage(props: DocumentsProps) {
  const { view, agreement, state, issued } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Documents de la convention"
      kicker={`Convention ${agreement.reference} avec ${agreement.partner.name}`}
      intro="Chaque document se lit à l’écran, puis se télécharge en PDF. Un PDF émis est conservé : redemandé, il est le même, à l’octet près."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      <Table
        caption="Documents disponibles"
        columns={[
          { label: 'Document', header: true, cell: ({ label }) => label },
          {
            label: 'Lire',
            cell: ({ slug, label }) => (
              <a href={documentPaths.reading(base, agreement.id, slug)}>
                Lire<span class="visually-hidden"> {label}</span>
              </a>
            ),
          },
          {
            label: 'PDF',
            cell: ({ slug, label }) => (
              <a href={documentPaths.pdf(base, agreement.id, slug)}>
                Télécharger<span class="visually-hidden"> {label}</span>
              </a>
            ),
          },
        ]}
        rows={available(props)}
      />
      {state.inForce && state.termsInForce.renewal.mode !== 'tacit' && <RenewalToSign {...props} />}
      <Table
        caption="PDF émis"
        columns={[
          {
            label: 'Document',
            header: true,
            cell: ({ id, name }) => <a href={documentPaths.issued(base, agreement.id, id)}>{name}</a>,
          },
          { label: 'Nature', cell: ({ kind }) => issuedNames[kind] },
          { label: 'Émis le', cell: ({ issuedAt }) => formatMoment(issuedAt) },
          { label: 'Empreinte', cell: ({ pdfFingerprint }) => shortFingerprint(pdfFingerprint) },
        ]}
        rows={issued}
        empty={<p>Aucun PDF n’a encore été émis : téléchargez un document ci-dessus, il sera conservé.</p>}
      />
    </Frame>
  )
}

function available(props: DocumentsProps): { label: string; slug: string }[] {
  const { view, agreement, amendments, signatures, letters } = props
  const { headName } = view.network
  return [
    { label: 'Convention', slug: 'convention' },
    { label: 'Texte consolidé à ce jour', slug: 'texte-consolide' },
    { label: 'Fiche des termes et calendrier', slug: 'fiche-des-termes' },
    ...amendments.map(({ number, object }) => ({
      label: `Avenant n° ${number}, ${object}`,
      slug: `avenant-${number}`,
    })),
    ...renewalsOf(agreement).map(({ name, label }) => ({ label, slug: name })),
    ...signatures.map(({ act }) => ({
      label: `Dossier de preuve : ${partyName(agreement, act.party, headName)}, ${formatDay(act.occurredOn)}`,
      slug: `preuve-${act.id}`,
    })),
    ...letters.map(({ id, asked, preparedAt }) => ({
      label: `${letterSubjects[asked.kind]}, lettre préparée le ${formatMoment(preparedAt)}`,
      slug: `lettre-${id}`,
    })),
  ]
}

/** Nothing renews this agreement by itself: the act to print and sign, for the years the parties agree on. */
function RenewalToSign({ view, agreement }: DocumentsProps) {
  return (
    <Form
      action={documentPaths.reading(view.network.base, agreement.id, 'reconduction')}
      method="get"
      label="Acte de reconduction à signer"
    >
      <TextField
        name="duree"
        label="Acte de reconduction à signer, pour une durée de"
        inputmode="numeric"
        width="short"
        suffix="ans"
        value="1"
      />
      <Actions>
        <Button look="plain">Lire l’acte de reconduction</Button>
      </Actions>
    </Form>
  )
}
