import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { PlaceLabel } from '../../../domain/annex.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { boardPaths } from '../../board/board.paths.ts'
import { whySteps } from '../../explanation-wording.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { rejectionSentences, warningSentences } from '../../reading-wording.ts'
import { stateSentence } from '../../wording.ts'
import { factsOf, labelWords, simulatedActs } from '../what-if-wording.ts'

/** One day tried: the state without and with the act, once it is done. */
export interface Trial {
  readonly on: Day
  readonly before: AgreementState
  readonly after: AgreementState
  /** Labels when the agreement has ended, or the day of the act. */
  readonly labels: readonly PlaceLabel[]
}

interface WhatIfProps {
  view: View
  agreement: Agreement
  state: FormState
  trials: readonly Trial[]
  placeNames: ReadonlyMap<string, string>
  /** The page that records the act, for those who may. */
  prepare: { label: string; href: string } | null
}

/** Choose an act and a day, see what would change; nothing is written. AGR-79. */
export function WhatIfPage({
  view,
  agreement,
  state: { values, problems },
  trials,
  placeNames,
  prepare,
}: WhatIfProps) {
  const { base, headName } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Et si… ?"
      kicker={`Convention avec ${agreement.partner.name}`}
      intro="Choisissez un acte et un jour : vous voyez ce qui changerait, avant de le faire."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={problems}
    >
      <Notice state="info" title="Simulation : rien n’est enregistré" />
      <div data-island="agreements/what-if" data-today={view.today} data-label="Faire glisser la date">
        {trials.length > 0 && (
          <Results
            view={view}
            agreement={agreement}
            trials={trials}
            placeNames={placeNames}
            prepare={prepare}
          />
        )}
        <Form method="get" action={boardPaths.simulation(base, agreement.id)}>
          <Radios
            {...field('acte')}
            label="L’acte à essayer"
            choices={Object.entries(simulatedActs).map(([value, label]) => ({ value, label }))}
          />
          <Radios
            {...field('partie')}
            label="De qui"
            hint="Pour une dénonciation ou une résiliation."
            choices={agreement.terms.parties.map((party) => ({
              value: party,
              label: partyName(agreement, party, headName),
            }))}
          />
          <DateField {...field('date')} label="Le jour de l’envoi ou de la signature" />
          <DateField {...field('autre')} label="Un autre jour, pour comparer" optional />
          <TextField
            {...field('ans')}
            label="Durée de la reconduction"
            hint="Seulement pour une reconduction."
            optional
            width="short"
            inputmode="numeric"
            suffix="ans"
          />
          <DateField
            {...field('fin')}
            label="Nouveau dernier jour"
            hint="Seulement pour un avenant."
            optional
          />
          <Actions>
            <Button>Voir ce que cela change</Button>
            <a href={paths.agreement(base, agreement.id)}>Revenir à la convention</a>
          </Actions>
        </Form>
      </div>
    </Frame>
  )
}

function Results({ view, agreement, trials, placeNames, prepare }: Omit<WhatIfProps, 'state'>) {
  const [first] = trials
  if (!first) return null
  const rows = factsOf(first.before).map(({ label, value }, index) => ({
    label,
    before: value,
    after: trials.map(({ after }) => factsOf(after)[index]?.value ?? ''),
  }))
  return (
    <section aria-labelledby="resultat" data-simulation>
      <h2 id="resultat">Ce qui changerait</h2>
      <Table
        caption="L’état de la convention, sans et avec cet acte"
        columns={[
          { label: 'Ce que l’on regarde', header: true, cell: ({ label }) => label },
          { label: 'Sans cet acte', cell: ({ before }) => before },
          ...trials.map((trial, index) => ({
            label: `S’il a lieu le ${formatDay(trial.on)}`,
            cell: ({ before, after }: (typeof rows)[number]) =>
              after[index] === before ? (
                before
              ) : (
                <>
                  <strong>{after[index]}</strong> <Tag state="warning">Change</Tag>
                </>
              ),
          })),
        ]}
        rows={rows}
      />
      {trials.map((trial) => (
        <Consequences
          trial={trial}
          placeNames={placeNames}
          several={trials.length > 1}
          text={paths.agreement(view.network.base, agreement.id)}
        />
      ))}
      {prepare && (
        <p>
          <ButtonLink href={prepare.href}>Préparer cet acte</ButtonLink>{' '}
          <span class="muted">{prepare.label}</span>
        </p>
      )}
      <ReadingNote base={view.network.base} agreement={agreement.id} />
    </section>
  )
}

/** In order: the agreement, the labels, what to watch. */
function Consequences({
  trial: { on, before, after, labels },
  placeNames,
  several,
  text,
}: {
  trial: Trial
  /** The page that shows the articles. */
  text: string
  placeNames: ReadonlyMap<string, string>
  several: boolean
}) {
  const why = after.explanation.find(({ path }) => path === 'lastDayInForce')
  const fresh = after.warnings.filter((code) => !before.warnings.includes(code))
  const known = new Set(before.rejectedActs.map(({ name }) => name))
  const refused = after.rejectedActs.filter(({ name }) => !known.has(name))
  const changed = labels.filter(({ status }) => status !== 'active')
  return (
    <>
      <h3>{several ? `Le ${formatDay(on)}, dans l’ordre` : 'Dans l’ordre'}</h3>
      <ol>
        <li>{stateSentence(after)}</li>
        {labels.length > 0 &&
          (changed.length === 0 ? (
            <li>Les labels des lieux ne changent pas.</li>
          ) : (
            changed.map(({ place, status }) => (
              <li>
                {placeNames.get(place) ?? 'Un lieu de l’annexe'} : {labelWords[status]}, et le lieu ne figure
                plus comme labellisé.
              </li>
            ))
          ))}
        {refused.map(({ reason }) => (
          <li>Cet acte resterait sans effet. {rejectionSentences[reason]}</li>
        ))}
        {fresh.map((code) => (
          <li>{warningSentences[code]}</li>
        ))}
      </ol>
      {why && after.lastDayInForce !== before.lastDayInForce && (
        <Why about="ce dernier jour" steps={whySteps(why, text)} />
      )}
    </>
  )
}
