import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { ErrorSummary } from '../../../../../ui/error-summary.tsx'
import { PublicPage } from '../../../../../ui/public-page.tsx'
import type { Site } from '../../../../../ui/site.ts'

interface FirstRunFrameProps {
  view: View
  title: string
  intro?: Child
  problems?: readonly Problem[]
  children: Child
}

/** The page around the first run: no network gives it a name, colours or a menu. */
export function FirstRunFrame({ view, problems = [], children, ...page }: FirstRunFrameProps) {
  const site: Site = {
    name: 'Maillage',
    home: '/',
    initials: 'M',
    styles: view.assets.styles,
    scripts: [view.assets.script],
    nav: [],
    footer: [],
  }
  return (
    <PublicPage
      site={site}
      {...page}
      failed={problems.length > 0}
      before={<ErrorSummary problems={problems} />}
    >
      {children}
    </PublicPage>
  )
}
