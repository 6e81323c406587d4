import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { NetworkSettings } from '../../../data/networks/network-settings.store.ts'
import { paths } from '../network-paths.ts'
import { settingsPath } from '../network-settings-way.ts'

interface NetworkSecurityProps {
  view: View
  settings: NetworkSettings
  mayManage: boolean
  state: FormState
  /** The officer asks for a second factor without having one: said before anything is written. */
  lacksFactor: boolean
}

export function NetworkSecurityPage(props: NetworkSecurityProps) {
  const { view, mayManage, lacksFactor, state } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Sécurité et conservation"
      intro="Comment les personnes du réseau se connectent, et combien de temps ce qui les concerne est gardé."
      breadcrumb={[settingsPath(view.network.base)]}
      problems={state.problems}
    >
      {lacksFactor && (
        <Notice state="warning" title="Rien n’est encore enregistré" live>
          <p>
            Vous n’avez pas encore de seconde preuve. Dès l’enregistrement, il vous sera demandé d’en ajouter
            un avant d’aller plus loin. Gardez à portée de main votre téléphone ou votre clé de sécurité.
          </p>
        </Notice>
      )}
      {mayManage ? <SecurityForm {...props} /> : <SecurityRead {...props} />}
    </Frame>
  )
}

function SecurityForm({ view, settings, lacksFactor, state: { values, problems } }: NetworkSecurityProps) {
  const { base } = view.network
  const field = (name: string, kept: string | number) => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? kept),
  })
  const number = (name: string, kept: number, suffix: string) => ({
    ...field(name, kept),
    suffix,
    inputmode: 'numeric' as const,
    width: 'short' as const,
  })
  return (
    <Form action={paths.security(base)}>
      <input type="hidden" name="vu" value={String(settings.version)} />
      {lacksFactor && <input type="hidden" name="confirme" value="oui" />}
      <Radios
        {...field('second_facteur', settings.second_factor_for_officers ? 'oui' : 'non')}
        label="Seconde preuve pour la tête de réseau"
        hint="Concerne les chargées et chargés de mission, la protection des données et le contrôle."
        choices={[
          {
            value: 'oui',
            label: 'Demandé',
            hint: 'En plus du mot de passe, une clé d’accès ou un code sur le téléphone.',
          },
          { value: 'non', label: 'Laissé au choix de chacun' },
        ]}
      />
      <TextField
        {...number('session', settings.session_days, 'jours')}
        label="Durée d’une connexion"
        hint="Au bout de ce temps, il faut se reconnecter, même sur son propre appareil. De 1 à 90 jours."
      />
      <FieldGroup legend="Conservation">
        <TextField
          {...number('inactivite', settings.inactive_months, 'mois')}
          label="Comptes inactifs"
          hint="Une personne qui ne s’est pas connectée pendant ce temps est prévenue par courriel, puis son compte est anonymisé. De 6 à 60 mois."
        />
        <TextField
          {...number('journal', settings.journal_years, 'années')}
          label="Journal des actes"
          hint="Qui a fait quoi et quand. Au-delà, les lignes sont effacées. De 1 à 30 années."
        />
        <TextField
          {...number('origine', settings.origin_months, 'mois')}
          label="Adresses de connexion"
          hint="L’adresse internet et le navigateur d’où chaque acte a été fait. Au-delà, ils sont effacés ; l’acte reste. De 1 à 24 mois."
        />
      </FieldGroup>
      <Actions>
        <Button>
          {lacksFactor
            ? 'Enregistrer et demander la seconde preuve'
            : 'Enregistrer la sécurité et la conservation'}
        </Button>
        <a href={settingsPath(base).href}>Annuler</a>
      </Actions>
    </Form>
  )
}

function SecurityRead({ settings }: NetworkSecurityProps) {
  return (
    <SummaryList
      rows={[
        {
          term: 'Seconde preuve pour la tête de réseau',
          value: settings.second_factor_for_officers ? 'Demandé' : 'Laissé au choix de chacun',
        },
        { term: 'Durée d’une connexion', value: plural(settings.session_days, 'jour', 'jours') },
        { term: 'Comptes inactifs', value: `Anonymisés après ${settings.inactive_months} mois` },
        { term: 'Journal des actes', value: `Gardé ${plural(settings.journal_years, 'année', 'années')}` },
        { term: 'Adresses de connexion', value: `Gardées ${settings.origin_months} mois` },
      ]}
    />
  )
}
