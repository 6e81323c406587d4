import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Exemption } from '../../../data/freshness/exemptions.store.ts'
import { type PeriodLength, periodOf } from '../../../domain/freshness/period.ts'
import type { BoardLine } from '../../../use-cases/freshness/freshness-board.ts'
import type { Keeper } from '../../../use-cases/freshness/keepers.ts'
import { lifePaths } from '../../life/life.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { phoneText } from '../../wording.ts'
import { FOLLOW_UPS } from '../freshness.form.ts'
import { freshnessPaths } from '../freshness.paths.ts'
import { followUpNames, ofPeriodText, periodText } from '../freshness-wording.ts'
import { MissedText, StateTag } from './freshness-tag.tsx'

interface CaseProps {
  view: View
  line: BoardLine
  /** By the rule of the network. */
  every: PeriodLength
  keepers: readonly Keeper[]
  exemptions: readonly Exemption[]
  state: FormState
}

/** One place that owes a word: whom to call, what was done, what may be done. Every sanction is a human act. DIR-60. */
export function FreshnessCasePage({ view, line, every, keepers, exemptions, state }: CaseProps) {
  const { base } = view.network
  const { place, freshness } = line
  const mayAct = opensTo(view, policy.followFreshness)
  return (
    <Frame
      view={view}
      space="member"
      title={place.name}
      kicker="Fraîcheur de la fiche"
      intro={'Un lieu en retard garde son label et reste dans l’annuaire : rien ne se fait sans vous.'}
      breadcrumb={[{ label: 'Fraîcheur des fiches', href: freshnessPaths.board(base) }]}
      act={{ label: 'Voir la fiche publique', href: paths.place(base, place.slug) }}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          {
            term: 'Aujourd’hui',
            value: (
              <>
                <StateTag state={freshness.state} /> <MissedText duties={freshness.duties} />
              </>
            ),
          },
          {
            term: 'Dernière confirmation',
            value: freshness.lastSaidOn ? (
              <DayText day={freshness.lastSaidOn} today={view.today} />
            ) : (
              'Aucune encore'
            ),
          },
          { term: 'Label', value: freshness.labels.join(', ') || 'Aucun' },
          { term: 'Structure', value: place.runBy.map(({ name }) => name).join(', ') || 'Non connue' },
          {
            term: 'Téléphone du lieu',
            value: place.phone ? (
              <a href={`tel:${place.phone}`}>{phoneText(place.phone)}</a>
            ) : (
              'Non communiqué'
            ),
          },
          { term: 'À qui écrire', value: <Mailboxes keepers={keepers} /> },
        ]}
      />
      <Story view={view} line={line} />
      {mayAct && freshness.state === 'overdue' && <FollowUpForm base={base} line={line} state={state} />}
      {mayAct && <ExemptionForm base={base} line={line} state={state} />}
      <Exempted base={base} line={line} every={every} exemptions={exemptions} mayAct={mayAct} />
      {mayAct && freshness.state === 'overdue' && <Further base={base} line={line} />}
    </Frame>
  )
}

function Mailboxes({ keepers }: { keepers: readonly Keeper[] }) {
  if (keepers.length === 0) return <>Personne n’est rattaché à ce lieu.</>
  return (
    <>
      {keepers.map(({ email }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      ))}
    </>
  )
}

function Story({ view, line }: Pick<CaseProps, 'view' | 'line'>) {
  if (line.steps.length === 0) return null
  return (
    <Table
      caption="Ce qui a été fait"
      columns={[
        { label: 'Le', header: true, cell: ({ at }) => <DayText day={dayOf(at)} today={view.today} /> },
        {
          label: 'Geste',
          cell: ({ kind, until }) => (
            <>
              {followUpNames[kind]}
              {until && (
                <>
                  {' '}
                  au <DayText day={until} today={view.today} />
                </>
              )}
            </>
          ),
        },
        { label: 'Note', cell: ({ note }) => note },
        { label: 'Par', cell: ({ by }) => by || 'Une personne du réseau' },
      ]}
      rows={line.steps}
    />
  )
}

function FollowUpForm({ base, line, state }: { base: string; line: BoardLine; state: FormState }) {
  const { values, problems } = state
  return (
    <section>
      <h2>Noter ce que vous faites</h2>
      <Form action={freshnessPaths.followUp(base, line.place.id)}>
        <Radios
          name="geste"
          label="Vous avez"
          error={problemOf(problems, 'geste')}
          choices={FOLLOW_UPS.map((value) => ({ value, label: followUpNames[value] }))}
          value={String(values.geste ?? '')}
        />
        <TextArea
          name="note"
          label="Note"
          hint="Lue par les chargées et chargés de mission. N’y mettez que l’utile."
          optional
          rows={3}
          error={problemOf(problems, 'note')}
          value={String(values.note ?? '')}
        />
        <DateField
          name="jusqu_au"
          label="Attendre jusqu’au"
          hint="Seulement si vous reportez."
          optional
          error={problemOf(problems, 'jusqu_au')}
          value={String(values.jusqu_au ?? '')}
        />
        <Actions>
          <Button>Noter ce geste</Button>
        </Actions>
      </Form>
    </section>
  )
}

function ExemptionForm({ base, line, state }: { base: string; line: BoardLine; state: FormState }) {
  const open = line.freshness.duties.filter(({ status }) => status === 'due' || status === 'overdue')
  if (open.length === 0) return null
  const { values, problems } = state
  return (
    <section>
      <h2>Dispenser ce lieu</h2>
      <Form action={freshnessPaths.exemption(base, line.place.id)}>
        <Select
          name="semestre"
          label="De quelle confirmation"
          error={problemOf(problems, 'semestre')}
          choices={open.map(({ period }) => ({ value: period.start, label: periodText(period) }))}
          value={String(values.semestre ?? open.at(-1)?.period.start ?? '')}
        />
        <TextField
          name="raison"
          label="Raison"
          hint="Travaux, sinistre, fermeture annuelle. Elle est lue dans le suivi de la convention."
          error={problemOf(problems, 'raison')}
          value={String(values.raison ?? '')}
        />
        <Actions>
          <Button look="plain">Dispenser ce lieu</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Exempted({
  base,
  line,
  every,
  exemptions,
  mayAct,
}: Pick<CaseProps, 'line' | 'every' | 'exemptions'> & { base: string; mayAct: boolean }) {
  if (exemptions.length === 0) return null
  return (
    <section>
      <h2>Dispenses</h2>
      <ul>
        {exemptions.map(({ semester, reason }) => (
          <li>
            {periodText(periodOf(semester, every))} : {reason}
            {mayAct && (
              <Form action={freshnessPaths.exemptionEnd(base, line.place.id)}>
                <input type="hidden" name="semestre" value={semester} />
                <Button look="plain">
                  Lever la dispense
                  <span class="visually-hidden"> {ofPeriodText(periodOf(semester, every))}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What only a person decides, each on its own page. */
function Further({ base, line }: { base: string; line: BoardLine }) {
  return (
    <section>
      <h2>Aller plus loin</h2>
      <ul>
        {line.freshness.agreements.length > 0 && (
          <li>
            <a href={freshnessPaths.notice(base)}>Préparer une mise en demeure</a>, avec les semestres manqués
            comme preuve
          </li>
        )}
        <li>
          <a href={lifePaths.close(base, line.place.id)}>Dire que ce lieu a fermé</a>
        </li>
        <li>
          <a href={lifePaths.hide(base, line.place.id)}>Masquer ce lieu de l’annuaire</a>
        </li>
      </ul>
    </section>
  )
}
