import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { paths } from '../../paths.ts'

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
      intro="Il reste à fermer votre session ProConnect : la page s’ouvre d’elle-même. Sur un poste partagé, ne partez pas avant."
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
