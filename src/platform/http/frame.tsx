import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { PageProps } from '../../ui/frame.tsx'
import { MemberPage } from '../../ui/member-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import type { Link, MemberSite, Site } from '../../ui/site.ts'
import type { Member } from '../session/actor.ts'
import type { Problem } from './form.ts'
import type { NavigationEntry } from './navigation.ts'
import type { View } from './page.tsx'

interface FrameProps
  extends Pick<PageProps, 'title' | 'heading' | 'kicker' | 'intro' | 'breadcrumb' | 'width' | 'head'> {
  view: View
  /** `member`: with the list by job. Public pages stay public, whoever reads them. */
  space?: 'public' | 'member'
  /** The main act of the page; an element when a link is not enough. */
  act?: Link | Child
  /** What is wrong with the form below: shown above the title, and in the title of the window. */
  problems?: readonly Problem[]
  /** Adds the map's sheet. */
  map?: boolean
  children?: Child
}

/** The page around every content: the network's name and colours, its navigation, the notice of the last act. */
export function Frame({ view, space = 'public', act, problems = [], map, ...page }: FrameProps) {
  const props = {
    ...page,
    act: isLink(act) ? <ButtonLink href={act.href}>{act.label}</ButtonLink> : act,
    failed: problems.length > 0,
    before: (
      <>
        <ErrorSummary problems={problems} />
        {view.notice && <Notice state="positive" title={view.notice} live />}
      </>
    ),
    styles: map ? view.assets.mapStyles : [],
  }
  const { actor } = view
  if (space === 'member' && actor.kind === 'member')
    return <MemberPage site={memberSite(view, actor)} {...props} />
  return <PublicPage site={publicSite(view)} {...props} />
}

function publicSite(view: View): Site {
  const { network, assets, actor } = view
  const account: Link =
    actor.kind === 'member'
      ? { label: 'Espace membres', href: `${network.base}/aujourdhui` }
      : { label: 'Se connecter', href: `${network.base}/connexion` }
  return {
    name: network.name,
    home: `${network.base}/`,
    initials: initials(network.name),
    themeHref: network.themeSheet,
    styles: assets.styles,
    scripts: [assets.script],
    nav: [...links(view, 'public'), account],
    footer: [
      { label: 'Accessibilité', href: `${network.base}/accessibilite` },
      { label: 'Vie privée', href: `${network.base}/vie-privee` },
    ],
  }
}

function memberSite(view: View, member: Member): MemberSite {
  const { network } = view
  return {
    ...publicSite(view),
    jobs: links(view, 'member'),
    menuHref: `${network.base}/menu`,
    actingFor: { name: member.organisationName },
    account: { label: member.name, href: `${network.base}/compte` },
  }
}

export function menuSite(view: View): MemberSite | null {
  return view.actor.kind === 'member' ? memberSite(view, view.actor) : null
}

function links({ navigation, network, path }: View, frame: 'public' | 'member'): Link[] {
  const own = navigation.filter((entry) => entry.frame === frame)
  const pathOf = (entry: NavigationEntry) => entry.href('').split('?')[0] ?? ''
  // The most precise entry wins: on /lieux/imports, « Imports » and not « Lieux ».
  const current = navigation
    .map(pathOf)
    .filter((href) => href !== '/' && (path === href || path.startsWith(`${href}/`)))
    .sort((one, other) => other.length - one.length)[0]
  return own.map((entry) => ({
    label: entry.label,
    href: entry.href(network.base),
    current: pathOf(entry) === current || undefined,
  }))
}

const SMALL_WORDS = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'et', 'd’', 'en', 'aux'])

function initials(name: string): string {
  const words = name.split(/[\s’'-]+/).filter((word) => word && !SMALL_WORDS.has(word.toLowerCase()))
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

function isLink(act: Link | Child | undefined): act is Link {
  return typeof act === 'object' && act !== null && 'href' in act && 'label' in act
}
