import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { type Contact, organisationPaths } from '../../../../identity/index.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { NegotiationFrame, Seen } from './negotiation-frame.tsx'

interface SharingProps {
  view: View
  agreement: Agreement
  /** Whom the mail goes to. */
  managers: readonly Contact[]
  state: FormState
}

/** Sharing cannot be taken back: the page says who will see the draft, and what they may do. */
export function SharingPage({ view, agreement, managers, state }: SharingProps) {
  const { base } = view.network
  const { partner } = agreement
  return (
    <NegotiationFrame
      view={view}
      agreement={agreement}
      title={`Partager le projet avec ${partner.name}`}
      isInside
      state={state}
    >
      <p>
        {partner.name} pourra lire tout le projet, remplir ce qui lui est demandé, commenter chaque article et
        proposer d’autres textes. Vous ferez de même : plus aucune des deux parties ne changera un article
        seule.
      </p>
      {managers.length > 0 ? (
        <p>Un courriel part vers {managers.map(({ name, email }) => `${name} (${email})`).join(', ')}.</p>
      ) : (
        <Notice state="warning" title={`Personne n’a encore de compte pour ${partner.name}`}>
          <p>
            Aucun courriel ne partira.{' '}
            <a href={organisationPaths.organisation(base, partner.id)}>Inviter sa ou son responsable</a>
          </p>
        </Notice>
      )}
      <Form action={negotiationPaths.sharing(base, agreement.id)}>
        <Seen agreement={agreement} />
        <Actions>
          <Button>Partager le projet avec {partner.name}</Button>
          <a href={negotiationPaths.negotiation(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </NegotiationFrame>
  )
}
