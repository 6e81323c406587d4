import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatMoment } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { placePath } from '../../../places/index.ts'
import type { OfferedPlace } from '../../data/offered-places.store.ts'
import { federationPaths as paths } from '../federation.paths.ts'
import { answerText } from '../federation-wording.ts'
import { policy } from '../policy.ts'

interface ProposalProps {
  view: View
  offered: OfferedPlace
  name: string
  state: FormState
}

/** A place that its home offers us: what follows if we take it over, then the answer. DIR-89. */
export function ProposalPage({ view, offered, name, state }: ProposalProps) {
  const { base } = view.network
  const { placeId, uri, homeName, offeredAt, accepted } = offered
  return (
    <Frame
      view={view}
      space="member"
      title="Reprendre un lieu"
      kicker={name}
      breadcrumb={[{ label: 'Réseaux suivis', href: paths.home(base) }]}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          { term: 'Sur notre carte', value: <a href={placePath(base, placeId)}>Voir la fiche</a> },
          { term: 'Chez son réseau', value: <a href={uri}>{homeName}</a> },
          { term: 'Proposé', value: formatMoment(offeredAt) },
          { term: 'Notre réponse', value: answerText(accepted) },
        ]}
      />
      {accepted === null && opensTo(view, policy.manage) && (
        <>
          <Notice state="warning" title="Ce qui suivra si vous le reprenez">
            <ul>
              <li>La fiche est à vous, telle qu’elle est : vous seuls la tenez à jour.</li>
              <li>Son adresse chez {homeName} conduit ensuite à la vôtre, pour toujours.</li>
              <li>
                Les labels donnés par {homeName} ne viennent pas avec elle. Personne chez vous ne la tient
                encore : rattachez-la à une structure.
              </li>
              <li>Cela ne s’annule pas : il faudrait que {homeName} le reprenne à son tour.</li>
            </ul>
          </Notice>
          <Form action={paths.proposal(base, placeId)}>
            <Actions>
              <Button name="reponse" value="accepte">
                Reprendre ce lieu
              </Button>
              <Button name="reponse" value="refuse" look="plain">
                Ne pas le reprendre
              </Button>
            </Actions>
          </Form>
        </>
      )}
    </Frame>
  )
}
