import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { WaitedFor } from '../../../domain/instruction/next-step.ts'
import type { QueuedFile } from '../../../use-cases/instruction/read-file.ts'
import { homePaths } from '../../home/home.paths.ts'
import { policy } from '../../policy.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { delayShort, delayState, stepText, WAITED_WORDS } from '../instruction-wording.ts'
import type { QueueAsked } from '../queue-asked.ts'

export interface QueueView {
  readonly view: View
  /** False: they sit in no group. */
  readonly isInstructor: boolean
  readonly asked: QueueAsked
  /** What lies on the desk, before the filters. */
  readonly files: readonly QueuedFile[]
  readonly shown: readonly QueuedFile[]
  readonly groups: readonly { readonly id: string; readonly name: string; readonly members: number }[]
  readonly people: ReadonlyMap<string, string>
}

const WAITED: readonly WaitedFor[] = ['instructor', 'applicant', 'experts', 'visit', 'decider']

/** What lies on one's desk: the next act of each file, who is waited for, how long is left. LAB-11. */
export function QueuePage(props: QueueView) {
  const { view, asked, files, shown, groups } = props
  const { base } = view.network
  const vacant = files.filter((file) => isVacant(file, groups))
  return (
    <Frame
      view={view}
      space="member"
      title="Dossiers à instruire"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(base) }]}
      intro="Du plus pressé au moins pressé. Le délai s’arrête quand le demandeur a la parole."
      act={
        opensTo(view, policy.readGroups)
          ? { label: 'Groupes d’instruction', href: paths.groups(base) }
          : undefined
      }
    >
      {vacant.length > 0 && groups.length > 0 && opensTo(view, policy.keepGroups) && (
        <Notice
          state="warning"
          title={`${plural(vacant.length, 'dossier est', 'dossiers sont')} sans instructeur.`}
        >
          <p>
            Ces dossiers vous reviennent : réaffectez-les, ou placez quelqu’un dans leur groupe.{' '}
            <a href={paths.queue(base, { groupe: 'aucun' })}>Les voir</a>
          </p>
        </Notice>
      )}
      {files.length === 0 ? (
        <EmptyState title={props.isInstructor ? 'Aucun dossier n’attend' : 'Vous n’instruisez aucun dossier'}>
          <p>
            {props.isInstructor
              ? 'Les candidatures envoyées arrivent ici, dans le groupe de leur territoire.'
              : 'Pour instruire les candidatures d’un territoire, demandez à la tête de réseau de vous placer dans son groupe.'}
          </p>
        </EmptyState>
      ) : (
        <WithSide at="start" side={<QueueFilters {...props} />}>
          <SearchForm
            action={paths.queue(base)}
            name="q"
            label="Chercher un lieu ou un demandeur"
            value={asked.q}
            keep={{
              qui: asked.waited ?? '',
              groupe: asked.group,
              label: asked.scheme,
              moi: asked.mine ? 'oui' : '',
            }}
          />
          <FileTable {...props} shown={shown} />
        </WithSide>
      )}
    </Frame>
  )
}

function isVacant({ groupId }: QueuedFile, groups: QueueView['groups']): boolean {
  return !groups.some(({ id, members }) => id === groupId && members > 0)
}

function FileTable({ view, shown, groups, people }: QueueView) {
  const { base } = view.network
  return (
    <Table
      caption={plural(shown.length, 'dossier', 'dossiers')}
      columns={[
        {
          label: 'Dossier',
          header: true,
          cell: (file) => (
            <>
              <a href={paths.file(base, file.id)}>{file.holderName}</a>
              <br />
              <span class="muted">
                {file.version.scheme.name}, reçu le {formatDay(file.submittedOn)}
              </span>
            </>
          ),
        },
        { label: 'À faire', cell: (file) => stepText(file.next, view.today) },
        {
          label: 'Délai',
          cell: (file) => (
            <>
              <Tag state={delayState(file.delay, view.today)}>{delayShort(file.delay, view.today)}</Tag>
              {file.lastDay && <br />}
              {file.lastDay && formatDay(file.lastDay)}
            </>
          ),
        },
        {
          label: 'Chez',
          cell: (file) =>
            [
              groups.find(({ id }) => id === file.groupId)?.name ?? 'La tête de réseau',
              file.personId ? people.get(file.personId) : undefined,
            ]
              .filter(Boolean)
              .join(', '),
        },
      ]}
      rows={shown}
      empty={
        <EmptyState
          title="Aucun dossier pour ces filtres"
          act={
            <ButtonLink href={paths.queue(base)} look="plain">
              Voir tous les dossiers
            </ButtonLink>
          }
        />
      }
    />
  )
}

function QueueFilters({ view, asked, files, groups }: QueueView) {
  const { base } = view.network
  const now = {
    qui: asked.waited ?? '',
    groupe: asked.group,
    label: asked.scheme,
    moi: asked.mine ? 'oui' : '',
    q: asked.q,
  }
  const option = (label: string, name: keyof typeof now, value: string, count: number) => ({
    label,
    count,
    selected: now[name] === value,
    href: paths.queue(base, { ...now, [name]: now[name] === value ? '' : value }),
  })
  const schemes = new Map(files.map(({ schemeId, version }) => [schemeId, version.scheme.name]))
  const isMine = files.filter(({ personId }) => personId === asked.me)
  const without = files.filter((file) => isVacant(file, groups)).length
  return (
    <Filters
      groups={[
        {
          label: 'Qui est attendu',
          options: WAITED.map((who) =>
            option(WAITED_WORDS[who], 'qui', who, files.filter(({ next }) => next.waitedFor === who).length),
          ),
        },
        { label: 'En charge', options: [option('Mes dossiers', 'moi', 'oui', isMine.length)] },
        ...(schemes.size > 1
          ? [
              {
                label: 'Label',
                options: [...schemes].map(([id, name]) =>
                  option(name, 'label', id, files.filter(({ schemeId }) => schemeId === id).length),
                ),
              },
            ]
          : []),
        ...(groups.length > 0
          ? [
              {
                label: 'Groupe',
                options: [
                  ...groups.map(({ id, name }) =>
                    option(name, 'groupe', id, files.filter(({ groupId }) => groupId === id).length),
                  ),
                  ...(without > 0 ? [option('Personne pour instruire', 'groupe', 'aucun', without)] : []),
                ],
              },
            ]
          : []),
      ]}
      clearHref={Object.values(now).some(Boolean) ? paths.queue(base) : undefined}
    />
  )
}
