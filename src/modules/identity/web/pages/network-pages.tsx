import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'

interface NetworkProps {
  view: View
  /** The other networks of the installation. */
  others: readonly { slug: string; name: string; head_name: string }[]
}

export function NetworkPage({ view, others }: NetworkProps) {
  const { network } = view
  return (
    <Frame view={view} title="Le réseau" intro={network.tagline || `Le réseau de ${network.headName}.`}>
      <p>
        {network.name} réunit des lieux où l’on vous aide avec le numérique. Il est animé par{' '}
        {network.headName}, qui signe une convention avec chaque structure et attribue ses labels.
      </p>
      {others.length > 0 && (
        <>
          <h2>Les autres réseaux</h2>
          <ul>
            {others.map((other) => (
              <li>
                <a href={`/n/${other.slug}/`}>{other.name}</a>, animé par {other.head_name}
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}

export function AccessibilityPage({ view }: { view: View }) {
  return (
    <Frame view={view} title="Accessibilité">
      <p>
        Ce site est conçu pour se lire et s’utiliser au clavier, avec un lecteur d’écran, sur un petit écran
        et sans JavaScript. Chaque page est contrôlée automatiquement selon les règles WCAG 2.2, niveau AA,
        dans le thème clair, le thème sombre et les couleurs forcées.
      </p>
      <p>
        Ces contrôles automatiques ne remplacent pas un audit : aucun audit RGAA n’a encore été mené. Si une
        page vous bloque, dites-le à {view.network.headName} : l’information vous sera donnée autrement.
      </p>
    </Frame>
  )
}
