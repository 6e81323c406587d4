import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatDayRelative, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { UseInTheWay } from '../../../data/upkeep/maintenance.queries.ts'
import type { Span } from '../../../domain/availability.ts'
import type { DueUpkeep } from '../../../use-cases/upkeep/upkeep-of.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { momentText } from '../../moment-wording.ts'
import { maintenancePaths } from '../maintenance.paths.ts'
import { lengthText, rhythmText, STANDING_LOOKS, STANDING_WORDS, windowText } from '../maintenance-wording.ts'

export interface WorkProps {
  view: View
  inventory: Inventory
  upkeep: DueUpkeep
  windows: readonly Span[]
  /** What would have to make way for the dates that were typed: shown first. */
  inTheWay: readonly (UseInTheWay & { borrower: string })[]
  mayMaintain: boolean
  state: FormState
}

/** One job: when it is due, when it is planned, then what was found. EQP-1001. */
export function WorkPage(props: WorkProps) {
  const { view, inventory, upkeep, inTheWay, mayMaintain, state } = props
  const { base } = view.network
  const list = { label: 'Entretien', href: maintenancePaths.upkeep(base, inventory.id) }
  return (
    <Frame
      view={view}
      space="member"
      title={`${upkeep.title}, ${upkeep.unitName}`}
      breadcrumb={[...trail(base, inventory), list]}
      problems={state.problems}
    >
      <Facts {...props} />
      {mayMaintain && (inTheWay.length > 0 ? <Consequence {...props} /> : <WindowForm {...props} />)}
      {mayMaintain && inTheWay.length === 0 && <DoneForm {...props} />}
    </Frame>
  )
}

function Facts({ view, inventory, upkeep }: WorkProps) {
  const { due, standing, stops, lastDone, plannedFrom: from, plannedUntil: until, zone } = upkeep
  return (
    <SummaryList
      rows={[
        {
          term: 'Exemplaire',
          value: (
            <a href={managingPaths.unit(view.network.base, inventory.id, upkeep.unitId)}>
              {upkeep.unitName}, {upkeep.modelName}
            </a>
          ),
        },
        {
          term: 'À faire',
          value: (
            <>
              {due ? formatDayRelative(due, view.today) : 'Pas encore'}{' '}
              <Tag state={STANDING_LOOKS[standing]}>{STANDING_WORDS[standing]}</Tag>
              {stops && ' '}
              {stops && <Tag state="danger">ne peut pas partir</Tag>}
            </>
          ),
        },
        { term: 'Rythme', value: `${rhythmText(upkeep)}, ${lengthText(upkeep.minutes)} de travail` },
        { term: 'Dernière fois', value: lastDone ? formatDay(lastDone) : 'Jamais' },
        { term: 'Prévu', value: from && until ? windowText({ from, until }, zone) : 'Pas encore' },
        ...(upkeep.isOut ? [{ term: 'Où il est', value: 'Chez un emprunteur' }] : []),
      ]}
    />
  )
}

function WindowForm({ view, inventory, upkeep, windows, state: { values, problems } }: WorkProps) {
  const field = (name: string) => ({
    name,
    value: String(values[name] ?? ''),
    error: problemOf(problems, name),
  })
  const first = windows[0]
  const choiceOf = ({ from, until }: Span) => `${from}|${until}`
  return (
    <Form action={maintenancePaths.work(view.network.base, inventory.id, upkeep, '/fenetre')}>
      <h2>{upkeep.plannedFrom ? 'Changer la fenêtre' : 'Choisir une fenêtre'}</h2>
      <p>L’exemplaire est gardé pour ce temps-là : personne ne peut l’emprunter.</p>
      <Radios
        name="fenetre"
        label="Quand"
        choices={[
          ...windows.map((span) => ({ value: choiceOf(span), label: windowText(span, upkeep.zone) })),
          {
            value: 'autre',
            label: 'D’autres jours, entiers',
            hint: 'S’ils sont pris par un prêt, vous verrez d’abord ce qu’il devient.',
          },
        ]}
        value={String(values.fenetre ?? (first ? choiceOf(first) : 'autre'))}
        error={problemOf(problems, 'fenetre')}
      />
      <DateField {...field('du')} label="Premier jour" optional />
      <DateField {...field('au')} label="Dernier jour" optional />
      <Actions>
        <Button look={upkeep.plannedFrom ? 'plain' : 'main'}>Garder cette fenêtre</Button>
      </Actions>
    </Form>
  )
}

/** Loans make way for the work: which ones, and what becomes of them. EQP-602. */
function Consequence({ view, inventory, upkeep, inTheWay, state }: WorkProps) {
  const { base } = view.network
  const count = inTheWay.length
  return (
    <Form action={maintenancePaths.work(base, inventory.id, upkeep, '/fenetre')}>
      <Notice
        state="warning"
        title={`${plural(count, 'prêt compte', 'prêts comptent')} sur ${upkeep.unitName} ces jours-là`}
      >
        <ul>
          {inTheWay.map(({ lineId, borrower, from, until, status }) => (
            <li>
              {lineId ? (
                <a href={managingPaths.line(base, inventory.id, lineId)}>{borrower || 'Un prêt'}</a>
              ) : (
                'Une offre de la liste d’attente'
              )}
              , du {momentText(from, upkeep.zone)}
              {until && ` au ${momentText(until, upkeep.zone)}`}
              {status === 'hold' && ' (demande en attente)'}
            </li>
          ))}
        </ul>
        <p>
          Un prêt accordé passe sur un autre exemplaire du même modèle s’il y en a un de libre. Sinon, son
          emprunteur reçoit une proposition, qu’il accepte ou non. Une demande en attente perd l’exemplaire
          gardé pour elle : il reste à y répondre.
        </p>
      </Notice>
      {['fenetre', 'du', 'au'].map((name) => (
        <input type="hidden" name={name} value={String(state.values[name] ?? '')} />
      ))}
      <Confirmed state={state} />
      <Actions>
        <Button look="danger">Déplacer et garder ces jours</Button>
        <a href={maintenancePaths.work(base, inventory.id, upkeep)}>Choisir d’autres jours</a>
      </Actions>
    </Form>
  )
}

function DoneForm({ view, inventory, upkeep, state: { values, problems } }: WorkProps) {
  return (
    <Form action={maintenancePaths.work(view.network.base, inventory.id, upkeep, '/fait')}>
      <h2>Enregistrer l’entretien fait</h2>
      {upkeep.checklist.length > 0 && (
        <Checkboxes
          name="fait"
          label="Points vérifiés"
          choices={upkeep.checklist.map((item) => ({ value: item, label: item }))}
          values={[values.fait ?? []].flat()}
        />
      )}
      <TextArea
        name="constat"
        label="Ce qui a été fait et constaté"
        rows={3}
        value={String(values.constat ?? '')}
        error={problemOf(problems, 'constat')}
      />
      <TextField
        name="cout"
        label="Coût, à la charge du propriétaire"
        width="short"
        inputmode="decimal"
        suffix="€"
        value={String(values.cout ?? '')}
        error={problemOf(problems, 'cout')}
        optional
      />
      <Actions>
        <Button look={upkeep.plannedFrom ? 'main' : 'plain'}>Enregistrer l’entretien</Button>
      </Actions>
    </Form>
  )
}
