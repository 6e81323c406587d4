import { opensTo } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatDayRelative, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { CompletionRequest } from '../../../data/instruction/completions.store.ts'
import type { StateChange } from '../../../data/instruction/file-content.queries.ts'
import type { Opinion } from '../../../data/instruction/opinions.store.ts'
import type { MadeProposal } from '../../../data/instruction/proposals.store.ts'
import type { Step } from '../../../data/instruction/routing.store.ts'
import { received } from '../../../domain/instruction/opinion.ts'
import { STATE_WORDS } from '../../applications/application-wording.ts'
import { decisionPaths } from '../../decisions/decisions.paths.ts'
import { policy } from '../../policy.ts'
import { type FileView, sectionsOf } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { delayState, delayText, PROPOSED_WORDS, stepText } from '../instruction-wording.ts'
import { FileFrame } from './file-frame.tsx'
import { RequestsSection, StorySection } from './file-story.tsx'

export interface FilePageView {
  readonly about: FileView
  readonly requests: readonly CompletionRequest[]
  readonly opinions: readonly Opinion[]
  readonly visits: number
  readonly proposal: MadeProposal | null
  readonly routings: readonly Step[]
  readonly events: readonly StateChange[]
  readonly groupName: string
  readonly people: ReadonlyMap<string, string>
}

/** One file: what is next first, then what it holds, then what happened. */
export function FilePage(props: FilePageView) {
  const { about } = props
  const { view, file } = about
  return (
    <FileFrame
      about={about}
      title={file.holderName}
      intro={`Candidature au label ${file.version.scheme.name}`}
      isFile
    >
      <Notice
        state={file.next.waitedFor === 'instructor' ? 'warning' : 'info'}
        title={stepText(file.next, view.today)}
      >
        {about.mayAct && <NextAct {...props} />}
      </Notice>
      <Facts {...props} />
      <DelaySection {...props} />
      <SectionsTable {...props} />
      {props.requests.length > 0 && <RequestsSection {...props} />}
      {about.mayAct && <Ways {...props} />}
      <StorySection {...props} />
    </FileFrame>
  )
}

function NextAct({ about, requests }: FilePageView) {
  const { view, file } = about
  const { base } = view.network
  const { kind } = file.next
  if (kind === 'take_up')
    return (
      <Form action={paths.of(base, file.id, 'prise-en-charge')}>
        <Actions>
          <Button>Prendre ce dossier en charge</Button>
        </Actions>
      </Form>
    )
  if (kind === 'examine') {
    const rank = sectionsOf(file.criteria).findIndex(({ criteria }) =>
      criteria.some(({ code }) => !file.marks[code]),
    )
    return (
      <ButtonLink href={paths.section(base, file.id, Math.max(0, rank) + 1)}>
        Examiner la rubrique suivante
      </ButtonLink>
    )
  }
  const leads: Partial<
    Record<typeof kind, readonly ['complements' | 'avis' | 'visites' | 'proposition', string]>
  > = {
    ask_completion: ['complements', 'Préparer la demande'],
    propose_other_date: ['visites', 'Proposer une autre date'],
    report_visit: ['visites', 'Écrire le compte rendu'],
    chase_opinions: ['avis', 'Voir les avis attendus'],
    propose: ['proposition', 'Proposer une décision'],
  }
  const lead = leads[kind]
  if (lead) return <ButtonLink href={paths.of(base, file.id, lead[0])}>{lead[1]}</ButtonLink>
  const open = requests.find(({ answeredOn }) => answeredOn === null)
  if (kind !== 'await_completion' || !open) return null
  const ready = open.items.filter(({ answeredAt }) => answeredAt !== null).length
  return (
    <p>
      {plural(ready, 'réponse préparée', 'réponses préparées')} sur {open.items.length}.{' '}
      {plural(open.remindedOn.length, 'rappel parti', 'rappels partis')}.
    </p>
  )
}

function Facts({ about, groupName, people, opinions, proposal }: FilePageView) {
  const { view, file, mayAct } = about
  const { base } = view.network
  const { word, state } = STATE_WORDS[file.state]
  const { given, asked } = received(opinions)
  return (
    <SummaryList
      rows={[
        { term: 'État', value: <Tag state={state}>{word}</Tag> },
        { term: 'Demandeur', value: file.applicantName },
        { term: 'Reçu', value: formatDayRelative(file.submittedOn, view.today) },
        {
          term: 'Cahier des charges',
          value: `Version ${file.version.version}, en vigueur le ${formatDay(file.version.inForceFrom)}`,
        },
        {
          term: 'Instruit par',
          value: [groupName, file.personId ? people.get(file.personId) : 'sans personne en charge'].join(
            ', ',
          ),
          act: mayAct
            ? { label: 'Réaffecter', about: 'ce dossier', href: paths.of(base, file.id, 'affectation') }
            : undefined,
        },
        ...(asked > 0 ? [{ term: 'Avis', value: `${given} reçu${given > 1 ? 's' : ''} sur ${asked}` }] : []),
        ...(proposal && file.state !== 'under_instruction'
          ? [{ term: 'Proposition', value: PROPOSED_WORDS[proposal.kind] }]
          : []),
      ]}
    />
  )
}

