import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { FollowedWebhook } from '../../../data/webhooks/webhooks.store.ts'
import { policy } from '../../policy.ts'
import { webhookPaths } from '../webhooks.paths.ts'
import { lastText, stateText } from '../webhooks-wording.ts'

interface WebhooksProps {
  view: View
  webhooks: readonly FollowedWebhook[]
  state: FormState
}

/** Who is told of changes, whether they hear it, and how to be told. DIR-83. */
export function WebhooksPage({ view, webhooks, state }: WebhooksProps) {
  const { base } = view.network
  const manages = opensTo(view, policy.manageOpenData)
  return (
    <Frame
      view={view}
      space="member"
      title="Avis de changement"
      intro="Un autre logiciel peut être prévenu, dans la minute, de chaque lieu ajouté, modifié ou fermé, et de chaque label qui vient ou s’en va."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={state.problems}
    >
      <Table
        caption="Adresses prévenues"
        columns={[
          {
            label: 'Service',
            header: true,
            cell: ({ name, url }) => (
              <>
                {name}
                <span class="line-more">{url}</span>
              </>
            ),
          },
          { label: 'Dernier message', cell: lastText },
          { label: 'État', cell: stateText },
          {
            label: 'Arrêter',
            silent: true,
            cell: (webhook) =>
              manages && !webhook.ended ? (
                <Form action={webhookPaths.ending(base, webhook.id)}>
                  <Button look="danger">
                    Ne plus prévenir<span class="visually-hidden"> « {webhook.name} »</span>
                  </Button>
                </Form>
              ) : null,
          },
        ]}
        rows={webhooks}
        empty={
          <EmptyState title="Personne n’est prévenu pour le moment">
            Donnez l’adresse d’un service qui reprend vos lieux : il n’aura plus à les relire tous.
          </EmptyState>
        }
      />
      <p>
        Chaque message est signé : <code>Maillage-Signature: t=…,v1=…</code>, où <code>v1</code> est le
        HMAC-SHA256 de <code>t.corps</code> sous le secret. Refusez une heure de plus de cinq minutes, et un{' '}
        <code>Maillage-Delivery</code> déjà reçu. Sans réponse 2xx, le message revient, de plus en plus
        espacé, pendant près de trois jours ; les changements manqués se relisent par{' '}
        <code>/api/v1/changes</code>.
      </p>
      {manages && <NewWebhook action={webhookPaths.list(base)} state={state} />}
    </Frame>
  )
}

function NewWebhook({ action, state: { values, problems } }: { action: string; state: FormState }) {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  return (
    <section>
      <h2>Prévenir un service</h2>
      <Form action={action}>
        <TextField
          name="nom"
          label="Nom du service"
          value={typed('nom')}
          error={problemOf(problems, 'nom')}
          width="medium"
        />
        <TextField
          name="adresse"
          label="Adresse à laquelle écrire"
          hint="En https, sur internet. Le secret qui signe les messages vous est montré une seule fois, ensuite."
          type="url"
          value={typed('adresse')}
          error={problemOf(problems, 'adresse')}
        />
        <Actions>
          <Button>Prévenir ce service</Button>
        </Actions>
      </Form>
    </section>
  )
}
