import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Deliberated, Deliberation } from '../../../domain/jury/deliberated.ts'
import type { Affinity } from '../../../domain/jury/interest.ts'
import type { JurorId } from '../../../domain/jury/juror.ts'
import type { JuryResult } from '../../../domain/jury/jury-result.ts'
import type { FilePlace } from '../campaign-at.ts'
import { juryPaths } from '../jury.paths.ts'
import { STAGE_LOOKS, STAGE_WORDS } from '../jury-wording.ts'
import { DecisionSection } from './decision-section.tsx'
import { DeclarationForm } from './declaration-form.tsx'
import { ResultSection } from './result-section.tsx'

/** Only once the grids are closed, and only for those whom the file is open to. */
export interface Numbers {
  readonly result: JuryResult
  readonly comments: readonly { code: string; comments: readonly string[] }[]
  readonly meetings: readonly Deliberation[]
  readonly recused: readonly JurorId[]
  readonly decided: Deliberated | null
}

export interface FileProps {
  view: View
  place: FilePlace
  affinities: readonly Affinity[]
  numbers: Numbers | null
  state: FormState
}

/** One file of a campaign: its check, its readers counted, then the numbers and the decision. LAB-22, LAB-28. */
export function FilePage(props: FileProps) {
  const { view, place, state } = props
  const { base } = view.network
  const { campaign, file, standing } = place
  return (
    <Frame
      view={view}
      space="member"
      title={place.holderName}
      kicker={campaign.name}
      breadcrumb={[
        { label: 'Campagnes et jurys', href: juryPaths.campaigns(base) },
        { label: campaign.name, href: juryPaths.campaign(base, campaign.id) },
      ]}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          {
            term: 'Où il en est',
            value: <Tag state={STAGE_LOOKS[file.stage]}>{STAGE_WORDS[file.stage]}</Tag>,
          },
          { term: 'Référence', value: file.reference || '—' },
          {
            term: 'Lecteurs',
            value: `${formatNumber(file.readers)}, dont ${formatNumber(file.scientific)} scientifiques ; ${formatNumber(file.finished)} ont fini`,
          },
          { term: 'Déports', value: formatNumber(file.recused) },
        ]}
      />
      {place.isSecretary && !campaign.publishedAt && file.stage !== 'decided' && <Check {...props} />}
      {standing === 'recused' && (
        <Notice state="info" title="Vous vous êtes déporté de ce dossier">
          <p>Ni les notes, ni les commentaires, ni la décision ne vous sont montrés.</p>
        </Notice>
      )}
      {standing === 'undeclared' && (
        <section>
          <h2>Vos liens avec cette candidature</h2>
          <DeclarationForm
            action={juryPaths.fileDeclaration(base, campaign.id, file.id)}
            affinities={props.affinities}
            state={state}
          />
        </section>
      )}
      {props.numbers && <ResultSection place={place} numbers={props.numbers} />}
      {props.numbers && !campaign.publishedAt && <DecisionSection {...props} numbers={props.numbers} />}
    </Frame>
  )
}

function Check({ view, place: { campaign, file }, state: { values, problems } }: FileProps) {
  const known = file.stage === 'to_check' ? '' : file.stage === 'ineligible' ? 'non' : 'oui'
  return (
    <section>
      <h2>Recevabilité</h2>
      <Form action={juryPaths.check(view.network.base, campaign.id, file.id)}>
        <Radios
          name="recevable"
          label="Ce dossier peut-il être jugé ?"
          error={problemOf(problems, 'recevable')}
          choices={[
            { value: 'oui', label: 'Oui, il est recevable' },
            { value: 'non', label: 'Non', hint: 'Il n’est confié à personne, et refusé à la publication.' },
          ]}
          value={String(values.recevable ?? known)}
        />
        <TextArea
          name="motif"
          label="Motif s’il n’est pas recevable"
          hint="Le candidat le lira dans sa lettre."
          error={problemOf(problems, 'motif')}
          value={String(values.motif ?? file.reason)}
        />
        <TextField
          name="population"
          label="Habitants"
          optional
          inputmode="numeric"
          width="short"
          hint="Sert à comparer les collectivités de même taille, après la publication."
          error={problemOf(problems, 'population')}
          value={String(values.population ?? file.population ?? '')}
        />
        <Button look="plain">Enregistrer la recevabilité</Button>
      </Form>
    </section>
  )
}
