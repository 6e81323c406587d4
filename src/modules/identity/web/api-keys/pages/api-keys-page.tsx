import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type ApiKey, LIFE_DAYS } from '../../../domain/api-key.ts'
import { paths } from '../../paths.ts'
import { apiKeyPaths } from '../api-key.paths.ts'
import { scopeWords } from '../api-key-wording.ts'

interface ApiKeysProps {
  view: View
  keys: readonly ApiKey[]
  state: FormState
}

/** One's own keys: what each opens, until when, and its end. EQP-1405. */
export function ApiKeysPage({ view, keys, state }: ApiKeysProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Clés d’API"
      intro="Une clé laisse un programme lire et agir à votre place, avec vos droits et jamais plus. Elle s’arrête si vous quittez votre structure."
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      problems={state.problems}
    >
      <Table
        caption="Clés qui servent"
        columns={[
          {
            label: 'Clé',
            header: true,
            cell: ({ name, organisation }) => (
              <>
                {name}
                <span class="line-more">pour {organisation}</span>
              </>
            ),
          },
          { label: 'Permet', cell: ({ scopes }) => scopeWords(scopes) },
          { label: 'Sert jusqu’au', cell: ({ expiresAt }) => formatDay(dayOf(expiresAt)) },
          {
            label: 'Dernier usage',
            cell: ({ lastUsedAt }) => (lastUsedAt ? formatMoment(lastUsedAt) : 'jamais'),
          },
          {
            label: 'Retirer',
            silent: true,
            cell: (key) => (
              <Form action={apiKeyPaths.removal(base, key.id)}>
                <Button look="danger">
                  Retirer<span class="visually-hidden"> la clé « {key.name} »</span>
                </Button>
              </Form>
            ),
          },
        ]}
        rows={keys}
        empty={
          <EmptyState title="Aucune clé pour le moment">
            Créez une clé pour chaque programme : elle est montrée une seule fois, et se retire quand on veut.
          </EmptyState>
        }
      />
      <p>
        Ce que l’API sait faire est décrit, au format OpenAPI, par{' '}
        <a href={`${base}/api/v1/openapi.json`}>le document de l’API</a>.
      </p>
      <NewKey action={apiKeyPaths.list(base)} state={state} />
    </Frame>
  )
}

function NewKey({ action, state: { values, problems } }: { action: string; state: FormState }) {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  return (
    <section>
      <h2>Créer une clé</h2>
      <Form action={action}>
        <TextField
          name="nom"
          label="Nom de la clé"
          hint="Le programme qui s’en servira, par exemple « Agenda du service »."
          value={typed('nom')}
          error={problemOf(problems, 'nom')}
          width="medium"
          autocomplete="off"
        />
        <Radios
          name="portee"
          label="Ce qu’elle permet"
          value={typed('portee')}
          error={problemOf(problems, 'portee')}
          choices={[
            { value: 'lire', label: 'Lire', hint: 'Tout ce que vous lisez vous-même.' },
            {
              value: 'agir',
              label: 'Lire et agir',
              hint: 'Demander, accorder, remettre : ce que vous pouvez faire.',
            },
          ]}
        />
        <Radios
          name="duree"
          label="Combien de temps"
          value={typed('duree')}
          error={problemOf(problems, 'duree')}
          choices={LIFE_DAYS.map((days) => ({ value: String(days), label: `${days} jours` }))}
        />
        <Actions>
          <Button>Créer la clé</Button>
        </Actions>
      </Form>
    </section>
  )
}
