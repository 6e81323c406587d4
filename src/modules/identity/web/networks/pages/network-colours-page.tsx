import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { ColourField, Swatches } from '../../../../../ui/colour-field.tsx'
import { BASE_COLOURS } from '../../../../../ui/colours.ts'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { codeOfTheme, PALETTES, type Palette } from '../../../../../ui/palettes.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Theme } from '../../../../../ui/theme.ts'
import { ADJUSTABLE, type Adjustable, fieldOf } from '../network-colours.form.ts'
import { paths } from '../network-paths.ts'
import { settingsPath } from '../network-settings-way.ts'

interface NetworkColoursProps {
  view: View
  version: number
  /** What the fields begin with: the present colours, or a palette. */
  theme: Theme
  palette: Palette | null
  /** The colours to try on this page, when nothing is wrong with them. */
  preview: Theme | null
  mayManage: boolean
  state: FormState
}

export function NetworkColoursPage(props: NetworkColoursProps) {
  const { view, preview, mayManage, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Les couleurs"
      intro={
        mayManage
          ? 'Choisissez une palette, ajustez-la, regardez l’aperçu, puis enregistrez. Un contraste trop faible est refusé.'
          : 'Les couleurs des pages du réseau. Seule une chargée ou un chargé de mission peut les modifier.'
      }
      breadcrumb={[settingsPath(base)]}
      problems={state.problems}
      head={preview && <link rel="stylesheet" href={paths.preview(base, codeOfTheme(preview))} />}
    >
      {preview && (
        <Notice state="info" title="Aperçu : rien n’est encore enregistré" live>
          <p>
            Toute cette page porte les nouvelles couleurs, et personne d’autre ne les voit. Regardez aussi le
            thème sombre, si votre appareil le permet, puis enregistrez en bas de page.
          </p>
        </Notice>
      )}
      {preview && <Samples />}
      {mayManage && (
        <>
          <Palettes base={base} chosen={props.palette} />
          <ColoursForm {...props} />
        </>
      )}
      {!mayManage && <Swatches theme={props.theme} />}
    </Frame>
  )
}

function Palettes({ base, chosen }: { base: string; chosen: Palette | null }) {
  return (
    <>
      <h2>Partir d’une palette</h2>
      <ul class="palettes">
        {PALETTES.map(({ id, name, description, theme }) => (
          <li>
            <a href={paths.palette(base, id)} aria-current={chosen?.id === id ? 'true' : undefined}>
              {name}
            </a>
            <Swatches theme={theme} />
            <p class="field-hint">{description}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

const LABELS: Record<Adjustable, string> = {
  masthead: 'Bandeau',
  mastheadInk: 'Texte du bandeau',
  brand: 'Liens et boutons',
  brandInk: 'Texte des boutons',
  accent: 'Accent',
  surface: 'Fond de page',
}

function ColoursForm({
  view,
  version,
  theme,
  palette,
  preview,
  state: { values, problems },
}: NetworkColoursProps) {
  const { base } = view.network
  const colours = { ...BASE_COLOURS, ...theme }
  return (
    <>
      <h2>{palette ? `Ajuster la palette ${palette.name}` : 'Ajuster les couleurs actuelles'}</h2>
      <Form action={paths.colours(base)}>
        <input type="hidden" name="vu" value={String(version)} />
        <input type="hidden" name="palette" value={palette?.id ?? ''} />
        {(['light', 'dark'] as const).map((scheme) => (
          <FieldGroup legend={scheme === 'light' ? 'Thème clair' : 'Thème sombre'}>
            <div class="colour-fields">
              {ADJUSTABLE.map((token) => {
                const name = fieldOf(token, scheme)
                return (
                  <ColourField
                    name={name}
                    label={LABELS[token]}
                    error={problemOf(problems, name)}
                    value={String(values[name] ?? colours[token][scheme])}
                  />
                )
              })}
            </div>
          </FieldGroup>
        ))}
        <Actions>
          <Button look={preview ? 'plain' : 'main'}>Voir l’aperçu</Button>
          {preview && (
            <Button name="confirme" value="oui">
              Enregistrer ces couleurs
            </Button>
          )}
          <a href={settingsPath(base).href}>Annuler</a>
        </Actions>
      </Form>
    </>
  )
}

/** A little of everything that takes colours. */
function Samples() {
  return (
    <section aria-label="Échantillons">
      <h2>
        Un titre, un <a href="#contenu">lien</a> et du texte
      </h2>
      <p>Le texte courant se lit sur le fond de page, en clair comme en sombre.</p>
      <p>
        <Tag state="positive">En vigueur</Tag> <Tag state="warning">À renouveler</Tag>{' '}
        <Tag state="danger">En retard</Tag> <Tag state="pending">En attente</Tag>
      </p>
      <Table
        caption="Un tableau"
        columns={[
          { label: 'Lieu', header: true, cell: ({ name }) => name },
          { label: 'Commune', cell: ({ commune }) => commune },
        ]}
        rows={[
          { name: 'Maison numérique', commune: 'Valmer' },
          { name: 'Atelier du port', commune: 'Honfleur' },
        ]}
      />
      <TextField name="exemple" label="Un champ" value="Ce qui est tapé" width="medium" />
      <ButtonLink href="#contenu" look="plain">
        Un bouton secondaire
      </ButtonLink>
    </section>
  )
}
