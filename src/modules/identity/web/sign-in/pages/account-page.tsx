import { Frame, menuSite } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { Actor } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { LinkList, type LinkListItem } from '../../../../../ui/link-list.tsx'
import { MenuList } from '../../../../../ui/member-page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { roleNames } from '../../../domain/members/roles.ts'
import { proConnectPaths } from '../../factors/proconnect-paths.ts'
import { paths } from '../../paths.ts'
import { accountPaths } from '../account-paths.ts'

export interface OwnAccount {
  name: string
  email: string
  phone: string
  hasPassword: boolean
  isLinkedToProConnect: boolean
  /** Open sessions, this one included. */
  sessions: number
}

interface AccountProps {
  view: View
  actor: Actor
  account: OwnAccount
  /** Other pages of the account. */
  entries: readonly LinkListItem[]
}

/** What we know of a person, what protects their account, and where to change it. */
export function AccountPage({ view, actor, account, entries }: AccountProps) {
  const { base } = view.network
  return (
    <Frame view={view} space="member" title="Votre compte">
      {actor.kind !== 'member' && (
        <Notice state="info" title={`Vous n’agissez pour aucune structure dans ${view.network.name}`}>
          <p>
            Votre compte reste à vous. Pour entrer dans l’espace membres, demandez une invitation à la
            personne qui anime le réseau.
          </p>
        </Notice>
      )}
      <h2>Vous</h2>
      <SummaryList
        rows={[
          { term: 'Nom', value: account.name, act: change('le nom', accountPaths.identity(base)) },
          {
            term: 'Téléphone',
            value: account.phone || 'Non indiqué',
            act: change('le téléphone', accountPaths.identity(base)),
          },
          ...(actor.kind === 'member'
            ? [
                { term: 'Vous agissez pour', value: actor.organisationName },
                { term: 'Rôle', value: roleNames[actor.role] },
              ]
            : []),
          { term: 'Réseau', value: view.network.name },
        ]}
      />
      <h2>Connexion et sécurité</h2>
      <SummaryList
        rows={[
          {
            term: 'Adresse de courriel',
            value: account.email,
            act: change('l’adresse de courriel', accountPaths.email(base)),
          },
          {
            term: 'Mot de passe',
            value: account.hasPassword ? 'Choisi' : 'Aucun : vous entrez sans mot de passe',
            act: {
              label: account.hasPassword ? 'Changer' : 'Choisir',
              about: account.hasPassword ? 'le mot de passe' : 'un mot de passe',
              href: accountPaths.password(base),
            },
          },
          ...(account.isLinkedToProConnect
            ? [
                {
                  term: 'ProConnect',
                  value: 'Relié',
                  act: { label: 'Délier', about: 'ProConnect', href: proConnectPaths.own(base) },
                },
              ]
            : []),
          {
            term: 'Appareils connectés',
            value: plural(account.sessions, 'appareil, celui-ci', 'appareils, dont celui-ci'),
            act: { label: 'Voir', about: 'les appareils connectés', href: accountPaths.sessions(base) },
          },
        ]}
      />
      {entries.length > 0 && <LinkList items={entries} />}
      <div data-island="client/forget-kept" data-when="sent">
        <Form action={paths.signOut(base)}>
          <Button look="plain">Se déconnecter</Button>
        </Form>
      </div>
    </Frame>
  )
}

function change(about: string, href: string) {
  return { label: 'Changer', about, href }
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
