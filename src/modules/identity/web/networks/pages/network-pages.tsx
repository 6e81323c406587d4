import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ofName } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import type { Relative } from '../../../data/networks/network-tree.store.ts'
import type { NetworkCard } from '../../../data/networks/networks.store.ts'

interface NetworkProps {
  view: View
  card: NetworkCard
  /** The network it is placed under, and those placed under it. */
  parent: Relative | null
  under: readonly Relative[]
}

export function NetworkPage({ view, card, parent, under }: NetworkProps) {
  const { network } = view
  return (
    <Frame view={view} title="Le réseau" intro={network.tagline || `Le réseau ${ofName(network.headName)}.`}>
      <p>
        {network.name} réunit des lieux où l’on vous aide avec le numérique. Il est animé par{' '}
        {network.headName}, qui signe une convention avec chaque structure et attribue ses labels.
      </p>
      <SummaryList
        rows={[
          { term: 'Tête de réseau', value: network.headName },
          ...(card.contactEmail
            ? [{ term: 'Contact', value: <a href={`mailto:${card.contactEmail}`}>{card.contactEmail}</a> }]
            : []),
          ...(card.dpoName || card.dpoEmail
            ? [{ term: 'Protection des données', value: <DataProtection {...card} /> }]
            : []),
          ...(parent ? [{ term: 'Fait partie de', value: <Neighbour network={parent} /> }] : []),
        ]}
      />
      <ul>
        <li>
          <a href={`${network.base}/animateurs`}>Les animatrices et animateurs du réseau</a>
        </li>
        <li>
          <a href={`${network.base}/organisations`}>Les structures et leurs compétences</a>
        </li>
        <li>
          <a href={`${network.base}/statistiques`}>Les chiffres du réseau</a>
        </li>
      </ul>
      {under.length > 0 && (
        <>
          <h2>Les réseaux qui en font partie</h2>
          <ul>
            {under.map((child) => (
              <li>
                <Neighbour network={child} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}

function DataProtection({ dpoName, dpoEmail }: NetworkCard) {
  return (
    <>
      {dpoName}
      {dpoName && dpoEmail && <br />}
      {dpoEmail && <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a>}
    </>
  )
}

function Neighbour({ network }: { network: Relative }) {
  return (
    <>
      <a href={`/n/${network.slug}/`}>{network.name}</a>, animé par {network.headName}
    </>
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
