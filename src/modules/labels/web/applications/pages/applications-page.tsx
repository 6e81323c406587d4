import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ListedApplication } from '../../../data/applications/applications.queries.ts'
import type { Holder } from '../../../data/awards/awards.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { STATE_WORDS } from '../application-wording.ts'
import { applicationPaths as paths } from '../applications.paths.ts'

interface ApplicationsProps {
  view: View
  applications: readonly ListedApplication[]
  names: ReadonlyMap<Holder['id'], string>
}

/** The files of one's own organisation. */
export function ApplicationsPage({ view, applications, names }: ApplicationsProps) {
  const { base } = view.network
  const files = applications.filter(({ purpose }) => purpose === 'application')
  const assessments = applications.filter(({ purpose }) => purpose === 'self_assessment')
  return (
    <Frame
      view={view}
      space="member"
      title="Candidatures aux labels"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(base) }]}
      intro="Un dossier se remplit en plusieurs fois, à plusieurs, et s’envoie quand plus rien ne manque."
      act={{ label: 'Préparer un dossier', href: paths.choice(base) }}
      width="full"
    >
      <Files
        {...{ base, names }}
        caption="Candidatures"
        rows={files}
        empty={
          <EmptyState
            title="Aucune candidature pour l’instant"
            act={<ButtonLink href={paths.choice(base)}>Choisir un label</ButtonLink>}
          >
            <p>Choisissez un label et un lieu : chaque page dit ce qu’il reste à remplir.</p>
          </EmptyState>
        }
      />
      {assessments.length > 0 && (
        <Files
          {...{ base, names }}
          caption="Auto-évaluations, vues de votre structure seule"
          rows={assessments}
        />
      )}
      <LinkList
        items={[
          {
            label: 'Pièces justificatives',
            href: paths.proofs(base),
            hint: 'Les documents de votre structure, à reprendre d’un dossier à l’autre.',
          },
        ]}
      />
    </Frame>
  )
}

/** The name of a campaign often says its label already. */
function labelAndEdition(scheme: string, edition: string | null): string {
  if (!edition) return scheme
  return edition.startsWith(scheme) ? edition : `${scheme}, ${edition}`
}

interface FilesProps extends Pick<ApplicationsProps, 'names'> {
  base: string
  caption: string
  rows: readonly ListedApplication[]
  empty?: ReturnType<typeof EmptyState>
}

function Files({ base, names, caption, rows, empty }: FilesProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      empty={empty}
      columns={[
        {
          label: 'Pour',
          header: true,
          cell: ({ id, holder }) => <a href={paths.one(base, id)}>{names.get(holder.id) ?? 'Lieu retiré'}</a>,
        },
        {
          label: 'Label',
          cell: ({ schemeName, editionName }) => labelAndEdition(schemeName, editionName),
        },
        { label: 'Numéro', cell: ({ reference }) => reference ?? 'pas encore envoyée' },
        {
          label: 'Où elle en est',
          cell: ({ state, purpose }) =>
            purpose === 'self_assessment' ? (
              <Tag state="neutral">Auto-évaluation</Tag>
            ) : (
              <Tag state={STATE_WORDS[state].state}>{STATE_WORDS[state].word}</Tag>
            ),
        },
        {
          label: 'Dernier jour',
          cell: ({ submittedAt, lastWrittenAt, createdAt }) => (
            <DayText day={dayOf(submittedAt ?? lastWrittenAt ?? createdAt)} />
          ),
        },
      ]}
    />
  )
}