/** Both spans, with what stopped and what set going again. LAB-10, LAB-59. */
function DelaySection({ about }: FilePageView) {
  const { view, file } = about
  const { instructionDays } = file.version.content
  const { delay } = file
  return (
    <section>
      <h2>Délai d’instruction</h2>
      <p>
        <Tag state={delayState(delay, view.today)}>{delayText(delay, view.today, instructionDays)}</Tag>
      </p>
      <Why
        about="ce délai"
        steps={[
          {
            term: 'Règle',
            text: `${instructionDays} jours à compter de la réception (cahier des charges du label)`,
          },
          ...delay.spans.map(({ isRunning, from, until }) => ({
            term: isRunning ? 'Le délai court' : 'Le délai est suspendu',
            text: until
              ? `du ${formatDay(from)} au ${formatDay(until)}`
              : `depuis le ${formatDay(from)}${isRunning ? '' : ', jusqu’à la réponse du demandeur'}`,
          })),
          {
            term: 'Calcul',
            text: `${plural(delay.daysUsed, 'jour écoulé', 'jours écoulés')} sur ${instructionDays}`,
          },
        ]}
      />
    </section>
  )
}

function SectionsTable({ about }: FilePageView) {
  const { view, file } = about
  const sections = sectionsOf(file.criteria)
  return (
    <Table
      caption="Rubriques du dossier"
      columns={[
        {
          label: 'Rubrique',
          header: true,
          cell: ({ name }) => (
            <a
              href={paths.section(
                view.network.base,
                file.id,
                sections.findIndex((one) => one.name === name) + 1,
              )}
            >
              {name}
            </a>
          ),
        },
        {
          label: 'Examiné',
          cell: ({ criteria }) =>
            `${criteria.filter(({ code }) => file.marks[code]).length} sur ${criteria.length}`,
        },
        {
          label: 'À compléter',
          cell: ({ criteria }) => {
            const lacking = criteria.filter(({ code }) => (file.marks[code] ?? 'complete') !== 'complete')
            if (lacking.length === 0) return 'rien de noté'
            return <Tag state="warning">{plural(lacking.length, 'point', 'points')}</Tag>
          },
        },
      ]}
      rows={sections}
    />
  )
}

function Ways({ about, opinions, visits, requests }: FilePageView) {
  const { view, file } = about
  const { base } = view.network
  const isOpen = file.state === 'submitted' || file.state === 'under_instruction'
  const to = (part: Parameters<typeof paths.of>[2]) => paths.of(base, file.id, part)
  const { given, asked } = received(opinions)
  const items = [
    ...(isOpen ? [{ label: 'Demander des compléments', href: to('complements') }] : []),
    ...(isOpen || asked > 0
      ? [
          {
            label: 'Demander un avis',
            href: to('avis'),
            hint: asked > 0 ? `Reçus : ${given} sur ${asked}` : 'À un expert du réseau',
          },
        ]
      : []),
    ...(isOpen || file.state === 'incomplete' || visits > 0
      ? [
          {
            label: 'Organiser une visite',
            href: to('visites'),
            ...(visits > 0 && { hint: plural(visits, 'visite', 'visites') }),
          },
        ]
      : []),
    ...(file.state === 'under_instruction'
      ? [{ label: 'Proposer une décision', href: to('proposition') }]
      : []),
    ...(file.state === 'proposed' && opensTo(view, policy.decide)
      ? [
          {
            label: 'Décider',
            href: decisionPaths.decide(base, file.id),
            hint: 'Écrire la décision et relire sa lettre',
          },
        ]
      : []),
    ...(file.state === 'proposed' ? [{ label: 'Reprendre l’instruction', href: to('reprise') }] : []),
    ...(file.state === 'incomplete' && requests.length > 0
      ? [{ label: 'Classer sans suite', href: to('sans-suite'), hint: 'Après le délai et deux rappels' }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <section>
      <h2>Ce que vous pouvez faire</h2>
      <LinkList items={items} />
    </section>
  )
}
