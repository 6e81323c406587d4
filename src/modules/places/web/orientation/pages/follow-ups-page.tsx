import { addDays } from '../../../../../kernel/day.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { DayText } from '../../../../../ui/time.tsx'
import type { Answer } from '../../../data/orientation/answers.store.ts'
import type { FollowUp } from '../../../data/orientation/follow-ups.store.ts'
import {
  CORRECTABLE_DAYS,
  correctableUntil,
  FOLLOWED_DAYS,
  OUTCOMES,
} from '../../../domain/orientation/outcome.ts'
import { homePaths } from '../../home/home.paths.ts'
import { monthText, needText, outcomeTexts, territoryText } from '../follow-up-wording.ts'
import { orientationPaths as paths } from '../orientation.paths.ts'

interface FollowUpsProps {
  view: View
  follows: boolean
  followUps: readonly FollowUp[]
  /** What the reader answered, and may still correct. */
  answers: readonly Answer[]
  problems: readonly Problem[]
}

/** Those one sent to a place, and those who were sent to one’s own: did they come? DIR-76. */
export function FollowUpsPage({ view, follows, followUps, answers, problems }: FollowUpsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Orientations suivies"
      intro={
        'Les personnes que vous avez orientées, et celles qu’on a orientées vers vos lieux. Votre réponse efface le prénom et le nom du prescripteur : il reste un nombre.'
      }
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      problems={problems}
    >
      {followUps.length === 0 ? (
        <EmptyState title="Aucune orientation n’est suivie">
          {follows ? (
            <>
              Préparez <a href={paths.start(base)}>une fiche d’orientation</a>, demandez son accord à la
              personne, puis choisissez de la suivre.
            </>
          ) : (
            <>Votre réseau ne suit pas les orientations : rien n’est gardé des fiches remises.</>
          )}
        </EmptyState>
      ) : (
        followUps.map((followUp) => <Sheet base={base} followUp={followUp} />)
      )}
      {answers.length > 0 && <Answers base={base} answers={answers} />}
    </Frame>
  )
}

function Sheet({ base, followUp }: { base: string; followUp: FollowUp }) {
  const { id, firstName, givenOn, prescriber, places } = followUp
  return (
    <section class="sheet-place">
      <h2>{firstName === '' ? 'Une personne' : firstName}</h2>
      <p>
        Fiche remise le <DayText day={givenOn} /> par {prescriber}. Effacée le{' '}
        <DayText day={addDays(givenOn, FOLLOWED_DAYS + 1)} /> au plus tard.
      </p>
      <ul>
        {places.map((place) => (
          <li>{place}</li>
        ))}
      </ul>
      <Form action={paths.followUp(base, id)} label={`Ce que ${firstName || 'la personne'} est devenue`}>
        <Actions>
          {OUTCOMES.map((outcome) => (
            <Button look="plain" name="suite" value={outcome}>
              {outcomeTexts[outcome]}
            </Button>
          ))}
          <Button look="quiet" name="suite" value="withdrawn">
            Elle retire son accord
          </Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Without any name: told apart by when one answered, and what was sought. */
function Answers({ base, answers }: { base: string; answers: readonly Answer[] }) {
  return (
    <>
      <h2>Corriger une réponse</h2>
      <p>
        Les noms sont effacés. Vous pouvez corriger ce que vous avez répondu pendant {CORRECTABLE_DAYS} jours.
      </p>
      {answers.map((answer) => (
        <Correction base={base} answer={answer} />
      ))}
    </>
  )
}

function Correction({ base, answer }: { base: string; answer: Answer }) {
  const { id, outcome, answeredAt, answeredOn, month, needs, department } = answer
  const sought = needs.length === 0 ? needText('') : needs.map(needText).join(', ')
  return (
    <section class="sheet-place">
      <h3>
        « {outcomeTexts[outcome]} », le {formatMoment(answeredAt)}
      </h3>
      <p>
        Fiche remise en {monthText(month)}. {sought}, {territoryText(department)}. À corriger jusqu’au{' '}
        <DayText day={correctableUntil(answeredOn)} />.
      </p>
      <Form action={paths.correction(base, id)} label={`Corriger la réponse du ${formatMoment(answeredAt)}`}>
        <Actions>
          {OUTCOMES.filter((other) => other !== outcome).map((other) => (
            <Button look="quiet" name="suite" value={other}>
              Plutôt « {outcomeTexts[other]} »
            </Button>
          ))}
        </Actions>
      </Form>
    </section>
  )
}
