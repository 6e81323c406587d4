import { dayOf } from '../../../../../kernel/instant.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { BadgeKey } from '../../../data/badges/badge-keys.store.ts'
import { policy } from '../../policy.ts'
import { badgePaths } from '../badges.paths.ts'

const KINDS: Readonly<Record<BadgeKey['kind'], string>> = {
  rsa: 'Signature du texte (RS256)',
  ed25519: 'Preuve du document (Ed25519)',
}

export function BadgeKeysPage({ view, keys }: { view: View; keys: readonly BadgeKey[] }) {
  const { base } = view.network
  const mayChange = opensTo(view, policy.badgeKeys)
  return (
    <Frame
      view={view}
      space="member"
      title="Clés des badges"
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      intro="Ces clés signent les badges numériques du réseau. Leur partie secrète est chiffrée et ne sort jamais d’ici ; leur partie publique reste en ligne pour toujours."
      act={mayChange ? { label: 'Renouveler les clés', href: badgePaths.newKeys(base) } : undefined}
    >
      <Table
        caption="Clés du réseau"
        empty="Aucune clé pour l’instant : elles sont faites avec le premier badge."
        columns={[
          {
            label: 'Clé',
            header: true,
            cell: ({ id, kind }) => <a href={badgePaths.key(base, id)}>{KINDS[kind]}</a>,
          },
          { label: 'Faite le', cell: ({ madeAt }) => formatMoment(madeAt) },
          { label: 'État', cell: (key) => <KeyState badgeKey={key} /> },
          {
            label: 'Acte',
            cell: ({ id, compromisedFrom }) =>
              mayChange && !compromisedFrom ? (
                <a href={badgePaths.compromise(base, id)}>Signaler qu’elle n’est plus sûre</a>
              ) : (
                ''
              ),
          },
        ]}
        rows={keys}
      />
    </Frame>
  )
}

function KeyState({ badgeKey: { retiredAt, compromisedFrom } }: { badgeKey: BadgeKey }) {
  if (compromisedFrom)
    return (
      <>
        <Tag state="danger">Plus sûre</Tag> depuis le {formatDay(dayOf(compromisedFrom))}
      </>
    )
  return retiredAt ? (
    <>
      <Tag state="neutral">Remplacée</Tag> le {formatMoment(retiredAt)}
    </>
  ) : (
    <Tag state="positive">En service</Tag>
  )
}

export function NewKeysPage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Renouveler les clés des badges"
      breadcrumb={[
        { label: 'Réglages', href: `${base}/reglages` },
        { label: 'Clés des badges', href: badgePaths.keys(base) },
      ]}
      intro="Deux nouvelles clés signent les badges à venir. Les anciennes ne signent plus ; les badges déjà donnés restent vérifiables."
      problems={state.problems}
    >
      <Form action={badgePaths.newKeys(base)}>
        <Actions>
          <Button>Renouveler les clés</Button>
          <ButtonLink href={badgePaths.keys(base)} look="quiet">
            Garder les clés actuelles
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  )
}

interface CompromiseProps {
  view: View
  badgeKey: BadgeKey
  state: FormState
}

export function CompromisePage({ view, badgeKey, state }: CompromiseProps) {
  const { base } = view.network
  const isShown = state.values.date !== undefined && state.problems.length === 0
  return (
    <Frame
      view={view}
      space="member"
      title="Signaler une clé qui n’est plus sûre"
      breadcrumb={[
        { label: 'Réglages', href: `${base}/reglages` },
        { label: 'Clés des badges', href: badgePaths.keys(base) },
      ]}
      intro={`${KINDS[badgeKey.kind]}, faite le ${formatMoment(badgeKey.madeAt)}.`}
      problems={state.problems}
    >
      <Form action={badgePaths.compromise(base, badgeKey.id)}>
        <DateField
          name="date"
          label="Premier jour où d’autres ont pu s’en servir"
          value={typeof state.values.date === 'string' ? state.values.date : undefined}
          error={problemOf(state.problems, 'date')}
        />
        {isShown && (
          <Notice state="warning" title="Ce signalement ne se reprend pas">
            <p>
              Ce que cette clé a signé depuis ce jour sera refusé partout où nous vérifions. Les badges signés
              avant gardent leur valeur et sont refaits avec de nouvelles clés.
            </p>
          </Notice>
        )}
        <Confirmed state={state} />
        <Actions>
          <Button look={isShown ? 'danger' : 'main'}>
            {isShown ? 'Signaler cette clé' : 'Voir ce qui va se passer'}
          </Button>
          <ButtonLink href={badgePaths.keys(base)} look="quiet">
            Revenir aux clés
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  )
}
