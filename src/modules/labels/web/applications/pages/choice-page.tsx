import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDayRelative, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import type { Edition } from '../../../data/schemes/editions.store.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { applicationPaths as paths } from '../applications.paths.ts'

export interface OpenScheme {
  readonly version: SchemeVersion
  /** The campaign that takes files today; null: none, or none is needed. */
  readonly edition: Edition | null
}

/** Which label to apply for. */
export function ChoicePage({ view, schemes }: { view: View; schemes: readonly OpenScheme[] }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Choisir un label"
      intro="Vous choisirez ensuite le lieu. Rien n’est envoyé avant que vous le demandiez."
      breadcrumb={[{ label: 'Candidatures', href: paths.list(base) }]}
    >
      {schemes.length === 0 ? (
        <EmptyState title="Aucun label ne se demande par un dossier pour l’instant">
          <p>La tête de réseau publie ici les cahiers des charges de ses labels.</p>
        </EmptyState>
      ) : (
        <LinkList
          items={schemes.map(({ version, edition }) => ({
            label: version.scheme.name,
            href: paths.start(base, version.scheme.id),
            hint: hintOf(version, edition, view.today),
          }))}
        />
      )}
    </Frame>
  )
}

function hintOf({ content }: SchemeVersion, edition: Edition | null, today: View['today']): string {
  const holder = content.holderKind === 'place' ? 'Pour un lieu' : 'Pour votre collectivité'
  const asks = plural(content.criteria.length, 'critère', 'critères')
  const when =
    content.cadence === 'continuous'
      ? 'toute l’année'
      : edition
        ? `campagne « ${edition.name} » ouverte jusqu’au ${formatDayRelative(edition.closesOn, today)}`
        : 'pas de campagne ouverte : une auto-évaluation est possible'
  return `${holder}, ${asks}, ${when}.`
}
