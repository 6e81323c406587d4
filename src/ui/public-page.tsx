import { Document } from './document.tsx'
import { Footer, Main, Masthead, PageBreadcrumb, type PageProps } from './frame.tsx'
import type { Site } from './site.ts'
import { SupportBanner } from './support-banner.tsx'

/** A page for everyone. */
export function PublicPage({ site, ...page }: PageProps & { site: Site }) {
  return (
    <Document
      site={site}
      title={page.title}
      failed={page.failed}
      frame="public"
      styles={page.styles}
      head={page.head}
    >
      <SupportBanner support={site.support} />
      <Masthead site={site} />
      <div class="page">
        <PageBreadcrumb page={page} />
        <Main page={page} />
      </div>
      <Footer site={site} />
    </Document>
  )
}
