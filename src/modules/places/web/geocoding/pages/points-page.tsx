import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { PointProposal } from '../../../data/geocoding/geocoding.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { geocodingPaths } from '../geocoding.paths.ts'

interface PointsProps {
  view: View
  proposals: readonly PointProposal[]
  state: FormState
}

export function PointsPage({ view, proposals, state }: PointsProps) {
  const { base } = view.network
  const mayDecide = opensTo(view, policy.decidePoints)
  return (
    <Frame
      view={view}
      space="member"
      title="Points à vérifier"
      intro={
        'Ces lieux n’ont pas de point sur la carte. Le service d’adresses en propose un, sans en être sûr : dites si c’est le bon.'
      }
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      problems={state.problems}
    >
      <Table
        caption="Points proposés"
        silentCaption
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ slug, name, address, commune }) => (
              <>
                <a href={paths.place(base, slug)}>{name}</a>
                <span class="line-more">
                  {address}, {commune}
                </span>
              </>
            ),
          },
          {
            label: 'Compris comme',
            cell: ({ label, latitude, longitude }) => (
              <>
                {label}
                <span class="line-more">
                  {latitude.toFixed(5)}, {longitude.toFixed(5)}
                </span>
              </>
            ),
          },
          { label: 'Sûr à', cell: ({ score }) => `${score}\u00a0%` },
          {
            label: 'Est-ce là ?',
            silent: true,
            cell: ({ placeId, name }) =>
              mayDecide && (
                <Form action={geocodingPaths.point(base, placeId)}>
                  <Actions>
                    <Button name="reponse" value="oui">
                      Placer le lieu ici<span class="visually-hidden"> : {name}</span>
                    </Button>
                    <Button name="reponse" value="non" look="plain">
                      Ce n’est pas là<span class="visually-hidden"> : {name}</span>
                    </Button>
                  </Actions>
                </Form>
              ),
          },
        ]}
        rows={proposals}
        empty={
          <EmptyState title="Aucun point à vérifier">
            Un point arrive ici quand le service d’adresses, s’il est branché par l’hébergeur, comprend une
            autre commune ou hésite. On peut aussi écrire le point dans la fiche du lieu.
          </EmptyState>
        }
      />
    </Frame>
  )
}
