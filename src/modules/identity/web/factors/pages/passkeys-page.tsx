import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Passkey } from '../../../data/factors/passkey.store.ts'
import { paths } from '../../paths.ts'
import { passkeyPaths } from '../passkey-paths.ts'
import { PasskeyForm } from './passkey-form.tsx'

interface PasskeysProps {
  view: View
  passkeys: readonly Passkey[]
  next: string
  state: FormState
}

/** The keys of a person, and one more. */
export function PasskeysPage({ view, passkeys, next, state: { values, problems } }: PasskeysProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Vos clés d’accès"
      intro="Une clé d’accès (passkey) ouvre votre compte sans mot de passe : votre appareil vous demande son code, votre empreinte ou votre visage, et personne ne peut vous la soutirer."
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      problems={problems}
    >
      <Table
        caption="Clés de votre compte"
        silentCaption
        columns={[
          { label: 'Clé', header: true, cell: ({ name }) => name },
          { label: 'Ajoutée le', cell: ({ createdAt }) => (createdAt ? formatDay(dayOf(createdAt)) : '') },
          { label: 'Où elle se trouve', cell: ({ isShared }) => whereIs(isShared) },
          {
            label: 'Modifier',
            silent: true,
            cell: ({ id, name }) => (
              <a href={passkeyPaths.one(base, id)}>
                Modifier<span class="visually-hidden"> {name}</span>
              </a>
            ),
          },
        ]}
        rows={passkeys}
        empty={
          <EmptyState title="Vous n’avez pas encore de clé">
            Ajoutez celle de l’appareil que vous utilisez le plus souvent.
          </EmptyState>
        }
      />
      <h2>Ajouter une clé</h2>
      <p>
        Votre appareil vous demandera son code, votre empreinte ou votre visage. Rien de cela ne nous est
        transmis.
      </p>
      <PasskeyForm
        ceremony="create"
        options={passkeyPaths.options(base)}
        action={passkeyPaths.list(base)}
        next={next}
        label="Ajouter une clé sur cet appareil"
      >
        <TextField
          name="nom"
          label="Nom de la clé"
          hint="Pour la reconnaître, par exemple « Téléphone du bureau »."
          value={String(values.nom ?? '')}
          error={problemOf(problems, 'nom')}
          optional
          width="medium"
          autocomplete="off"
        />
      </PasskeyForm>
    </Frame>
  )
}

export function whereIs(isShared: boolean): string {
  return isShared ? 'Tous vos appareils reliés au même compte' : 'Cet appareil, ou cette clé, seulement'
}
