import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'

export function PrivacyPage({ view }: { view: View }) {
  return (
    <Frame view={view} title="Vie privée">
      <p>
        Vous pouvez chercher un lieu et lire toutes les pages publiques sans compte. Elles ne déposent aucun
        témoin de connexion (cookie), ne mesurent pas votre visite et n’appellent aucun autre site.
      </p>
      <h2>Pour les membres</h2>
      <p>
        Un témoin de connexion garde votre session ouverte quatorze jours au plus ; il disparaît quand vous
        vous déconnectez. Les actes que vous enregistrez sont inscrits dans un journal avec votre nom et votre
        organisation, parce qu’ils engagent les parties à une convention.
      </p>
    </Frame>
  )
}
