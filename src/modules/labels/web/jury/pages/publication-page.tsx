import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import { remediesText } from '../../decisions/decision-wording.ts'
import { SignerField } from '../../decisions/pages/decision-fields.tsx'
import type { CampaignPlace } from '../campaign-at.ts'
import { juryPaths } from '../jury.paths.ts'
import { asTyped } from './jury-page.tsx'

interface PublicationProps {
  view: View
  place: CampaignPlace
  files: number
  signers: readonly Capacity[]
  decidedOn: string | null
  /** The consequence is shown before it is done. */
  isShown: boolean
  state: FormState
}

/** The one instant at which results become public. LAB-29. */
export function PublicationPage(props: PublicationProps) {
  const { view, place, files, isShown, state } = props
  const { base } = view.network
  const { campaign } = place
  return (
    <Frame
      view={view}
      space="member"
      title="Publier les résultats"
      intro="Décisions, attributions et pages publiques changent ensemble, ou rien ne change."
      breadcrumb={[
        { label: 'Campagnes et jurys', href: juryPaths.campaigns(base) },
        { label: campaign.name, href: juryPaths.campaign(base, campaign.id) },
      ]}
      problems={state.problems}
    >
      {isShown && (
        <Notice state="warning" title={`${formatNumber(files)} dossiers deviennent publics à l’instant`}>
          <p>
            Chaque candidat reçoit sa décision et un courriel. Les attributions de l’édition précédente
            prennent fin. Rien de tout cela ne se retire ensuite, sinon par une décision nouvelle, dossier par
            dossier.
          </p>
        </Notice>
      )}
      <Words {...props} />
    </Frame>
  )
}

function Words({ view, place: { campaign }, signers, decidedOn, isShown, state }: PublicationProps) {
  const { network } = view
  const { remedies } = campaign.content
  const { values, problems } = state
  const field = (name: string, known = '') => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? known),
  })
  return (
    <Form action={juryPaths.publication(network.base, campaign.id)}>
      <SignerField state={state} signers={signers} />
      <DateField
        {...field('decide_le', decidedOn ? asTyped(decidedOn) : '')}
        label="Jour de la décision du jury"
      />
      <TextArea
        {...field('recours', remedies ? remediesText(remedies, network.headName) : '')}
        label="Voies et délais de recours"
        hint="Dans chaque lettre. Relisez-les : aucune décision ne part sans elles."
      />
      {isShown && <Confirmed state={state} />}
      <Actions>
        <Button look={isShown ? 'danger' : 'main'}>
          {isShown ? 'Publier les résultats maintenant' : 'Voir ce qui sera publié'}
        </Button>
        <a href={juryPaths.campaign(network.base, campaign.id)}>Annuler</a>
      </Actions>
    </Form>
  )
}
