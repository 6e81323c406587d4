/** What every page of one network shares, made once per request. */
export interface Site {
  /** The network's name, as the public says it. */
  name: string
  home: string
  /** Address of an SVG. Without one, the initials stand in. */
  logo?: string | undefined
  /** Two or three letters. */
  initials: string
  /** Address of the theme sheet. */
  themeHref?: string | undefined
  /** Built assets: addresses of the sheets and module scripts. */
  styles: readonly string[]
  scripts: readonly string[]
  nav: readonly Link[]
  footer: readonly Link[]
  /** While the site is seen in somebody's place. */
  support?: SupportBannerProps | undefined
}

export interface SupportBannerProps {
  /** Whose place. */
  name: string
  organisation: string
  readOnly: boolean
  /** Posted to, to come back to oneself. */
  endHref: string
}

/** What the members' frame adds. */
export interface MemberSite extends Site {
  /** The list by job, in the order of the day: only what this person may open. */
  jobs: readonly Link[]
  /** The page that shows the same list, for narrow screens. */
  menuHref: string | undefined
  /** Absent for somebody who is signed in and acts for nobody here. */
  actingFor: { name: string; switchHref?: string | undefined } | undefined
  account: Link
}

export interface Link {
  label: string
  href: string
  /** The section the page belongs to. */
  current?: boolean | undefined
}
