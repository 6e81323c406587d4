import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { PublicationBasis } from '../../../data/publication.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { PublicGround } from '../../../domain/register.ts'
import { boardPaths } from '../../board/board.paths.ts'
import { paths } from '../../paths.ts'
import { publicationPaths } from '../publication.paths.ts'
import { groundSentences, NOT_LISTED } from '../publication-wording.ts'

interface PublicationProps {
  view: View
  agreement: Agreement
  publication: { ground: PublicGround | null; basis: PublicationBasis | null }
  state: FormState
}

export function PublicationPage({
  view,
  agreement,
  publication: { ground, basis },
  state,
}: PublicationProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Registre public"
      intro="Ce qui permet de montrer cette convention à tous : sa clause de communication, l’accord de l’autre partie, ou un texte."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      <p>
        <strong>{ground ? groundSentences[ground] : NOT_LISTED}</strong>{' '}
        <a href={boardPaths.register(base)}>Voir le registre</a>
      </p>
      {basis ? (
        <>
          <p>Texte enregistré : {basis.basis}</p>
          <Form action={publicationPaths.removal(base, agreement.id)}>
            <Actions>
              <Button look="plain">Retirer ce fondement</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Form action={publicationPaths.publication(base, agreement.id)}>
          <TextArea
            {...fieldsOf(state)('fondement')}
            label="Texte qui oblige ou autorise à la publier"
            hint="Article de loi ou de code, délibération : assez pour que votre service juridique le vérifie."
            rows={3}
          />
          <Actions>
            <Button>Enregistrer le fondement</Button>
            <a href={paths.agreement(base, agreement.id)}>Annuler</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
