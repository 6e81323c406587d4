import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import type { Workplace } from '../../../use-cases/workplace.ts'
import { policy } from '../../policy.ts'
import { managingPaths } from '../managing.paths.ts'
import { ROLE_WORDS } from '../managing-wording.ts'

/** The inventories in which one has something to do. */
export function WorkPage({ view, workplaces }: { view: View; workplaces: readonly Workplace[] }) {
  const { base } = view.network
  const mayOpen = opensTo(view, policy.open)
  const opening = { label: 'Ouvrir un inventaire', href: managingPaths.opening(base) }
  return (
    <Frame
      view={view}
      space="member"
      title="Gestion du matériel"
      intro="Les inventaires dont vous vous occupez : demandes à décider, guichets, catalogue, règlement."
      act={mayOpen && workplaces.length > 0 ? opening : undefined}
    >
      {workplaces.length > 0 ? (
        <LinkList
          items={workplaces.map(({ inventory, role }) => ({
            label: inventory.name,
            href: managingPaths.inventory(base, inventory.id),
            hint: `Votre rôle : ${ROLE_WORDS[role]}`,
          }))}
        />
      ) : (
        <EmptyState
          title="Vous ne vous occupez d’aucun inventaire"
          act={mayOpen ? <ButtonLink href={opening.href}>{opening.label}</ButtonLink> : undefined}
        >
          {mayOpen
            ? 'Un inventaire réunit le matériel que votre structure prête, ses guichets et son règlement.'
            : 'Une personne responsable d’un inventaire peut vous y donner un rôle.'}
        </EmptyState>
      )}
    </Frame>
  )
}
