import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { policy } from '../../policy.ts'
import { offerPaths } from '../offers.paths.ts'

interface SettingsProps {
  view: View
  state: FormState
  isOpen: boolean
  /** How many organisations wish to be shown. */
  count: number
}

/** Shows or closes the directory of organisations. DIR-80. */
export function DirectorySettingsPage({ view, state, isOpen, count }: SettingsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Annuaire des structures"
      intro="Ce que les structures du réseau savent faire pour les petites entreprises, les collectivités et les associations."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={state.problems}
    >
      <p>
        {count === 0
          ? 'Aucune structure n’a encore demandé à y paraître : chacune le fait depuis sa page, « Compétences ».'
          : `${plural(count, 'structure y paraît', 'structures y paraissent')} ou y paraîtront.`}{' '}
        {isOpen && <a href={offerPaths.organisations(base)}>Voir l’annuaire</a>}
      </p>
      {opensTo(view, policy.openDirectories) ? (
        <Form action={offerPaths.settings(base)}>
          <Radios
            name="ouvert"
            label={'Montrer l’annuaire des structures ?'}
            value={isOpen ? 'oui' : 'non'}
            error={problemOf(state.problems, 'ouvert')}
            choices={[
              {
                value: 'oui',
                label: 'Oui, à tout le monde',
                hint: 'Seules les structures qui l’ont demandé y paraissent.',
              },
              { value: 'non', label: 'Non', hint: 'Ce qui est écrit est gardé, et personne ne le voit.' },
            ]}
          />
          <Actions>
            <Button>Enregistrer ce réglage</Button>
          </Actions>
        </Form>
      ) : (
        <p>{isOpen ? 'L’annuaire est montré à tout le monde.' : 'L’annuaire n’est pas montré.'}</p>
      )}
    </Frame>
  )
}
