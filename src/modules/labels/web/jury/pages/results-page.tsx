import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatDay, formatNumber } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { ApplicationId } from '../../../data/applications/applications.store.ts'
import type { Deliberation } from '../../../domain/jury/deliberated.ts'
import type { CampaignPlace } from '../campaign-at.ts'
import { juryPaths } from '../jury.paths.ts'
import { KIND_WORDS, levelWords, numberWords } from '../jury-wording.ts'
import type { ResultLine } from '../results-of.ts'

export const RESULTS_PER_PAGE = 50

interface ResultsProps {
  view: View
  place: CampaignPlace
  /** Of one page. */
  lines: readonly ResultLine[]
  total: number
  page: number
  names: ReadonlyMap<ApplicationId, string>
  meetings: readonly Deliberation[]
  severity: readonly { name: string; gap: number }[] | null
  state: FormState
}

/** The numbers before the jury, the meetings and what was decided. Confidential until the publication. LAB-27, LAB-28. */
export function ResultsPage(props: ResultsProps) {
  const { view, place, state } = props
  const { base } = view.network
  const { campaign } = place
  return (
    <Frame
      view={view}
      space="member"
      title="Résultats et délibération"
      intro="Les médianes des grilles finies, déports exclus. Le jury décide ; les seuils proposent."
      breadcrumb={[
        { label: 'Campagnes et jurys', href: juryPaths.campaigns(base) },
        { label: campaign.name, href: juryPaths.campaign(base, campaign.id) },
      ]}
      problems={state.problems}
    >
      {!campaign.publishedAt && (
        <Notice state="warning" title="Confidentiel jusqu’à la publication">
          <p>
            Ne recopiez ni n’envoyez rien de cette page : les candidats l’apprennent tous au même instant.
          </p>
        </Notice>
      )}
      <Lines {...props} />
      <Meetings {...props} />
      {props.severity && <Severity severity={props.severity} />}
    </Frame>
  )
}

function Lines({ view, place: { campaign }, lines, total, page, names }: ResultsProps) {
  const { base } = view.network
  const { grading } = campaign.content
  const unit = grading.kind === 'levels' ? grading.unit : ''
  return (
    <>
      <Table
        caption="Dossiers lus"
        columns={[
          {
            label: 'Candidature',
            header: true,
            cell: ({ file }: ResultLine) => (
              <a href={juryPaths.file(base, campaign.id, file)}>{names.get(file) ?? 'Titulaire retiré'}</a>
            ),
          },
          { label: 'Lecteurs', numeric: true, cell: ({ readers }) => formatNumber(readers) },
          { label: 'Médiane', numeric: true, cell: (line) => medianText(line) },
          {
            label: 'À discuter',
            cell: ({ isDiscussed, spread }) =>
              isDiscussed ? <Tag state="warning">Écart de {spread}</Tag> : null,
          },
          {
            label: 'Niveau issu des seuils',
            cell: ({ isShown, median, proposedLevel }) =>
              isShown && median !== null ? levelWords(proposedLevel, unit) : '—',
          },
          {
            label: 'Décidé',
            cell: ({ level }) =>
              level === undefined ? '—' : <Tag state="positive">{levelWords(level, unit)}</Tag>,
          },
        ]}
        rows={lines}
        empty={
          <EmptyState title="Aucune grille finie">
            Les dossiers lus arrivent ici, avec leurs médianes. Ceux qui n’ont pas assez de lecteurs se
            décident quand même, avec leur motif.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={RESULTS_PER_PAGE}
        total={total}
        href={(next) => `${juryPaths.results(base, campaign.id)}?page=${next}`}
        unit="dossiers"
      />
    </>
  )
}

function medianText({ isShown, median }: ResultLine): string {
  if (!isShown) return 'déport, ou à déclarer'
  return median === null ? 'pas assez de lecteurs' : numberWords(median)
}

function Meetings({ view, place, meetings, state: { values, problems } }: ResultsProps) {
  const { base } = view.network
  const { campaign, jurors } = place
  return (
    <section>
      <h2>Séances du jury</h2>
      {meetings.length > 0 && (
        <>
          <ul>
            {meetings.map(({ heldOn, present }) => (
              <li>
                {formatDay(heldOn)}, {formatNumber(present.length)} présents
              </li>
            ))}
          </ul>
          <ButtonLink href={juryPaths.minutes(base, campaign.id)} look="plain" download>
            Télécharger le procès-verbal
          </ButtonLink>
        </>
      )}
      {!campaign.publishedAt && (
        <Form action={juryPaths.meetings(base, campaign.id)}>
          <DateField
            name="seance"
            label="Jour de la séance"
            error={problemOf(problems, 'seance')}
            value={String(values.seance ?? '')}
          />
          <Checkboxes
            name="presents"
            label="Membres présents"
            error={problemOf(problems, 'presents')}
            values={[values.presents ?? []].flat()}
            choices={jurors
              .filter(({ until }) => until === null)
              .map(({ id, name, kind, isChair }) => ({
                value: id,
                label: `${name}, ${KIND_WORDS[kind]}${isChair ? ', préside' : ''}`,
              }))}
          />
          <Button look="plain">Ouvrir la séance</Button>
        </Form>
      )}
    </section>
  )
}

function Severity({ severity }: { severity: readonly { name: string; gap: number }[] }) {
  return (
    <section>
      <h2>Sévérité des lecteurs</h2>
      <p>
        Pour vous qui présidez, et personne d’autre. Rien n’est corrigé : c’est un repère pour la discussion.
      </p>
      <Table
        caption="Écart moyen aux autres, sur les dossiers lus en commun"
        columns={[
          { label: 'Membre', header: true, cell: ({ name }: { name: string; gap: number }) => name },
          { label: 'Écart', numeric: true, cell: ({ gap }) => `${gap > 0 ? '+' : ''}${numberWords(gap)}` },
        ]}
        rows={severity}
        empty={<p>Aucun dossier n’a encore été lu par deux personnes.</p>}
      />
    </section>
  )
}
