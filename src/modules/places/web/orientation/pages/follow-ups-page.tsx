import { addDays } from '../../../../../kernel/day.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { FollowUp } from '../../../data/orientation/follow-ups.store.ts'
import { FOLLOWED_DAYS } from '../../../domain/orientation/outcome.ts'
import { homePaths } from '../../home/home.paths.ts'
import { orientationPaths as paths } from '../orientation.paths.ts'

interface FollowUpsProps {
  view: View
  follows: boolean
  followUps: readonly FollowUp[]
  problems: readonly Problem[]
}

/** Those one sent to a place, and those who were sent to one’s own: did they come? DIR-76. */
export function FollowUpsPage({ view, follows, followUps, problems }: FollowUpsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Orientations suivies"
      intro={
        'Les personnes que vous avez orientées, et celles qu’on a orientées vers vos lieux. Votre réponse efface le prénom et le nom du prescripteur\u00a0: il reste un nombre.'
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
            <>Votre réseau ne suit pas les orientations{'\u00a0'}: rien n’est gardé des fiches remises.</>
          )}
        </EmptyState>
      ) : (
        followUps.map((followUp) => <Sheet base={base} followUp={followUp} />)
      )}
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
          <Button look="plain" name="suite" value="came">
            Venue
          </Button>
          <Button look="plain" name="suite" value="absent">
            Pas venue
          </Button>
          <Button look="plain" name="suite" value="unknown">
            On ne sait pas
          </Button>
          <Button look="quiet" name="suite" value="withdrawn">
            Elle retire son accord
          </Button>
        </Actions>
      </Form>
    </section>
  )
}
