import { Frame, menuSite } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { type Actor, personOf } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { MenuList } from '../../../../ui/member-page.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { roleNames } from '../../domain/roles.ts'
import { paths } from '../paths.ts'

export function AccountPage({ view, actor }: { view: View; actor: Actor }) {
  const person = personOf(actor)
  return (
    <Frame view={view} space="member" title="Votre compte">
      <SummaryList
        rows={[
          { term: 'Nom', value: person?.name ?? '' },
          ...(actor.kind === 'member'
            ? [
                { term: 'Vous agissez pour', value: actor.organisationName },
                { term: 'Rôle', value: roleNames[actor.role] },
              ]
            : []),
          { term: 'Réseau', value: view.network.name },
        ]}
      />
      <Form action={paths.signOut(view.network.base)}>
        <Button look="plain">Se déconnecter</Button>
      </Form>
    </Frame>
  )
}

/** The list by job as a page: what narrow screens open. */
export function MenuPage({ view }: { view: View }) {
  const site = menuSite(view)
  return (
    <Frame view={view} space="member" title="Menu">
      {site && <MenuList site={site} />}
    </Frame>
  )
}
