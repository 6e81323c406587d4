import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { groundName } from '../../../data/search/places.gazetteer.ts'
import type { OwnTerritory } from '../../../data/territories/territories.store.ts'
import { territoryPaths } from '../territories.paths.ts'
import { TerritoryFields } from './territory-fields.tsx'

interface TerritoryProps {
  view: View
  territory: OwnTerritory
  /** The sites whose map is locked on it. */
  embeds: readonly string[]
  mayKeep: boolean
  state: FormState
}

/** One of the network's own territories: what it holds, and whether it is still offered. */
export function TerritoryPage({ view, territory, embeds, mayKeep, state }: TerritoryProps) {
  const { base } = view.network
  const members = memberLines(territory)
  return (
    <Frame
      view={view}
      space="member"
      title={territory.name}
      breadcrumb={[
        { label: 'Réglages', href: `${base}/reglages` },
        { label: 'Territoires du réseau', href: territoryPaths.list(base) },
      ]}
      problems={state.problems}
    >
      {territory.endedAt && (
        <Notice state="info" title="Ce territoire n’est plus proposé">
          <p>L’annuaire ne permet plus d’y chercher. Ses chiffres de semestre restent.</p>
        </Notice>
      )}
      {state.problems.length > 0 || !mayKeep ? (
        <>
          <h2>Ce qui est enregistré</h2>
          <ul>
            {members.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {mayKeep && (
        <>
          <Form action={territoryPaths.one(base, territory.slug)} label="Modifier ce territoire">
            <input type="hidden" name="version" value={String(state.values.version || territory.version)} />
            <TerritoryFields state={state} drawn={{ nom: territory.name, membres: members.join('\n') }} />
            <Actions>
              <Button>Enregistrer ce territoire</Button>
            </Actions>
          </Form>
          <Offer base={base} territory={territory} embeds={embeds} />
        </>
      )}
    </Frame>
  )
}

function Offer({ base, territory, embeds }: Pick<TerritoryProps, 'territory' | 'embeds'> & { base: string }) {
  if (territory.endedAt)
    return (
      <Form action={territoryPaths.reopening(base, territory.slug)}>
        <Actions>
          <Button look="plain">Proposer de nouveau ce territoire</Button>
        </Actions>
      </Form>
    )
  return (
    <Form action={territoryPaths.ending(base, territory.slug)}>
      <h2>Ne plus proposer ce territoire</h2>
      <p>
        Les liens gardés vers lui diront qu’il n’existe plus et montreront tous les lieux.
        {embeds.length > 0 &&
          ` Les cartes posées sur d’autres sites (${embeds.join(', ')}) continuent de montrer ses communes, et elles seules.`}
      </p>
      <Actions>
        <Button look="danger">Ne plus proposer ce territoire</Button>
      </Actions>
    </Form>
  )
}

/** As they are typed: « Coutances (50147) ». */
function memberLines({ communes, epcis }: OwnTerritory): string[] {
  const line = (kind: 'commune' | 'epci', code: string) => {
    const name = groundName({ kind, code })
    return name === null ? code : `${name} (${code})`
  }
  return [
    ...epcis.map((code) => line('epci', code)),
    ...communes.map((code) => line('commune', code)).sort((one, other) => one.localeCompare(other, 'fr')),
  ]
}
