import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDayRelative, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { type Task, TaskList } from '../../../../../ui/task-list.tsx'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { type Verdict, verdictOf } from '../../../domain/applications/answers.ts'
import type { AskedCriterion, Section } from '../../../domain/applications/completion.ts'
import type { Obstacle } from '../../../domain/applications/eligibility.ts'
import type { CriterionChange } from '../../../domain/schemes/scheme-changes.ts'
import type { ApplicationFile } from '../../../use-cases/applications/application-file.ts'
import { VERDICT_WORDS } from '../application-wording.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import { Obstacles } from './obstacles.tsx'

export interface DraftProps {
  view: View
  file: ApplicationFile
  obstacles: readonly Obstacle[]
  /** Other specifications in force, and what they change. */
  newer: { version: SchemeVersion; changes: readonly CriterionChange[] } | null
  /** Who last wrote in each section, by name of section. */
  writers: ReadonlyMap<string, string>
  state: FormState
}

/** A draft or a self-assessment: its sections, each with what is missing. LAB-6. */
export function DraftPage({ view, file, obstacles, newer, writers, state }: DraftProps) {
  const { base } = view.network
  const { application, version, edition, sections } = file
  const isAssessment = application.purpose === 'self_assessment'
  const missing = sections.reduce((sum, section) => sum + section.missing, 0)
  const next = sections.find((section) => section.missing > 0)
  return (
    <Frame
      view={view}
      space="member"
      title={`${isAssessment ? 'Auto-évaluation' : 'Candidature'} : ${version.scheme.name}`}
      kicker={file.holderName}
      intro={introOf(file, missing)}
      breadcrumb={[{ label: 'Candidatures', href: paths.list(base) }]}
      problems={state.problems}
      act={
        next
          ? { label: 'Continuer à remplir', href: paths.section(base, application.id, next.rank) }
          : !isAssessment && { label: 'Relire et envoyer', href: paths.sending(base, application.id) }
      }
    >
      {edition && (
        <p>
          La campagne « {edition.name} » prend les dossiers jusqu’au{' '}
          {formatDayRelative(edition.closesOn, view.today)}, à 23 h 59.
        </p>
      )}
      {newer && <NewerVersion {...{ base, file, newer }} />}
      {!isAssessment && <Obstacles obstacles={obstacles} holder={version.content.holderKind} />}
      <h2>Rubriques</h2>
      <TaskList
        tasks={[
          ...sections.map((section) =>
            taskOf(section, paths.section(base, application.id, section.rank), writers),
          ),
          ...(isAssessment ? [] : [sendingTask(base, file, obstacles, missing)]),
        ]}
      />
      {isAssessment && <Assessment view={view} file={file} />}
      <h2>Autres actes</h2>
      <LinkList items={waysOn(base, file)} />
    </Frame>
  )
}

function introOf({ application }: ApplicationFile, missing: number): string {
  const kept = 'Tout ce que vous enregistrez est gardé : vous pouvez vous arrêter et revenir.'
  if (application.purpose === 'self_assessment')
    return `Votre structure seule voit cette auto-évaluation. ${kept}`
  return missing === 0
    ? 'Rien ne manque : relisez le dossier, puis envoyez-le.'
    : `Il reste ${plural(missing, 'point', 'points')} à compléter. ${kept}`
}

function taskOf({ name, missing, criteria }: Section, href: string, writers: DraftProps['writers']): Task {
  const lacking = criteria.filter(({ isRequired, gaps }) => isRequired && gaps.length > 0)
  const by = writers.get(name)
  const told = lacking.slice(0, 3).map(({ criterion }) => criterion.title)
  const more = lacking.length > 3 ? `, et ${plural(lacking.length - 3, 'autre', 'autres')}` : ''
  const what = lacking.length > 0 ? `Il manque : ${told.join(' ; ')}${more}.` : ''
  return {
    label: name || 'Votre dossier',
    href,
    hint: [what, by].filter(Boolean).join(' ') || undefined,
    state: missing === 0 ? 'positive' : 'pending',
    word: missing === 0 ? 'Complet' : by ? 'À compléter' : 'À remplir',
  }
}

