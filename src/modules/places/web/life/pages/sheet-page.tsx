import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { type Task, TaskList } from '../../../../../ui/task-list.tsx'
import { fieldOfColumn } from '../../../data/life/written-fields.ts'
import { CRITERIA } from '../../../domain/life/completeness.ts'
import { type Section, sections } from '../../../domain/life/sections.ts'
import type { PlaceStatus } from '../../../domain/place.ts'
import type { PlaceSheet } from '../../../use-cases/life/place-sheet.ts'
import { paths as placePaths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { lifePaths as paths } from '../life.paths.ts'
import {
  CRITERION_ADVICE,
  fieldName,
  KIND_NAMES,
  ROLE_NAMES,
  SECTION_NAMES,
  STATUS_NAMES,
  STATUS_TONES,
  valueText,
} from '../life-wording.ts'

interface SheetProps {
  view: View
  sheet: PlaceSheet
  /** Why an act was refused, the sheet being drawn as it stands now. */
  problems?: readonly Problem[]
}

/** A place as those who keep it read it: what is missing first, then each piece, then who keeps it and what ends it. */
export function SheetPage({ view, sheet, problems = [] }: SheetProps) {
  const { row, fields, kind } = sheet
  const { base } = view.network
  const status = row.status as PlaceStatus
  const isPublic = status === 'published' || status === 'closed'
  return (
    <Frame
      view={view}
      space="member"
      title={fields.name}
      kicker={
        <>
          {[fields.commune, KIND_NAMES[kind]].filter(Boolean).join(', ')}{' '}
          <Tag state={STATUS_TONES[status]}>{STATUS_NAMES[status]}</Tag>
        </>
      }
      intro={introOf(status)}
      breadcrumb={[{ label: 'Mes lieux', href: paths.mine(base) }]}
      problems={problems}
      act={isPublic ? { label: 'Voir la page publique', href: placePaths.place(base, row.slug) } : undefined}
    >
      <Waiting view={view} sheet={sheet} />
      {status !== 'closed' && <Missing view={view} sheet={sheet} />}
      <h2>Les rubriques de la fiche</h2>
      <TaskList tasks={sections.map((section) => taskOf(view, sheet, section))} />
      <Keepers view={view} sheet={sheet} />
      <Acts view={view} sheet={sheet} status={status} />
    </Frame>
  )
}

function introOf(status: PlaceStatus): string {
  switch (status) {
    case 'draft':
      return 'Personne d’autre que vous ne voit encore cette fiche. Complétez-la, puis publiez-la.'
    case 'published':
      return 'Chaque rubrique s’enregistre à part : corrigez seulement ce qui a changé.'
    case 'hidden':
      return 'La tête du réseau a masqué cette fiche : le public ne la voit plus.'
    case 'closed':
      return 'Ce lieu a fermé. Sa page le dit et n’apparaît plus dans les recherches.'
  }
}

/** What somebody has yet to decide, and what was refused. */
function Waiting({ sheet: { row, awaited, refused, successor } }: SheetProps) {
  return (
    <>
      {row.hidden_because && (
        <Notice state="warning" title="Pourquoi cette fiche est masquée">
          <p>{row.hidden_because}</p>
        </Notice>
      )}
      {row.closed_on && (
        <Notice state="info" title={`Fermé depuis le ${formatDay(row.closed_on)}.`}>
          {successor && <p>Le public y lit qu’il est reçu maintenant à « {successor.name} ».</p>}
        </Notice>
      )}
      {awaited.length > 0 && (
        <Notice state="info" title="La tête du réseau doit encore accepter ces changements.">
          <ul>
            {awaited
              .flatMap(({ changes }) => changedLines(changes))
              .map((line) => (
                <li>{line}</li>
              ))}
          </ul>
        </Notice>
      )}
      {refused && (
        <Notice state="warning" title="La tête du réseau n’a pas accepté votre dernier changement.">
          <p>Son motif : {refused.reason}</p>
        </Notice>
      )}
    </>
  )
}

function changedLines(changes: PlaceSheet['awaited'][number]['changes']): string[] {
  return Object.entries(changes).flatMap(([column, { to }]) => {
    const field = fieldOfColumn(column)
    const name = fieldName(field)
    return name ? [`${name} : ${valueText(field, to)}`] : []
  })
}

/** The score, and the three things that would help most. DIR-73. */
function Missing({ view, sheet: { row, completeness } }: SheetProps) {
  const { score, missing } = completeness
  const isOpen = opensTo(view, policy.editPlaces)
  return (
    <>
      <h2>Fiche complète à {score} %</h2>
      {missing.length === 0 ? (
        <p>Rien ne manque à qui cherche ce lieu. Merci de le tenir à jour.</p>
      ) : (
        <>
          <p>Ce qui aiderait le plus les personnes qui vous cherchent :</p>
          <LinkList
            items={missing.slice(0, 3).map((criterion) => ({
              label: CRITERION_ADVICE[criterion],
              href: isOpen
                ? paths.section(view.network.base, row.id, CRITERIA[criterion].section)
                : paths.sheet(view.network.base, row.id),
              hint: `${CRITERIA[criterion].weight} points`,
            }))}
          />
        </>
      )}
    </>
  )
}

function taskOf(view: View, { row, completeness, drafted }: PlaceSheet, section: Section): Task {
  const lacks = completeness.missing.filter((criterion) => CRITERIA[criterion].section === section)
  const hint = lacks.map((criterion) => CRITERION_ADVICE[criterion]).join('. ')
  const href = opensTo(view, policy.editPlaces)
    ? paths.section(view.network.base, row.id, section)
    : undefined
  const common = { label: SECTION_NAMES[section], href, hint: hint ? `${hint}.` : undefined }
  // Nobody looks for it any more: nothing is asked of whoever keeps it.
  if (row.status === 'closed' && lacks.length > 0)
    return { ...common, hint: undefined, state: 'neutral', word: 'Incomplet' }
  if (drafted.has(section)) return { ...common, state: 'info', word: 'Brouillon gardé' }
  return lacks.length > 0
    ? { ...common, state: 'warning', word: 'À compléter' }
    : { ...common, state: 'positive', word: 'Complet' }
}

function Keepers({ view, sheet }: SheetProps) {
  const { base } = view.network
  const { row, organisations, people } = sheet
  return (
    <>
      <h2>Qui tient ce lieu</h2>
      {organisations.length + people.length === 0 ? (
        <p>Aucune structure n’est encore rattachée à ce lieu.</p>
      ) : (
        <SummaryList
          rows={[
            ...organisations.map(({ name, role, from }) => ({
              term: name,
              value: `${ROLE_NAMES[role]}, depuis le ${formatDay(from)}`,
            })),
            ...people.map(({ name, function: does, from }) => ({
              term: name,
              value: `${does || 'Y travaille'}, depuis le ${formatDay(from)}`,
            })),
          ]}
        />
      )}
      <p>
        <a href={paths.links(base, row.id)}>Rattacher une structure ou une personne</a>
      </p>
    </>
  )
}

/** What changes whether the public finds it. */
function Acts({ view, sheet: { row, isChecked }, status }: SheetProps & { status: PlaceStatus }) {
  const { base } = view.network
  const acts: JSX.Element[] = []
  if (opensTo(view, policy.editPlaces)) {
    if (status === 'draft')
      acts.push(
        <Act
          action={paths.publish(base, row.id)}
          label={isChecked ? 'Demander la publication' : 'Publier cette fiche'}
          look="main"
        />,
      )
    if (status === 'closed')
      acts.push(
        <Act
          action={paths.reopen(base, row.id)}
          label={isChecked ? 'Demander la réouverture' : 'Rouvrir ce lieu'}
          look="plain"
        />,
      )
    else
      acts.push(
        <ButtonLink href={paths.close(base, row.id)} look="plain">
          Ce lieu a fermé
        </ButtonLink>,
      )
  }
  if (opensTo(view, policy.hidePlaces)) {
    if (status === 'published')
      acts.push(
        <ButtonLink href={paths.hide(base, row.id)} look="plain">
          Masquer cette fiche
        </ButtonLink>,
      )
    if (status === 'hidden')
      acts.push(
        <Act action={paths.show(base, row.id)} label="Afficher de nouveau cette fiche" look="plain" />,
      )
  }
  return (
    <>
      <h2>La vie de ce lieu</h2>
      <p>
        <a href={paths.history(base, row.id)}>Qui a changé quoi, et revenir en arrière</a>
      </p>
      <div class="actions">{acts}</div>
    </>
  )
}

function Act({ action, label, look }: { action: string; label: string; look: 'main' | 'plain' }) {
  return (
    <form method="post" action={action}>
      <Button look={look}>{label}</Button>
    </form>
  )
}
