import type { Child } from 'hono/jsx'
import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { EarlyReturn } from '../../../data/borrowing/early-returns.store.ts'
import type { Reexamination } from '../../../data/borrowing/reexaminations.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { Line } from '../../../data/lines.store.ts'
import { appointmentText } from '../../moment-wording.ts'
import { managingPaths } from '../managing.paths.ts'
import { peopleActPaths } from '../people-acts.paths.ts'
import { trail } from './trail.ts'

export interface PeopleActProps {
  view: View
  inventory: Inventory
  line: Line
  /** « Casque VR, VR-1, Val de Mer ». */
  what: string
  state: FormState
}

function ActPage(props: PeopleActProps & { title: string; intro?: string; children: Child }) {
  const { view, inventory, line, what, state, title, intro, children } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      kicker={what}
      breadcrumb={[
        ...trail(base, inventory),
        { label: 'Le prêt', href: managingPaths.line(base, inventory.id, line.id) },
      ]}
      intro={intro}
      problems={state.problems}
    >
      {children}
    </Frame>
  )
}

/** What is out is asked for, never taken. EQP-602. */
export function EarlyReturnPage(props: PeopleActProps & { last: EarlyReturn | null }) {
  const { view, inventory, line, last, state } = props
  const { values, problems } = state
  const { base } = view.network
  if (last?.answer === null)
    return (
      <ActPage {...props} title="Demander un retour anticipé">
        <p>
          Le retour est demandé pour le {appointmentText(last.wantedAt, inventory.timeZone)} au plus tard.
          L’emprunteur n’a pas encore répondu ; d’ici là, la date de retour ne change pas.
        </p>
      </ActPage>
    )
  return (
    <ActPage
      {...props}
      title="Demander un retour anticipé"
      intro="L’emprunteur reçoit un courriel. Il accepte et choisit un créneau, ou refuse : la date ne change que s’il accepte."
    >
      <Form action={peopleActPaths.earlyReturn(base, inventory.id, line.id)}>
        <input type="hidden" name="vu" value={String(line.seq)} />
        <DateField
          name="jour"
          label="À rendre au plus tard le"
          value={String(values.jour ?? '')}
          error={problemOf(problems, 'jour')}
        />
        <TextArea
          name="raison"
          label="Pourquoi"
          rows={3}
          value={String(values.raison ?? '')}
          error={problemOf(problems, 'raison')}
        />
        <Actions>
          <Button>Demander le retour</Button>
          <a href={managingPaths.line(base, inventory.id, line.id)}>Revenir au prêt</a>
        </Actions>
      </Form>
    </ActPage>
  )
}

/** One answer, with its reasons, and it stays. EQP-506. */
export function ReexaminationAnswerPage(
  props: PeopleActProps & { asked: Reexamination; answeredBy: string | null },
) {
  const { view, inventory, line, asked, answeredBy, state } = props
  const { values, problems } = state
  const { base } = view.network
  const day = (at: Reexamination['askedAt']) => formatDay(dayOf(at, inventory.timeZone))
  return (
    <ActPage {...props} title="Demande de réexamen">
      <p>
        Le {day(asked.askedAt)}, l’emprunteur écrit : {asked.question}
      </p>
      {asked.answer && asked.answeredAt ? (
        <p>
          Le {day(asked.answeredAt)}, {answeredBy ? `${answeredBy} répond` : 'la réponse'} : décision{' '}
          {asked.isUpheld ? 'maintenue' : 'revue'}. {asked.answer}
        </p>
      ) : (
        <Form action={peopleActPaths.reexamination(base, inventory.id, line.id)}>
          <input type="hidden" name="vu" value={String(line.seq)} />
          <Radios
            name="decision"
            label="La décision est"
            choices={[
              { value: 'upheld', label: 'maintenue' },
              { value: 'revised', label: 'revue : l’emprunteur est invité à faire une nouvelle demande' },
            ]}
            value={String(values.decision ?? '')}
            error={problemOf(problems, 'decision')}
          />
          <TextArea
            name="reponse"
            label="Réponse motivée"
            hint="Une seule réponse est possible, et elle reste avec le prêt."
            rows={4}
            value={String(values.reponse ?? '')}
            error={problemOf(problems, 'reponse')}
          />
          <Actions>
            <Button>Répondre à l’emprunteur</Button>
            <a href={managingPaths.line(base, inventory.id, line.id)}>Revenir au prêt</a>
          </Actions>
        </Form>
      )}
    </ActPage>
  )
}
