import { Frame } from '../../../../../platform/http/frame.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { nextVersion } from '../../../domain/schemes/next-version.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeView } from '../scheme-of.ts'
import { SchemeChanges } from './changes-table.tsx'
import { labelSteps, StarterNotice } from './scheme-frame.tsx'
import { SchemeCriteria, SchemeRules } from './scheme-text.tsx'

interface VersionProps {
  about: SchemeView
  version: SchemeVersion
  /** The one published before it; null: it is the first. */
  before: SchemeVersion | null
}

/** One published version, whole. */
export function SchemeVersionPage({ about: { view, scheme }, version, before }: VersionProps) {
  const { base } = view.network
  const { content } = version
  return (
    <Frame
      view={view}
      space="member"
      title={
        version.revision === 1
          ? `Version ${version.version}`
          : `Version ${version.version}, rédaction ${version.revision}`
      }
      kicker={scheme.name}
      intro={`En vigueur à partir du ${formatDay(version.inForceFrom)}. Elle ne se modifie plus.`}
      breadcrumb={[...labelSteps(base), { label: scheme.name, href: schemePaths.scheme(base, scheme.id) }]}
    >
      {content.isStarter && <StarterNotice />}
      {before && (
        <>
          <h2>Ce qu’elle a changé</h2>
          <SchemeChanges changes={nextVersion(before, content)} before={before.content} after={content} />
        </>
      )}
      <h2>Ses règles</h2>
      <SchemeRules content={content} />
      <h2>Ce qu’elle demande</h2>
      <SchemeCriteria content={content} />
    </Frame>
  )
}
