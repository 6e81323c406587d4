import type { Day } from '../../../../../kernel/day.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatDay, formatNumber, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { Progress } from '../../../../../ui/progress.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ListDecision } from '../../../data/bulk/list-decision.queries.ts'
import { LINES_PAGE, type ListCounts, type ListedLine } from '../../../data/bulk/place-lists.queries.ts'
import type { CharterSignature, PlaceList } from '../../../data/bulk/place-lists.store.ts'
import { policy } from '../../policy.ts'
import { bulkPaths } from '../bulk.paths.ts'
import { verdictWords } from '../bulk-wording.ts'
import { MomentTag } from './lists-page.tsx'

export interface NamedLine extends ListedLine {
  readonly name: string
  readonly commune: string
  /** Of its public page; null while it is a draft of the directory. */
  readonly href: string | null
}

interface ListProps {
  view: View
  list: PlaceList
  scheme: string
  partner: string
  reference: string
  counts: ListCounts
  charter: CharterSignature | null
  decision: ListDecision | null
  lines: readonly NamedLine[]
  total: number
  page: number
  problems: readonly Problem[]
}

/** One list: its places, its charter, its decision. */
export function ListPage(props: ListProps) {
  const { view, list, scheme, partner, reference, counts, charter, decision, lines, total, page, problems } =
    props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={`${list.addsTo ? 'Avenant à la liste' : 'Liste de lieux'} pour le label ${scheme}`}
      breadcrumb={[{ label: 'Lieux proposés par liste', href: bulkPaths.lists(base) }]}
      problems={problems}
    >
      <p>
        <MomentTag moment={list.moment} /> {plural(counts.places, 'lieu', 'lieux')}
      </p>
      <NextStep {...props} />
      <Telling {...props} />
      {counts.created > 0 && (
        <Notice state="info" title="Des lieux de la liste viennent d’être créés">
          <p>
            {plural(counts.created, 'lieu est', 'lieux sont')} en brouillon dans l’annuaire. Complétez leur
            fiche et, si la convention a une liste de lieux, faites-les y entrer par un avenant : leur label
            se verra alors.
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Proposée par', value: `${partner}, convention ${reference}` },
          ...(list.addsTo
            ? [
                {
                  term: 'Ajoute à',
                  value: <a href={bulkPaths.list(base, list.addsTo)}>la première liste</a>,
                },
              ]
            : []),
          { term: 'Comité', value: list.committee },
          { term: 'Réuni le', value: <DayText day={list.metOn} /> },
          ...(list.minutes ? [{ term: 'Compte rendu', value: list.minutes }] : []),
          ...(list.minutesFile
            ? [
                {
                  term: 'Compte rendu joint',
                  value: <a href={bulkPaths.minutes(base, list.id)}>Télécharger le compte rendu</a>,
                },
              ]
            : []),
          ...(charter ? charterRows(view, list.id, charter) : []),
          ...(decision ? decisionRows(decision) : []),
        ]}
      />
      <h2>Lieux</h2>
      {total === 0 ? (
        <EmptyState title="La liste est vide">
          Choisissez des lieux de l’annuaire, ou envoyez votre tableau : rien n’y entre sans que vous l’ayez
          vu.
        </EmptyState>
      ) : (
        <>
          <LinesTable view={view} list={list} lines={lines} />
          <Pagination
            page={page}
            pageSize={LINES_PAGE}
            total={total}
            unit="lieux"
            href={(to) => bulkPaths.list(base, list.id, to)}
          />
        </>
      )}
    </Frame>
  )
}

/** What is to be done now, by whoever reads. */
function NextStep({ view, list, counts }: ListProps) {
  const { base } = view.network
  const mayPropose = opensTo(view, policy.proposePlaces)
  if (list.moment === 'draft' && mayPropose)
    return (
      <>
        {counts.places > 0 && (
          <p>
            <ButtonLink href={bulkPaths.charter(base, list.id)}>Signer la charte pour ces lieux</ButtonLink>
          </p>
        )}
        <LinkList
          items={[
            { label: 'Choisir des lieux de l’annuaire', href: bulkPaths.choice(base, list.id) },
            { label: 'Envoyer un tableau de lieux', href: bulkPaths.file(base, list.id) },
          ]}
        />
      </>
    )
  if (list.moment === 'signed' && opensTo(view, policy.decideLists))
    return (
      <p>
        <ButtonLink href={bulkPaths.decision(base, list.id)}>Décider de la liste</ButtonLink>
      </p>
    )
  if (list.moment !== 'draft' && mayPropose)
    return (
      <p>
        Cette liste ne change plus.{' '}
        <a href={bulkPaths.addendum(base, list.id)}>Préparer un avenant pour ajouter un lieu</a>
      </p>
    )
  return null
}

