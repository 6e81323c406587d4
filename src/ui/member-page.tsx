import { Document } from './document.tsx'
import { Footer, Main, Masthead, NavList, PageBreadcrumb, type PageProps } from './frame.tsx'
import { Icon } from './icon.tsx'
import type { MemberSite } from './site.ts'
import { SupportBanner } from './support-banner.tsx'

/** A page of the members' space: the same header, the organisation one acts for, the list by job. */
export function MemberPage({ site, ...page }: PageProps & { site: MemberSite }) {
  return (
    <Document
      site={site}
      title={page.title}
      failed={page.failed}
      frame="member"
      styles={page.styles}
      head={page.head}
    >
      <SupportBanner support={site.support} />
      <Masthead site={site} />
      <ActingFor site={site} />
      <div class="page page-member">
        {site.jobs.length > 0 && (
          <nav class="side-nav" aria-label="Espace membres">
            <NavList links={site.jobs} />
          </nav>
        )}
        <div class="page-body">
          <PageBreadcrumb page={page} />
          <Main page={page} />
        </div>
      </div>
      <Footer site={site} />
    </Document>
  )
}

function ActingFor({ site }: { site: MemberSite }) {
  const { actingFor, account, menuHref } = site
  return (
    <div class="acting">
      <div class="acting-in">
        {actingFor && (
          <p class="acting-for">
            Vous agissez pour <strong>{actingFor.name}</strong>
            {actingFor.switchHref && (
              <>
                {' '}
                <a href={actingFor.switchHref}>
                  Changer<span class="visually-hidden"> d’organisation</span>
                </a>
              </>
            )}
          </p>
        )}
        {menuHref && (
          <a class="acting-menu" href={menuHref}>
            <Icon name="menu" />
            Menu
          </a>
        )}
        <a class="acting-account" href={account.href}>
          <Icon name="person" />
          {account.label}
        </a>
      </div>
    </div>
  )
}

/** The body of the menu page: the list by job, in large targets. */
export function MenuList({ site }: { site: MemberSite }) {
  return (
    <nav class="menu-list" aria-label="Menu">
      <NavList links={site.jobs} />
    </nav>
  )
}
