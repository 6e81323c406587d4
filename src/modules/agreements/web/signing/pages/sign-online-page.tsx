import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { flagSentence } from '../../../../identity/index.ts'
import type { SigningDocument } from '../../../data/sealed-documents.store.ts'
import type { SigningCode } from '../../../data/signings.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import { readText } from '../../../domain/signed-text.ts'
import { CODE_MINUTES } from '../../../domain/signing-code.ts'
import type { CalledSigner, SigningState } from '../../../use-cases/signing/signing-state.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { type SealKind, sealSentence } from '../seal-wording.ts'
import { sealedPaths } from '../sealed-paths.ts'
import { signingPaths } from '../signing-paths.ts'
import { DECLARATIONS, SIGNATURE_LEVEL } from '../signing-wording.ts'
import { Fingerprint, SignedTextView } from './signed-text.tsx'

interface SignOnlineProps {
  view: View
  agreement: Agreement
  signing: SigningState
  /** Why the reader cannot sign now, in a sentence; null when they may. */
  obstacle: string | null
  hasSigned: boolean
  /** A code already sent that may still be typed. */
  code: SigningCode | null
  /** Whose seal follows the signature; null: none. */
  seal: SealKind | null
  state: FormState
}

/** The whole text first, then what the signer declares, then the code. */
export function SignOnlinePage(props: SignOnlineProps) {
  const { view, agreement, signing, obstacle, hasSigned, state } = props
  const { base } = view.network
  const back = paths.agreement(base, agreement.id)
  const { own } = signing
  return (
    <Frame
      view={view}
      space="member"
      title="Signer en ligne"
      heading={`Signer la convention ${agreement.reference}`}
      intro={
        obstacle
          ? undefined
          : 'Lisez le texte entier ; votre signature est en bas de la page. Vous pouvez aussi refuser, en disant pourquoi.'
      }
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      {obstacle && state.problems.length === 0 && (
        <Notice state="info" title={obstacle}>
          <p>
            <a href={back}>Revenir à la convention</a>
          </p>
          {hasSigned && (
            <p>
              <a href={signingPaths.evidences(base, agreement.id)}>Voir la preuve de votre signature</a>
            </p>
          )}
        </Notice>
      )}
      {own && signing.signing && (
        <>
          <Signer
            view={view}
            own={own}
            agreement={agreement}
            fingerprint={signing.signing.fingerprint}
            document={signing.document}
          />
          <SignedTextView text={readText(signing.signing.content)} />
          {!obstacle && <Declarations {...props} fingerprint={signing.signing.fingerprint} />}
          {!obstacle && <Code {...props} fingerprint={signing.signing.fingerprint} />}
          {own.standing !== 'declined' && own.standing !== 'signed' && (
            <section aria-labelledby="refuser">
              <h2 id="refuser">Vous ne voulez pas signer ?</h2>
              <p>
                <ButtonLink look="plain" href={signingPaths.decline(base, agreement.id)}>
                  Refuser de signer
                </ButtonLink>
              </p>
            </section>
          )}
        </>
      )}
    </Frame>
  )
}

interface SignerProps {
  view: View
  own: CalledSigner
  agreement: Agreement
  fingerprint: string
  document: SigningDocument | null
}

function Signer({ view: { network, today }, own, agreement, fingerprint, document }: SignerProps) {
  const { capacity, flags, call } = own
  return (
    <>
      <SummaryList
        rows={[
          { term: 'Au nom de', value: partyName(agreement, call.party, network.headName) },
          {
            term: 'Vous signez en qualité de',
            value: capacity && (
              <>
                {capacity.holderName}, {capacity.quality}
                {capacity.giver && `, par délégation de ${capacity.giver.name}, ${capacity.giver.quality}`}
              </>
            ),
          },
          { term: 'Empreinte du texte', value: <Fingerprint value={fingerprint} /> },
          {
            term: 'Le même texte en PDF',
            value: document ? (
              <>
                <p>
                  <a href={sealedPaths.toSign(network.base, agreement.id)}>Télécharger le PDF à signer</a>
                </p>
                <Fingerprint value={document.sha256} />
              </>
            ) : (
              'En préparation : il sera ici dans une minute.'
            ),
          },
        ]}
      />
      {capacity && flags.length > 0 && (
        <Notice state="warning" title="Votre signature comptera, et sera signalée aux deux parties">
          {flags.map((flag) => (
            <p>{flagSentence(flag, capacity, today)}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

function Declarations({
  view,
  agreement,
  code,
  seal,
  state,
  fingerprint,
}: SignOnlineProps & { fingerprint: string }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <section aria-labelledby="declarer">
      <h2 id="declarer">1. Déclarer et recevoir un code</h2>
      <p>{SIGNATURE_LEVEL}</p>
      <p>{sealSentence(seal)}</p>
      <Form action={signingPaths.code(base, agreement.id)} label="Recevoir un code">
        <input type="hidden" name="empreinte" value={fingerprint} />
        <Checkbox
          name="lu"
          label={DECLARATIONS.lu}
          error={problemOf(problems, 'lu')}
          checked={values.lu === 'oui'}
        />
        <Checkbox
          name="engage"
          label={DECLARATIONS.engage}
          error={problemOf(problems, 'engage')}
          checked={values.engage === 'oui'}
        />
        <Actions>
          <Button look={code ? 'plain' : 'main'}>
            {code ? 'Recevoir un nouveau code' : 'Recevoir mon code par courriel'}
          </Button>
        </Actions>
      </Form>
    </section>
  )
}

function Code({ view, agreement, code, state, fingerprint }: SignOnlineProps & { fingerprint: string }) {
  if (!code) return null
  return (
    <section aria-labelledby="signer">
      <h2 id="signer">2. Taper le code et signer</h2>
      <p>
        Un code à 6 chiffres vient de partir vers votre adresse de courriel. Il sert une seule fois, pendant{' '}
        {CODE_MINUTES} minutes. Une signature donnée ne se reprend pas.
      </p>
      <Form action={signingPaths.sign(view.network.base, agreement.id)} label="Signer">
        <input type="hidden" name="empreinte" value={fingerprint} />
        <TextField
          name="code"
          label="Code reçu par courriel"
          hint="6 chiffres"
          error={problemOf(state.problems, 'code')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
        />
        <Actions>
          <Button>Signer la convention</Button>
        </Actions>
      </Form>
    </section>
  )
}
