import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import { proConnectPaths } from '../proconnect-paths.ts'

interface ProConnectProps {
  view: View
  title: string
  text: string
}

/** ProConnect opened nothing: why, and the way on. */
export function ProConnectProblemPage({ view, title, text }: ProConnectProps) {
  return (
    <Frame view={view} title={title} intro={text}>
      <ButtonLink href={paths.signIn(view.network.base)}>Choisir une façon de se connecter</ButtonLink>
    </Frame>
  )
}

/**
 * After sign-out, on the way to ProConnect. A page, and not a redirect: a browser does not let a form of ours lead to
 * another site.
 */
export function LeaveProConnectPage({ view, address }: { view: View; address: string }) {
  return (
    <Frame
      view={view}
      title="Vous êtes déconnecté"
      intro="Il reste à fermer votre session ProConnect : la page s’ouvre d’elle-même. Sur un poste partagé, ne partez pas avant."
      head={<meta http-equiv="refresh" content={`0; url=${address}`} />}
    >
      <ButtonLink href={address}>Fermer ma session ProConnect</ButtonLink>
    </Frame>
  )
}

export function LeftPage({ view }: { view: View }) {
  return (
    <Frame
      view={view}
      title="Vous êtes déconnecté"
      intro="Votre session est fermée. Vous pouvez quitter cette page."
    >
      <ButtonLink href={`${view.network.base}/`}>Aller à l’accueil</ButtonLink>
    </Frame>
  )
}

/** What the link gives, and the way to undo it. */
export function OwnProConnectPage({ view, isLinked }: { view: View; isLinked: boolean }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="ProConnect et votre compte"
      intro={
        isLinked
          ? 'Votre compte est relié à ProConnect : l’identité de votre organisme suffit pour entrer.'
          : 'Votre compte n’est pas relié à ProConnect. Il le sera la première fois que vous entrerez avec ProConnect, sous la même adresse de courriel.'
      }
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
    >
      {isLinked ? (
        <>
          <ul>
            <li>Délié, votre compte s’ouvre toujours avec un lien reçu par courriel.</li>
            <li>Si vous entrez de nouveau avec ProConnect sous la même adresse, il sera relié de nouveau.</li>
            <li>Un courriel vous confirme le changement.</li>
          </ul>
          <Form action={proConnectPaths.own(base)}>
            <Actions>
              <Button>Délier mon compte de ProConnect</Button>
              <a href={paths.account(base)}>Annuler</a>
            </Actions>
          </Form>
        </>
      ) : (
        <ButtonLink href={paths.account(base)}>Revenir à votre compte</ButtonLink>
      )}
    </Frame>
  )
}