function sendingTask(
  base: string,
  { application }: ApplicationFile,
  obstacles: readonly Obstacle[],
  missing: number,
): Task {
  const isReady = missing === 0 && !obstacles.some(({ isBlocking }) => isBlocking)
  return {
    label: 'Relire et envoyer',
    href: paths.sending(base, application.id),
    hint: missing > 0 ? 'Vous pouvez déjà relire tout le dossier.' : undefined,
    state: isReady ? 'info' : 'neutral',
    word: isReady ? 'Prêt' : 'Pas encore',
  }
}

function waysOn(base: string, { application: { id, purpose } }: ApplicationFile) {
  return [
    { label: 'Voir tout le dossier et l’imprimer', href: paths.reading(base, id) },
    { label: 'Pièces justificatives', href: paths.proofs(base), hint: 'Déposer ou remplacer une pièce.' },
    ...(purpose === 'application'
      ? [{ label: 'Abandonner ce brouillon', href: paths.withdrawal(base, id) }]
      : []),
  ]
}

const CHANGE_WORDS: Readonly<Record<CriterionChange['kind'], string>> = {
  added: 'critère ajouté',
  removed: 'critère retiré',
  reworded: 'critère reformulé',
  stricter_or_looser: 'exigence changée',
  weight: 'poids changé',
}

function NewerVersion({
  base,
  file,
  newer,
}: {
  base: string
  file: ApplicationFile
  newer: NonNullable<DraftProps['newer']>
}) {
  return (
    <Notice
      state="warning"
      title={`Le cahier des charges a changé : la version ${newer.version.version} est en vigueur.`}
    >
      <ul>
        {newer.changes.map(({ kind, title }) => (
          <li>
            {title} : {CHANGE_WORDS[kind]}
          </li>
        ))}
      </ul>
      <Form action={paths.version(base, file.application.id)}>
        <Actions>
          <Button look="plain">Passer à la version {newer.version.version}</Button>
        </Actions>
      </Form>
      <p>Vos réponses aux critères qui restent sont gardées.</p>
    </Notice>
  )
}

/** Criterion by criterion: met, not met, unknown, and the evidence held. LAB-7. */
function Assessment({ view, file }: { view: View; file: ApplicationFile }) {
  const { base } = view.network
  const rows = file.sections.flatMap(({ criteria }) => criteria)
  const verdict = ({ criterion }: AskedCriterion): Verdict =>
    verdictOf(criterion, file.written.answers, file.written.held, view.today)
  return (
    <>
      <h2>Où vous en êtes</h2>
      <Table
        caption="Chaque critère, d’après vos réponses et vos pièces"
        silentCaption
        rows={rows}
        columns={[
          { label: 'Critère', header: true, cell: ({ criterion }) => criterion.title },
          {
            label: 'D’après vous',
            cell: (asked) => (
              <Tag state={VERDICT_WORDS[verdict(asked)].state}>{VERDICT_WORDS[verdict(asked)].word}</Tag>
            ),
          },
          { label: 'Pièces déjà là', cell: ({ criterion }) => evidenceHeld(file, criterion.code) },
        ]}
      />
      <Form action={paths.conversion(base, file.application.id)}>
        <Actions>
          <Button look="plain">En faire une candidature</Button>
        </Actions>
        <p class="muted">
          Vos réponses et vos pièces sont reprises. Rien n’est envoyé : vous relirez la candidature d’abord.
        </p>
      </Form>
    </>
  )
}

function evidenceHeld({ proofs, known }: ApplicationFile, code: string): string {
  const names = proofs.filter((one) => one.code === code).map(({ proof }) => proof.name)
  const all = known.has(code) ? [...names, 'donnée du réseau'] : names
  return all.length > 0 ? all.join(', ') : 'aucune'
}
