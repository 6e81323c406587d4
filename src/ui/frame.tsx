import type { Child } from 'hono/jsx'
import { Breadcrumb } from './breadcrumb.tsx'
import type { Link, Site } from './site.ts'

export interface PageProps {
  title: string
  /** The h1, when it differs from the title of the window. */
  heading?: Child
  /** A few words above the h1: what kind of thing this is, its number. */
  kicker?: Child
  /** The first sentence: what to do here. */
  intro?: Child
  /** What the page is made for, on a band with the title: the search of a home page. */
  opening?: Child
  breadcrumb?: readonly Link[] | undefined
  /** The main act: top right on wide screens, under the title on phones. */
  act?: Child
  failed?: boolean | undefined
  /** Before the title: a banner, the error summary. */
  before?: Child
  /** `text` (default): lines of a comfortable length. `full`: tables, list and map. */
  width?: 'text' | 'full' | undefined
  styles?: readonly string[] | undefined
  head?: Child
  children?: Child
}

/** Name, logo and main navigation of the network. */
export function Masthead({ site }: { site: Site }) {
  return (
    <header class="masthead">
      <div class="masthead-in">
        <a class="masthead-name" href={site.home}>
          {site.logo ? (
            <img class="masthead-logo" src={site.logo} alt="" width="44" height="44" />
          ) : (
            <span class="masthead-logo masthead-initials" aria-hidden="true">
              {site.initials}
            </span>
          )}
          <span>{site.name}</span>
        </a>
        <nav class="masthead-nav" aria-label="Navigation principale">
          <NavList links={site.nav} />
        </nav>
      </div>
    </header>
  )
}

/** The one main landmark: banner or errors, title, act, introduction, then the page. */
export function Main({ page }: { page: PageProps }) {
  const { opening, before, width = 'text', children } = page
  return (
    <main class={`main main-${width}`} id="contenu" tabindex={-1}>
      {before}
      {opening ? (
        <div class="opening">
          <PageHead page={page} />
          {opening}
        </div>
      ) : (
        <PageHead page={page} />
      )}
      {children}
    </main>
  )
}

function PageHead({ page }: { page: PageProps }) {
  const { title, heading = title, kicker, intro, act } = page
  return (
    <>
      <div class="page-head">
        <div class="page-title">
          {kicker && <p class="kicker">{kicker}</p>}
          <h1>{heading}</h1>
        </div>
        {act && <div class="page-act">{act}</div>}
      </div>
      {intro && <p class="intro">{intro}</p>}
    </>
  )
}

export function Footer({ site }: { site: Site }) {
  return (
    <footer class="footer">
      <div class="footer-in">
        <p class="footer-name">{site.name}</p>
        <nav aria-label="Pied de page">
          <NavList links={site.footer} />
        </nav>
      </div>
    </footer>
  )
}

export function PageBreadcrumb({ page }: { page: PageProps }) {
  return <Breadcrumb links={page.breadcrumb ?? []} />
}

export function NavList({ links }: { links: readonly Link[] }) {
  return (
    <ul class="nav-list">
      {links.map(({ label, href, current }) => (
        <li>
          <a href={href} aria-current={current ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
