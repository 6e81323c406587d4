import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { NetworkSettings } from '../../../data/networks/network-settings.store.ts'
import { paths } from '../network-paths.ts'
import { settingsPath } from '../network-settings-way.ts'

/** A template of agreement that a network may offer: the agreements' own list, given by the application. */
export interface OfferedTemplate {
  id: string
  title: string
}

interface NetworkSettingsProps {
  view: View
  settings: NetworkSettings
  templates: readonly OfferedTemplate[]
  /** The address of the network today, as a visitor types it. */
  address: string
  mayManage: boolean
  state: FormState
}

export function NetworkSettingsPage(props: NetworkSettingsProps) {
  const { view, mayManage, state } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Le réseau"
      intro={
        mayManage
          ? 'Ce que chacun voit du réseau, et à qui il peut écrire.'
          : 'Ce que chacun voit du réseau. Seule une chargée ou un chargé de mission peut le modifier.'
      }
      breadcrumb={[settingsPath(view.network.base)]}
      problems={state.problems}
    >
      {mayManage ? <SettingsForm {...props} /> : <SettingsRead {...props} />}
    </Frame>
  )
}

function SettingsForm({
  view,
  settings,
  templates,
  address,
  state: { values, problems },
}: NetworkSettingsProps) {
  const { base } = view.network
  const isFirst = Object.keys(values).length === 0
  const field = fieldsOf({ values, problems })
  const offered = isFirst ? settings.template_ids : [values.modeles ?? []].flat()
  return (
    <Form action={paths.settings(base)} upload>
      <input type="hidden" name="vu" value={String(settings.version)} />
      <TextField {...field('nom', settings.name)} label="Nom du réseau" />
      <SummaryList
        rows={[
          { term: 'Tête de réseau', value: settings.head_name },
          { term: 'Adresse actuelle', value: address },
        ]}
      />
      <TextField
        {...field('accroche', settings.tagline)}
        label="Phrase d’accueil"
        hint="En une phrase, ce que le réseau apporte aux habitants."
        optional
      />
      <TextField
        {...field('contact', settings.contact_email)}
        label="Courriel de contact"
        hint="Affiché sur la page publique « Le réseau »."
        type="email"
        width="medium"
        optional
      />
      <FieldGroup legend="Protection des données">
        <TextField
          {...field('dpo', settings.dpo_name)}
          label="Déléguée ou délégué à la protection des données"
          hint="Son nom, ou celui de son service."
          optional
        />
        <TextField
          {...field('dpo_courriel', settings.dpo_email)}
          label="Son courriel"
          type="email"
          width="medium"
          optional
        />
      </FieldGroup>
      <FieldGroup legend="Logo">
        <FileField
          name="logo"
          label="Image du logo"
          hint="PNG, JPEG ou WebP, 512 Ko au plus. Carrée de préférence."
          accept=".png,.jpg,.jpeg,.webp"
          error={problemOf(problems, 'logo')}
          received={
            settings.logo_file_id ? 'le logo actuel, gardé si vous n’en choisissez pas un autre' : undefined
          }
          optional
        />
        {settings.logo_file_id && <Checkbox name="sans_logo" label="Retirer le logo actuel" />}
      </FieldGroup>
      <TextField
        {...field('domaine', settings.host ?? '')}
        label="Nom de domaine du réseau"
        hint="Par exemple reseau.exemple.fr. Il doit déjà conduire à ce serveur, en https : les liens des courriels s’en serviront. Vide, le réseau garde l’adresse de l’installation."
        width="medium"
        optional
      />
      <Checkboxes
        name="modeles"
        label="Modèles de convention proposés"
        hint="Aucun coché : tous sont proposés. Les conventions déjà préparées ne changent pas."
        error={problemOf(problems, 'modeles')}
        values={offered}
        choices={templates.map(({ id, title }) => ({ value: id, label: title }))}
        optional
      />
      <Actions>
        <Button>Enregistrer les réglages du réseau</Button>
        <a href={settingsPath(base).href}>Annuler</a>
      </Actions>
    </Form>
  )
}

function SettingsRead({ settings, templates, address }: NetworkSettingsProps) {
  const offered = templates.filter(({ id }) => settings.template_ids.includes(id))
  const told = (text: string) => text || 'Non renseigné'
  return (
    <SummaryList
      rows={[
        { term: 'Nom', value: settings.name },
        { term: 'Tête de réseau', value: settings.head_name },
        { term: 'Adresse', value: address },
        { term: 'Phrase d’accueil', value: told(settings.tagline) },
        { term: 'Courriel de contact', value: told(settings.contact_email) },
        { term: 'Protection des données', value: told(settings.dpo_name) },
        { term: 'Son courriel', value: told(settings.dpo_email) },
        {
          term: 'Modèles proposés',
          value: offered.length === 0 ? 'Tous' : offered.map(({ title }) => title).join(', '),
        },
      ]}
    />
  )
}
