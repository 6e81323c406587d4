import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { KeptBaseMap } from '../../../data/map/base-map.store.ts'
import { IGN_PLAN, tilesOrigin } from '../../../domain/map/base-map.ts'
import { mapPaths } from '../map.paths.ts'

interface BaseMapProps {
  view: View
  kept: KeptBaseMap | null
  mayManage: boolean
  state: FormState
}

export function BaseMapPage(props: BaseMapProps) {
  const { view, mayManage, state } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Fond de carte"
      intro="Ce que la carte des lieux montre sous les repères. Sans réglage, elle dessine les contours de la France et ne demande rien à un autre site."
      breadcrumb={[{ label: 'Réglages', href: `${view.network.base}/reglages` }]}
      problems={state.problems}
    >
      {mayManage ? <BaseMapForm {...props} /> : <BaseMapRead {...props} />}
    </Frame>
  )
}

function BaseMapRead({ kept }: BaseMapProps) {
  return (
    <SummaryList
      rows={
        kept
          ? [
              { term: 'Fond de carte', value: tilesOrigin(kept) },
              { term: 'Attribution', value: kept.attribution },
              { term: 'Zoom le plus proche', value: String(kept.maxZoom) },
            ]
          : [{ term: 'Fond de carte', value: 'Contours, servis par ce site' }]
      }
    />
  )
}

function BaseMapForm({ view, kept, state: { values, problems } }: BaseMapProps) {
  const field = (name: string, saved: string) => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? saved),
  })
  const own = kept && kept.tilesUrl !== IGN_PLAN.tilesUrl ? kept : null
  return (
    <Form action={mapPaths.settings(view.network.base)}>
      <input type="hidden" name="vu" value={String(kept?.version ?? 0)} />
      <Radios
        {...field('fond', kept ? (own ? 'autre' : 'ign') : 'contours')}
        label="Sous les lieux, montrer"
        choices={[
          {
            value: 'contours',
            label: 'Les contours de la France',
            hint: 'Servis par ce site. Personne d’autre ne sait qui regarde la carte.',
          },
          {
            value: 'ign',
            label: 'Le plan de l’IGN',
            hint: 'Rues et relief. Le navigateur de chaque visiteur les demande à data.geopf.fr, service de l’État.',
          },
          {
            value: 'autre',
            label: 'Un autre fond',
            hint: 'Le navigateur de chaque visiteur le demandera au site que vous indiquez.',
          },
        ]}
      />
      <FieldGroup legend="L’autre fond, si vous l’avez choisi">
        <TextField
          {...field('adresse', own?.tilesUrl ?? '')}
          label="Adresse des tuiles"
          hint="Modèle XYZ ou WMTS, avec {z}, {x} et {y} : https://tuiles.exemple.fr/{z}/{x}/{y}.png"
          type="url"
          optional
        />
        <TextField
          {...field('attribution', own?.attribution ?? '')}
          label="Attribution"
          hint="Qui a fait ce fond, tel que sa licence demande de l’écrire."
          optional
        />
        <TextField
          {...field('zoom', String(own?.maxZoom ?? ''))}
          label="Zoom le plus proche"
          hint={'De 1 à 22 ; 19 le plus souvent.'}
          inputmode="numeric"
          width="short"
          optional
        />
      </FieldGroup>
      <Actions>
        <Button>Enregistrer le fond de carte</Button>
      </Actions>
    </Form>
  )
}
