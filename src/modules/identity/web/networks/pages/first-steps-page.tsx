import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { TaskList } from '../../../../../ui/task-list.tsx'
import { paths as identityPaths } from '../../paths.ts'
import { settingsPath } from '../network-settings-way.ts'

export interface StepShown {
  label: string
  hint: string
  href: string
  isDone: boolean
}

/** What an officer does first, each with whether it is done. */
export function FirstStepsPage({ view, steps }: { view: View; steps: readonly StepShown[] }) {
  const left = steps.filter(({ isDone }) => !isDone).length
  return (
    <Frame
      view={view}
      space="member"
      title="Premiers pas"
      intro={
        left === 0
          ? 'Tout est en place. Cette page reste là si vous voulez y revenir.'
          : 'De quoi mettre le réseau en route, dans l’ordre que vous voulez.'
      }
      breadcrumb={[settingsPath(view.network.base)]}
    >
      <TaskList
        tasks={steps.map(({ label, hint, href, isDone }) => ({
          label,
          hint,
          href,
          state: isDone ? 'positive' : 'pending',
          word: isDone ? 'Fait' : 'À faire',
        }))}
      />
    </Frame>
  )
}

/** After the network was founded: the mail, before anything else. */
export function FirstRunDonePage({ view }: { view: View }) {
  const { base, name } = view.network
  return (
    <Frame view={view} title="Ouvrez le courriel que vous avez reçu">
      <Confirmation done={`${name} est créé.`}>
        <p>
          Un message vient de partir vers l’adresse que vous avez donnée. Ouvrez son lien pour confirmer
          qu’elle est bien la vôtre : vous pourrez ensuite vous connecter. Le lien vaut un jour.
        </p>
        <p>
          Rien reçu au bout de quelques minutes ? Regardez parmi les indésirables, ou demandez un autre lien
          en vous connectant.
        </p>
      </Confirmation>
      <ButtonLink href={identityPaths.signIn(base)}>Aller à la page de connexion</ButtonLink>
    </Frame>
  )
}
