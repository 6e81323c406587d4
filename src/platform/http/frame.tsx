import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { PageProps } from '../../ui/frame.tsx'
import { MemberPage } from '../../ui/member-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import type { Link, MemberSite, Site, SupportBannerProps } from '../../ui/site.ts'
import { type Actor, type Member, type Person, personOf } from '../session/actor.ts'
import type { Problem } from './form.ts'
import type { NavigationEntry } from './navigation.ts'
import type { View } from './page.tsx'

type Space = 'public' | 'member'

interface FrameProps
  extends Pick<PageProps, 'title' | 'heading' | 'kicker' | 'intro' | 'breadcrumb' | 'width' | 'head'> {
  view: View
  /** `member`: with the list by job. Public pages stay public, whoever reads them. */
  space?: Space
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
  const person = personOf(view.actor)
  if (space === 'member' && person) return <MemberPage site={memberSite(view, person)} {...props} />
  return <PublicPage site={publicSite(view)} {...props} />
}

function publicSite(view: View, space: Space = 'public'): Site {
  const { network, assets, actor } = view
  return {
    name: network.name,
    home: `${network.base}/`,
    logo: network.logo ?? undefined,
    initials: initials(network.name),
    themeHref: network.themeSheet,
    styles: assets.styles,
    scripts: [assets.script],
    nav: [...links(view, 'public', space), ownSpace(actor, network.base)],
    footer: [
      { label: 'Accessibilité', href: `${network.base}/accessibilite` },
      { label: 'Vie privée', href: `${network.base}/vie-privee` },
      { label: 'Données ouvertes', href: `${network.base}/donnees-ouvertes` },
    ],
    support: supportIn(view),
  }
}

function ownSpace(actor: Actor, base: string): Link {
  if (actor.kind === 'member') return { label: 'Espace membres', href: `${base}/aujourdhui` }
  if (actor.kind === 'person') return { label: 'Votre compte', href: `${base}/compte` }
  return { label: 'Se connecter', href: `${base}/connexion` }
}

function supportIn({ network, actor }: View): SupportBannerProps | undefined {
  if (actor.kind !== 'member' || !actor.impersonator) return undefined
  const { name, organisationName: organisation, impersonator } = actor
  return { name, organisation, readOnly: !impersonator.mayWrite, endHref: `${network.base}/assistance/fin` }
}

/** Whoever acts for nobody here has the same frame, without a structure nor a list by job. */
function memberSite(view: View, person: Member | Person): MemberSite {
  const { network } = view
  const isMember = person.kind === 'member'
  return {
    ...publicSite(view, 'member'),
    jobs: links(view, 'member', 'member'),
    menuHref: isMember ? `${network.base}/menu` : undefined,
    actingFor: isMember ? actingFor(view, person) : undefined,
    account: accountLink(network.base, person),
  }
}

function actingFor({ network }: View, member: Member): MemberSite['actingFor'] {
  // Support looks from one place: the other qualities are the person's own affair.
  const mayChoose = member.otherQualities > 0 && !member.impersonator
  return {
    name: member.organisationName,
    switchHref: mayChoose ? `${network.base}/compte/organisations` : undefined,
  }
}

/** An account stays closed to support: its name then leads to what is open. */
function accountLink(base: string, person: Member | Person): Link {
  const isSupport = person.kind === 'member' && person.impersonator !== null
  return { label: person.name, href: isSupport ? `${base}/menu` : `${base}/compte` }
}

export function menuSite(view: View): MemberSite | null {
  return view.actor.kind === 'member' ? memberSite(view, view.actor) : null
}

/** In the member's space, a page lies under what the member does: never under an entry of the public header. */
function links({ navigation, network, path }: View, frame: Space, space: Space): Link[] {
  const own = navigation.filter((entry) => entry.frame === frame)
  const pathOf = (entry: NavigationEntry) => entry.href('').split('?')[0] ?? ''
  // The most precise entry wins: on /lieux/imports, « Imports » and not « Lieux ».
  const section = navigation
    .filter((entry) => space === 'public' || entry.frame !== 'public')
    .flatMap((entry) => [pathOf(entry), ...(entry.sections ?? [])].map((start) => ({ entry, start })))
    .filter(({ start }) => start !== '/' && `${path}/`.startsWith(`${start}/`))
    .sort((one, other) => other.start.length - one.start.length)[0]?.entry
  // A page of settings belongs to « Réglages », wherever its address is.
  const current = section?.frame === 'settings' ? '/reglages' : section && pathOf(section)
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
