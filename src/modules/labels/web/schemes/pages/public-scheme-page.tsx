import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Edition, Extension } from '../../../data/schemes/editions.store.ts'
import type { DescribedScheme, SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { editionStanding } from '../../../domain/schemes/edition.ts'
import { nextVersion } from '../../../domain/schemes/next-version.ts'
import { proofPaths } from '../../proof/proof.paths.ts'
import { schemePaths } from '../scheme.paths.ts'
import { transitionWords } from '../scheme-wording.ts'
import { SchemeChanges } from './changes-table.tsx'
import { SchemeCriteria, SchemeRules } from './scheme-text.tsx'

export interface PublicVersion {
  version: SchemeVersion
  /** The version before, to tell what changes; null: there is none, or nobody may tell. */
  before: SchemeVersion | null
}

interface PublicSchemeProps {
  view: View
  scheme: DescribedScheme
  shown: PublicVersion
  /** Published and not in force yet. */
  toCome: PublicVersion | null
  versions: readonly SchemeVersion[]
  editions: readonly { edition: Edition; extensions: readonly Extension[] }[]
}

/** What a label asks, for everybody: its rules, its criteria, its versions, and what is to change. LAB-3, LAB-4. */
export function PublicSchemePage({ view, scheme, shown, toCome, versions, editions }: PublicSchemeProps) {
  const { base } = view.network
  const { version } = shown
  return (
    <Frame
      view={view}
      title={scheme.name}
      {...(scheme.description && { intro: scheme.description })}
      breadcrumb={[{ label: 'Labels', href: proofPaths.register(base) }]}
      kicker={`Version ${version.version}, ${told(version, view.today)}`}
    >
      {editions.map(({ edition, extensions }) => (
        <Campaign edition={edition} extensions={extensions} today={view.today} />
      ))}
      {toCome && (
        <section aria-labelledby="a-venir">
          <h2 id="a-venir">Ce qui change à partir du {formatDay(toCome.version.inForceFrom)}</h2>
          <p>
            {transitionWords[toCome.version.transition]}. Personne ne perd son label, et les dossiers déjà
            envoyés gardent leur version.
          </p>
          <WhatChanges {...toCome} />
          <p>
            <a href={schemePaths.criteriaOf(base, scheme.code, toCome.version.version)}>
              Lire la version {toCome.version.version} entière
            </a>
          </p>
        </section>
      )}
      <h2>En bref</h2>
      <SchemeRules content={version.content} />
      <h2>Ce qui est demandé</h2>
      {version.content.isStarter ? (
        <p>
          Le cahier des charges de ce label n’est pas encore publié ici. Adressez-vous à{' '}
          {view.network.headName}, qui l’attribue.
        </p>
      ) : (
        <SchemeCriteria content={version.content} />
      )}
      {shown.before && (
        <section aria-labelledby="changements">
          <h2 id="changements">Ce que cette version a changé</h2>
          <WhatChanges {...shown} />
        </section>
      )}
      {versions.length > 1 && (
        <section aria-labelledby="versions">
          <h2 id="versions">Les versions de ce label</h2>
          <LinkList
            items={versions.map((one) => ({
              label: `Version ${one.version}`,
              href: schemePaths.criteriaOf(base, scheme.code, one.version),
              hint: told(one, view.today),
            }))}
          />
        </section>
      )}
    </Frame>
  )
}

function WhatChanges({ version, before }: PublicVersion) {
  if (!before) return null
  const { content } = version
  return <SchemeChanges changes={nextVersion(before, content)} before={before.content} after={content} />
}

function told({ inForceFrom }: SchemeVersion, today: Day): string {
  return inForceFrom > today ? `à partir du ${formatDay(inForceFrom)}` : `depuis le ${formatDay(inForceFrom)}`
}

interface CampaignProps {
  edition: Edition
  extensions: readonly Extension[]
  today: Day
}

/** Until when it is open, and that it was extended for all. LAB-22. */
function Campaign({ edition, extensions, today }: CampaignProps) {
  const last = extensions.at(-1)
  return (
    <Notice state="info" title={campaignTitle(edition, today)}>
      {last && (
        <p>
          Prolongée pour tous les candidats : elle se terminait le {formatDay(last.from)}. Motif :{' '}
          {last.reason}
        </p>
      )}
    </Notice>
  )
}

function campaignTitle(edition: Edition, today: Day): string {
  const until = `jusqu’au ${formatDay(edition.closesOn)} à 23 h 59`
  switch (editionStanding(edition, today)) {
    case 'to_come':
      return `${edition.name} : candidatures du ${formatDay(edition.opensOn)}, ${until}.`
    case 'open':
      return `${edition.name} : les candidatures sont ouvertes ${until}.`
    case 'closed':
      return `${edition.name} : les candidatures sont closes depuis le ${formatDay(edition.closesOn)}.`
  }
}
