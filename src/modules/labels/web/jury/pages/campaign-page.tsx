import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatNumber } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import {
  type CampaignFile,
  type CampaignProgress,
  FILES_PER_PAGE,
  STAGES,
  type Stage,
} from '../../../data/jury/progress.queries.ts'
import type { CampaignPlace } from '../campaign-at.ts'
import { juryPaths } from '../jury.paths.ts'
import { STAGE_LOOKS, STAGE_WORDS } from '../jury-wording.ts'

interface CampaignProps {
  view: View
  place: CampaignPlace
  progress: CampaignProgress
  names: ReadonlyMap<string, string>
  asked: { stage: Stage | null; page: number }
  areClosed: boolean
  state: FormState
}

/** What a jury's secretary follows: where each file stands, never what a juror marked. LAB-24, LAB-26. */
export function CampaignPage(props: CampaignProps) {
  const { view, place, progress, names, asked, state } = props
  const { base } = view.network
  const { campaign } = place
  const total = [...progress.counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <Frame
      view={view}
      space="member"
      title={campaign.name}
      kicker={campaign.name.startsWith(campaign.scheme.name) ? undefined : campaign.scheme.name}
      intro={`Candidatures du ${formatDay(campaign.opensOn)} au ${formatDay(campaign.closesOn)}.`}
      breadcrumb={[{ label: 'Campagnes et jurys', href: juryPaths.campaigns(base) }]}
      problems={state.problems}
    >
      <Embargo {...props} />
      <Ways {...props} />
      <WithSide at="start" side={<Stages base={base} id={campaign.id} progress={progress} asked={asked} />}>
        <Table
          caption={
            asked.stage ? `Dossiers : ${STAGE_WORDS[asked.stage].toLowerCase()}` : 'Dossiers de la campagne'
          }
          columns={[
            {
              label: 'Candidature',
              header: true,
              cell: ({ id, holder, reference }: CampaignFile) => (
                <>
                  <a href={juryPaths.file(base, campaign.id, id)}>
                    {names.get(holder.id) ?? 'Titulaire retiré'}
                  </a>
                  <br />
                  <span class="muted">{reference}</span>
                </>
              ),
            },
            { label: 'Lecteurs', numeric: true, cell: ({ readers }) => formatNumber(readers) },
            { label: 'Grilles finies', numeric: true, cell: ({ finished }) => formatNumber(finished) },
            { label: 'Déports', numeric: true, cell: ({ recused }) => formatNumber(recused) },
            {
              label: 'Où il en est',
              cell: ({ stage }) => <Tag state={STAGE_LOOKS[stage]}>{STAGE_WORDS[stage]}</Tag>,
            },
          ]}
          rows={progress.files}
          empty={
            <EmptyState title="Aucun dossier ici">
              Les candidatures envoyées arrivent sur cette page : vérifiez leur recevabilité, puis
              répartissez-les.
            </EmptyState>
          }
        />
        <Pagination
          page={asked.page}
          pageSize={FILES_PER_PAGE}
          total={asked.stage ? (progress.counts.get(asked.stage) ?? 0) : total}
          href={(page) => addressOf(base, campaign.id, { ...asked, page })}
          unit="dossiers"
        />
      </WithSide>
    </Frame>
  )
}

function Embargo({ place: { campaign } }: CampaignProps) {
  if (campaign.publishedAt || !campaign.jury) return null
  const { ceremonyOn, marksUntil } = campaign.jury
  return (
    <Notice state="info" title="Sous embargo">
      <p>
        Grilles ouvertes jusqu’au {formatDay(marksUntil)}.{' '}
        {ceremonyOn ? `Rien n’est public avant la cérémonie du ${formatDay(ceremonyOn)}.` : ''} Aucun niveau
        ne se lit hors de la délibération avant la publication.
      </p>
    </Notice>
  )
}

function Ways({ view, place, areClosed }: CampaignProps) {
  const { base } = view.network
  const { campaign, isSecretary } = place
  const { id, jury, publishedAt } = campaign
  const juryWay = {
    label: 'Le jury et ses dates',
    href: juryPaths.jury(base, id),
    hint: jury ? 'Ses membres, leur mandat, la charge de chacun.' : 'À constituer avant toute lecture.',
  }
  const items = [
    juryWay,
    ...(areClosed
      ? [
          {
            label: 'Résultats et délibération',
            href: juryPaths.results(base, id),
            hint: 'Les médianes, les écarts à discuter, les séances et le procès-verbal.',
          },
        ]
      : []),
    ...(areClosed && isSecretary && !publishedAt
      ? [
          {
            label: 'Publier les résultats',
            href: juryPaths.publication(base, id),
            hint: 'Tout devient public au même instant.',
          },
        ]
      : []),
  ]
  return (
    <>
      <LinkList items={items} />
      {isSecretary && jury && !areClosed && (
        <Actions>
          <Form action={juryPaths.giving(base, id)}>
            <Button>Répartir les dossiers</Button>
          </Form>
          <Form action={juryPaths.closing(base, id)}>
            <Button look="plain">Clore les grilles</Button>
          </Form>
        </Actions>
      )}
      {isSecretary && !jury && <ButtonLink href={juryPaths.jury(base, id)}>Constituer le jury</ButtonLink>}
    </>
  )
}

function Stages({
  base,
  id,
  progress,
  asked,
}: Pick<CampaignProps, 'progress' | 'asked'> & {
  base: string
  id: Parameters<typeof juryPaths.campaign>[1]
}) {
  return (
    <Filters
      groups={[
        {
          label: 'Où ils en sont',
          options: STAGES.map((stage) => ({
            label: STAGE_WORDS[stage],
            count: progress.counts.get(stage) ?? 0,
            selected: asked.stage === stage,
            href: addressOf(base, id, { stage: asked.stage === stage ? null : stage, page: 1 }),
          })),
        },
      ]}
      clearHref={asked.stage ? juryPaths.campaign(base, id) : undefined}
    />
  )
}

function addressOf(
  base: string,
  id: Parameters<typeof juryPaths.campaign>[1],
  { stage, page }: { stage: Stage | null; page: number },
): string {
  const asked = new URLSearchParams({
    ...(stage && { etape: stage }),
    ...(page > 1 && { page: String(page) }),
  })
  return asked.size > 0 ? `${juryPaths.campaign(base, id)}?${asked}` : juryPaths.campaign(base, id)
}
