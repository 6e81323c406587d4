import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { cardPaths } from '../cards.paths.ts'

/** What taking the card back does, before it is done. DIR-79. */
export function RemovalPage({ view }: { view: View }) {
  const { base, name } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Retirer toute votre fiche"
      intro={`Plus rien de vous n’est montré dans ${name}, tout de suite et partout : annuaire, pages des lieux, recherche, fichiers.`}
      breadcrumb={[
        { label: 'Votre compte', href: `${base}/compte` },
        { label: 'Votre fiche dans l’annuaire', href: cardPaths.own(base) },
      ]}
    >
      <p>
        Votre photo, votre présentation, vos compétences, vos langues et vos disponibilités sont effacées.
        Votre compte et votre travail dans vos lieux ne changent pas. Vous pourrez écrire une nouvelle fiche.
      </p>
      <Form action={cardPaths.removal(base)}>
        <Actions>
          <Button look="danger">Retirer toute ma fiche</Button>
          <a href={cardPaths.own(base)}>La garder</a>
        </Actions>
      </Form>
    </Frame>
  )
}
