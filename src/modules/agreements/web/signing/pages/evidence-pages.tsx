import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { SealedDocument } from '../../../data/sealed-documents.store.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { readText } from '../../../domain/signed-text.ts'
import type { SignatureProof } from '../../../use-cases/signing/check-evidence.ts'
import { evidenceDigest } from '../../../use-cases/signing/evidence-digest.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { type SealKind, sealSentence } from '../seal-wording.ts'
import { signatureSentences } from '../signature-wording.ts'
import { signingPaths } from '../signing-paths.ts'
import { SIGNATURE_LEVEL } from '../signing-wording.ts'
import { OriginalFields } from './original-fields.tsx'
import { SealedDocuments } from './sealed-documents.tsx'
import { Fingerprint, SignedTextView } from './signed-text.tsx'

interface EvidencesProps {
  view: View
  agreement: Agreement
  proofs: readonly SignatureProof[]
  /** Fingerprint of the text as it reads now. */
  shown: string
  documents: readonly SealedDocument[]
  seal: SealKind | null
}

/** Is the text shown the one signed? Computed again at each opening. */
export function EvidencesPage({ view, agreement, proofs, shown, documents, seal }: EvidencesProps) {
  const { base, headName } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Preuves de signature"
      intro="L’empreinte de chaque texte signé est recalculée à l’ouverture de cette page."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      <SummaryList
        rows={[{ term: 'Empreinte du texte d’aujourd’hui', value: <Fingerprint value={shown} /> }]}
      />
      {proofs.length === 0 && (
        <EmptyState title="Personne n’a encore signé">
          Chaque signature laissera ici sa preuve : qui, pour qui, en quelle qualité, quand, et quel texte.
        </EmptyState>
      )}
      {proofs.map((proof) => (
        <section aria-labelledby={`signature-${proof.act.seq}`}>
          <h2 id={`signature-${proof.act.seq}`}>{partyName(agreement, proof.act.party, headName)}</h2>
          <Verdict proof={proof} />
          <p>
            {proof.act.capacity}, le {formatDay(proof.act.occurredOn)}.{' '}
            <a href={signingPaths.evidence(base, agreement.id, proof.act.id)}>
              Voir la preuve<span class="visually-hidden"> de cette signature</span>
            </a>
          </p>
        </section>
      ))}
      <SealedDocuments view={view} agreement={agreement} documents={documents} />
      <p class="muted">
        {SIGNATURE_LEVEL} {sealSentence(documents.at(-1)?.seal ?? seal)}
      </p>
    </Frame>
  )
}

function Verdict({ proof: { evidence, elsewhere, isIntact, isShown } }: { proof: SignatureProof }) {
  if (elsewhere) {
    return (
      <p>
        <Tag state="neutral">Hors de l’application</Tag> Le fichier signé fait foi : il commence par les
        octets du document approuvé. La plateforme ne juge pas son certificat.
      </p>
    )
  }
  if (!evidence) {
    return (
      <p>
        <Tag state="neutral">Sur papier</Tag> L’original fait foi : il n’a pas d’empreinte à vérifier.
      </p>
    )
  }
  if (!isIntact) {
    return (
      <Notice state="danger" title="Non : le texte gardé n’est pas celui qui a été signé">
        <p>Il a été modifié après la signature. Prévenez la personne qui administre la plateforme.</p>
      </Notice>
    )
  }
  if (!isShown) {
    return (
      <Notice state="warning" title="Le texte affiché aujourd’hui diffère de celui qui a été signé">
        <p>
          Le texte signé est intact et se lit dans la preuve. Un nom ou une adresse a pu changer depuis :
          c’est le texte signé qui engage les parties.
        </p>
      </Notice>
    )
  }
  return (
    <p>
      <Tag state="positive">Vérifié</Tag> Oui : le texte affiché est celui qui a été signé.
    </p>
  )
}

interface EvidenceProps {
  view: View
  agreement: Agreement
  proof: SignatureProof
  /** The reader may add the scan, or a ratification. */
  mayManage: boolean
  state: FormState
}

