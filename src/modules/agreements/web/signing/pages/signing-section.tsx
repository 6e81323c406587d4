import type { View } from '../../../../../platform/http/page.tsx'
import { opensTo } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { type State, Tag } from '../../../../../ui/tag.tsx'
import { type Agreement, isDraft, lastSeq } from '../../../domain/agreement.ts'
import type { AgreementState } from '../../../domain/state.ts'
import type { CalledSigner, SigningState } from '../../../use-cases/signing/signing-state.ts'
import { partyName } from '../../parties.ts'
import { policy } from '../../policy.ts'
import { callSentence } from '../call-wording.ts'
import { sealedPaths } from '../sealed-paths.ts'
import { signingPaths } from '../signing-paths.ts'
import { Fingerprint } from './signed-text.tsx'

interface SigningSectionProps {
  view: View
  agreement: Agreement
  state: AgreementState
  signing: SigningState
}

const STANDINGS: Record<CalledSigner['standing'], { state: State; word: string }> = {
  called: { state: 'warning', word: 'Appelé à signer' },
  waiting: { state: 'pending', word: 'Attend son tour' },
  signed: { state: 'positive', word: 'A signé' },
  declined: { state: 'danger', word: 'Refuse de signer' },
}

/** Where the signatures stand: who is called, who signed, who refused, and what the reader may do about it. */
export function SigningSection({ view, agreement, state, signing: found }: SigningSectionProps) {
  const { base, headName } = view.network
  const { signing, signers, declined, own } = found
  const mayManage = opensTo(view, policy.manage)
  const hasSignature = !isDraft(agreement)
  if (!signing && declined.length === 0 && !hasSignature && !mayManage) return null
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">Signatures</h2>
      {declined.map(({ party, act }) => (
        <Notice state="danger" title={`${partyName(agreement, party, headName)} refuse de signer`}>
          {act && (
            <p>
              Le {formatDay(act.occurredOn)} : « {act.reason ?? ''} »
            </p>
          )}
          {signing && (mayManage || own?.call.party === party) && (
            <PressButton agreement={agreement} action={signingPaths.reopen(base, agreement.id)}>
              Rouvrir la signature
            </PressButton>
          )}
        </Notice>
      ))}
      {signing && (
        <>
          <p>
            Le texte est figé depuis le {formatMoment(signing.openedAt)} : il ne change plus tant que la
            signature en ligne est ouverte.
          </p>
          <SummaryList
            rows={[
              ...signers.map((signer) => ({
                term: partyName(agreement, signer.call.party, headName),
                value: <SignerLine signer={signer} />,
              })),
              { term: 'Empreinte du texte', value: <Fingerprint value={signing.fingerprint} /> },
              ...(found.document && opensTo(view, policy.readEvidence)
                ? [
                    {
                      term: 'Document à signer',
                      value: (
                        <>
                          <p>
                            <a href={sealedPaths.toSign(base, agreement.id)}>Télécharger le PDF à signer</a>
                          </p>
                          <Fingerprint value={found.document.sha256} />
                        </>
                      ),
                    },
                  ]
                : []),
              { term: 'Appel à signer', value: callSentence(signing, agreement, view.today) },
            ]}
          />
        </>
      )}
      {hasSignature && opensTo(view, policy.readEvidence) && (
        <p>
          <a href={signingPaths.evidences(base, agreement.id)}>Voir et vérifier les preuves de signature</a>
        </p>
      )}
      {mayManage && signing && (
        <ul>
          <li>
            <a href={signingPaths.call(base, agreement.id)}>Prolonger l’appel ou changer les rappels</a>
          </li>
          <li>
            <a href={signingPaths.elsewhere(base, agreement.id)}>Déposer un PDF signé ailleurs</a> (parapheur,
            prestataire de signature)
          </li>
        </ul>
      )}
      {mayManage && signing && (
        <PressButton agreement={agreement} action={signingPaths.close(base, agreement.id)}>
          Fermer la signature en ligne et reprendre le texte
        </PressButton>
      )}
      {mayManage && !signing && state.missingSignatures.length > 0 && (
        <p>
          <ButtonLink look="plain" href={signingPaths.open(base, agreement.id)}>
            Ouvrir la signature en ligne
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function SignerLine({ signer: { capacity, standing } }: { signer: CalledSigner }) {
  const { state, word } = STANDINGS[standing]
  return (
    <>
      <Tag state={state}>{word}</Tag> {capacity && `${capacity.holderName}, ${capacity.quality}`}
    </>
  )
}

function PressButton({
  agreement,
  action,
  children,
}: {
  agreement: Agreement
  action: string
  children: string
}) {
  return (
    <Form action={action}>
      <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
      <Button look="plain">{children}</Button>
    </Form>
  )
}