/** How far the places are told: the job may be stopped and goes on where it was. */
function Telling({ view, list, counts }: ListProps) {
  const done = list.moment === 'decided' ? counts.decisionTold : counts.charterTold
  if (list.moment === 'draft' || done >= counts.places) return null
  return (
    <Progress
      label={
        list.moment === 'decided' ? 'Les lieux apprennent la décision' : 'Les lieux apprennent la signature'
      }
      done={done}
      total={counts.places}
      sentence={`${formatNumber(done)} lieux prévenus sur ${formatNumber(counts.places)}`}
      refreshHref={bulkPaths.list(view.network.base, list.id)}
    />
  )
}

function charterRows(view: View, id: PlaceList['id'], charter: CharterSignature) {
  return [
    {
      term: 'Charte signée par',
      value: `${charter.signerName}, ${charter.signerTitle}, le ${formatDay(charter.signedOn)}, pour ${plural(charter.places, 'lieu', 'lieux')}`,
      act: { label: 'Lire', about: 'la charte', href: bulkPaths.charter(view.network.base, id) },
    },
    { term: 'Empreinte de la liste signée', value: <code>{charter.listSha256}</code> },
  ]
}

function decisionRows({
  authority,
  signerName,
  signerTitle,
  decidedOn,
  effectFrom,
  reasons,
  remedies,
}: ListDecision) {
  return [
    {
      term: 'Décision',
      value: `${authority}, ${signerName}, ${signerTitle}, le ${formatDay(decidedOn)}, à compter du ${formatDay(effectFrom)}`,
    },
    ...(reasons ? [{ term: 'Motifs', value: reasons.split('\n').map((line) => <p>{line}</p>) }] : []),
    ...(remedies ? [{ term: 'Voies et délais de recours', value: remedies }] : []),
  ]
}

function LinesTable({ view, list, lines }: { view: View; list: PlaceList; lines: readonly NamedLine[] }) {
  const { base } = view.network
  const mayRemove = list.moment === 'draft' && opensTo(view, policy.proposePlaces)
  const mayJudge = list.moment === 'signed' && opensTo(view, policy.decideLists)
  return (
    <Table
      caption="Lieux de la liste"
      silentCaption
      columns={[
        {
          label: 'Lieu',
          header: true,
          cell: ({ name, commune, href }) => (
            <>
              {href ? <a href={href}>{name}</a> : name}, {commune}
            </>
          ),
        },
        {
          label: 'Origine',
          cell: ({ origin }) =>
            origin === 'created' ? (
              <Tag state="info">Créé en brouillon</Tag>
            ) : origin === 'file' ? (
              'Tableau'
            ) : (
              'Annuaire'
            ),
        },
        ...(list.moment === 'draft'
          ? []
          : [{ label: 'Avis', cell: (line: NamedLine) => <VerdictCell line={line} list={list} /> }]),
        ...(mayRemove || mayJudge
          ? [
              {
                label: 'Agir',
                silent: true,
                cell: ({ placeId, name }: NamedLine) =>
                  mayRemove ? (
                    <Form action={bulkPaths.removal(base, list.id, placeId)} label={`Retirer ${name}`}>
                      <Button look="quiet">Retirer</Button>
                    </Form>
                  ) : (
                    <a href={bulkPaths.judgement(base, list.id, placeId)}>
                      Réserve ou exclusion<span class="visually-hidden"> pour {name}</span>
                    </a>
                  ),
              },
            ]
          : []),
      ]}
      rows={lines}
    />
  )
}

function VerdictCell({ line, list }: { line: NamedLine; list: PlaceList }) {
  const { verdict, reason, reserveUntil, award } = line
  const state = { granted: 'positive', granted_with_reserve: 'warning', excluded: 'danger' } as const
  const word = list.moment === 'decided' && verdict === 'granted' ? 'Attribué' : verdictWords[verdict]
  return (
    <>
      <Tag state={state[verdict]}>{word}</Tag> {award?.number}
      {reason && (
        <div>
          {reason}
          {reserveUntil && dayText(reserveUntil)}
        </div>
      )}
    </>
  )
}

function dayText(day: Day): string {
  return ` À lever au plus tard le ${formatDay(day)}.`
}
