import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { FollowedKey } from '../../../data/embed/embed-keys.store.ts'
import { policy } from '../../policy.ts'
import { embedPaths } from '../embed.paths.ts'

interface EmbedKeysProps {
  view: View
  /** The network's own address. */
  site: string
  /** `territory`: in words; null: the whole network. */
  keys: readonly (FollowedKey & { token: string; territory: string | null })[]
  state: FormState
}

/** Which sites show the map, and the line each of them puts in its page. DIR-85. */
export function EmbedKeysPage({ view, site, keys, state }: EmbedKeysProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="La carte sur d’autres sites"
      intro={
        'Une commune, un partenaire peut montrer les lieux de son territoire dans sa propre page : une ligne suffit, et ses visiteurs n’y voient rien d’autre.'
      }
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={state.problems}
    >
      {keys.length === 0 && (
        <EmptyState title="Aucun site ne montre la carte pour le moment">
          Autorisez un premier site : vous obtiendrez la ligne à copier dans sa page.
        </EmptyState>
      )}
      {keys.map((key) => (
        <section>
          <h2>{key.name}</h2>
          <SummaryList
            rows={[
              {
                term: 'Territoire',
                value: key.territory ?? 'tout le réseau',
              },
              { term: 'Sites autorisés', value: key.origins.join(', ') },
              { term: 'Vues depuis trente jours', value: formatNumber(key.views) },
              {
                term: 'Ligne à copier',
                value: (
                  <code>{`<script src="${embedPaths.loader(site)}" data-cle="${key.token}" async></script>`}</code>
                ),
              },
              {
                term: 'Sans script',
                value: (
                  <code>{`<iframe src="${embedPaths.frame(site, key.token)}" title="Lieux où se faire aider avec le numérique" width="100%" height="700"></iframe>`}</code>
                ),
              },
            ]}
          />
          {opensTo(view, policy.manageOpenData) && (
            <Form action={embedPaths.ending(base, key.id)}>
              <Button look="danger">
                Retirer la carte<span class="visually-hidden"> de « {key.name} »</span>
              </Button>
            </Form>
          )}
        </section>
      ))}
      {opensTo(view, policy.manageOpenData) && <NewKey action={embedPaths.settings(base)} state={state} />}
    </Frame>
  )
}

function NewKey({ action, state: { values, problems } }: Pick<EmbedKeysProps, 'state'> & { action: string }) {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  return (
    <section>
      <h2>Autoriser un site</h2>
      <Form action={action}>
        <TextField
          name="nom"
          label="Nom du site"
          hint={'Par exemple « Site de la ville de Valmer ».'}
          value={typed('nom')}
          error={problemOf(problems, 'nom')}
          width="medium"
        />
        <TextArea
          name="origines"
          label="Adresse du site"
          hint="Une par ligne, par exemple https://www.valmer.example. La carte ne s’affiche nulle part ailleurs."
          value={typed('origines')}
          error={problemOf(problems, 'origines')}
          rows={3}
        />
        <TextField
          name="territoire"
          label="Territoire montré"
          hint={
            'Un département, une région, une commune, un EPCI ou un territoire du réseau, par son nom. Vide : tout le réseau.'
          }
          optional
          value={typed('territoire')}
          error={problemOf(problems, 'territoire')}
          width="medium"
        />
        <Actions>
          <Button>Autoriser ce site</Button>
        </Actions>
      </Form>
    </section>
  )
}