export function EvidencePage({ view, agreement, proof, mayManage, state }: EvidenceProps) {
  const { base, headName } = view.network
  const { act, evidence, elsewhere, originals, ratification } = proof
  const flags = signatureSentences(proof)
  const who = partyName(agreement, act.party, headName)
  return (
    <Frame
      view={view}
      space="member"
      title={`Preuve de la signature : ${who}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Preuves de signature', href: signingPaths.evidences(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      <Verdict proof={proof} />
      {flags.length > 0 && (
        <Notice state="warning" title="À confirmer par les parties">
          {flags.map((sentence) => (
            <p>{sentence}</p>
          ))}
          {mayManage && !ratification && act.delegation && (
            <p>
              <a href={signingPaths.ratification(base, agreement.id, act.id)}>Enregistrer une ratification</a>
            </p>
          )}
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Pour', value: who },
          { term: 'Signataire', value: act.capacity },
          {
            term: 'Date',
            value: evidence
              ? `${formatMoment(evidence.code_typed_at)} (heure de Paris)`
              : formatDay(act.occurredOn),
          },
          { term: 'Connue de la plateforme le', value: formatMoment(act.recordedAt) },
          ...(evidence ? onlineRows(evidence) : []),
          ...(elsewhere
            ? [
                {
                  term: 'Fichier signé',
                  value: (
                    <>
                      <p>
                        <a href={signingPaths.document(base, agreement.id, act.id, elsewhere.id)}>
                          {elsewhere.file_name}
                        </a>
                      </p>
                      <Fingerprint value={elsewhere.sha256} />
                    </>
                  ),
                },
              ]
            : []),
          ...(originals.length > 0 ? originalRows(base, agreement, proof) : []),
          ...(ratification
            ? [
                {
                  term: 'Ratification',
                  value: (
                    <>
                      Le {ratification.act.occurredOn && formatDay(ratification.act.occurredOn)}.{' '}
                      {ratification.document && (
                        <a href={signingPaths.document(base, agreement.id, act.id, ratification.document.id)}>
                          Télécharger l’acte
                        </a>
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {evidence && <p class="muted">{SIGNATURE_LEVEL}</p>}
      {mayManage && !evidence && !elsewhere && (
        <section aria-labelledby="joindre">
          <h2 id="joindre">
            {originals.length > 0 ? 'Joindre un meilleur scan' : 'Joindre le scan de l’original'}
          </h2>
          <Form action={signingPaths.original(base, agreement.id, act.id)} upload>
            <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
            <OriginalFields {...state} />
            <Actions>
              <Button look="plain">Joindre l’original</Button>
            </Actions>
          </Form>
        </section>
      )}
      {evidence && (
        <section aria-labelledby="texte">
          <h2 id="texte">Le texte signé</h2>
          <SignedTextView text={readText(evidence.content)} />
        </section>
      )}
      <p>
        <ButtonLink look="plain" href={paths.agreement(base, agreement.id)}>
          Revenir à la convention
        </ButtonLink>
      </p>
    </Frame>
  )
}

function onlineRows(evidence: NonNullable<SignatureProof['evidence']>): SummaryRow[] {
  return [
    { term: 'Compte', value: `${evidence.signer_name}, pour ${evidence.organisation_name}` },
    {
      term: 'A déclaré',
      value: evidence.declared.map((sentence) => <p>{sentence}</p>),
    },
    {
      term: 'Code par courriel',
      value: `Demandé le ${formatMoment(evidence.code_sent_at)}, tapé le ${formatMoment(evidence.code_typed_at)}`,
    },
    {
      term: 'Depuis',
      value:
        [evidence.address && `réseau ${evidence.address}`, evidence.user_agent].filter(Boolean).join(', ') ||
        'Non transmis',
    },
    { term: 'Empreinte du texte signé', value: <Fingerprint value={evidence.fingerprint} /> },
    {
      term: 'Empreinte de cette preuve, écrite dans le sceau',
      value: <Fingerprint value={evidenceDigest(evidence)} />,
    },
  ]
}

function originalRows(base: string, agreement: Agreement, { act, originals }: SignatureProof): SummaryRow[] {
  return originals.flatMap((one): SummaryRow[] => [
    {
      term: 'Scan de l’original',
      value: (
        <>
          <a href={signingPaths.document(base, agreement.id, act.id, one.id)}>{one.file_name}</a>, joint le{' '}
          {formatMoment(one.added_at)}
          <Fingerprint value={one.sha256} />
        </>
      ),
    },
    ...(one.kept_by_head ? [{ term: 'Original du chef de file', value: one.kept_by_head }] : []),
    ...(one.kept_by_partner ? [{ term: 'Original du co-contractant', value: one.kept_by_partner }] : []),
  ])
}
