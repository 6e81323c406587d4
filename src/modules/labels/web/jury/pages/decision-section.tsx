import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { groupsOf, judged } from '../../../domain/jury/grid.ts'
import { levelsOf } from '../../../domain/jury/outcome.ts'
import { type NamedJuror, nameOf } from '../campaign-at.ts'
import { juryPaths } from '../jury.paths.ts'
import { levelWords } from '../jury-wording.ts'
import type { FileProps, Numbers } from './file-page.tsx'

type Props = FileProps & { numbers: Numbers }

/** What the jury decides of a file, and how: who chairs, who leaves, the votes, the words the holder will read. LAB-28. */
export function DecisionSection(props: Props) {
  const { numbers, place } = props
  const { grading } = place.campaign.content
  const unit = grading.kind === 'levels' ? grading.unit : ''
  const { decided } = numbers
  return (
    <section>
      <h2>Décision du jury</h2>
      {decided && (
        <SummaryList
          rows={[
            { term: 'Niveau décidé', value: levelWords(decided.level, unit) },
            { term: 'Présidence', value: nameOf(place.jurors, decided.chairedBy) },
            {
              term: 'Voix',
              value: `${decided.vote.for} pour, ${decided.vote.against} contre, ${decided.vote.abstentions} abstentions`,
            },
            ...(decided.deviation ? [{ term: 'Écart aux seuils', value: decided.deviation }] : []),
          ]}
        />
      )}
      {numbers.meetings.length === 0 ? (
        <Notice state="info" title="Ouvrez d’abord une séance">
          <p>
            <a href={juryPaths.results(props.view.network.base, place.campaign.id)}>
              Résultats et délibération
            </a>
          </p>
        </Notice>
      ) : (
        <DecisionForm {...props} />
      )}
    </section>
  )
}

function DecisionForm({ view, place, numbers, state: { values, problems } }: Props) {
  const { campaign, file, jurors } = place
  const { grading } = campaign.content
  const unit = grading.kind === 'levels' ? grading.unit : ''
  const typed = (name: string, known = '') => String(values[name] ?? known)
  const seated = jurors.filter(({ until }) => until === null)
  const sitting = seated.filter(({ id }) => !numbers.recused.includes(id))
  return (
    <Form action={juryPaths.decision(view.network.base, campaign.id, file.id)}>
      <Recused jurors={seated.filter(({ id }) => numbers.recused.includes(id))} />
      <Select
        name="seance_dossier"
        label="Séance"
        error={problemOf(problems, 'seance_dossier')}
        choices={numbers.meetings.map(({ id, heldOn }) => ({ value: id, label: formatDay(heldOn) }))}
        value={typed('seance_dossier', numbers.meetings[0]?.id)}
      />
      <Select
        name="preside_par"
        label="Préside pour ce dossier"
        hint="Si la présidence se déporte, choisissez qui la remplace : le procès-verbal le dira."
        prompt="Choisissez un membre présent"
        error={problemOf(problems, 'preside_par')}
        choices={sitting.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed('preside_par', sitting.find(({ isChair }) => isChair)?.id)}
      />
      <Checkboxes
        name="sortent"
        label="Se déportent en séance"
        optional
        hint="Qui découvre un lien maintenant quitte la séance pour ce dossier ; ses notes ne comptent plus."
        values={[values.sortent ?? []].flat()}
        choices={sitting.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Radios
        name="niveau"
        label="Niveau décidé"
        error={problemOf(problems, 'niveau')}
        choices={[
          { value: 'aucun', label: 'Aucun niveau' },
          ...levelsOf(grading).map((level) => ({ value: String(level), label: levelWords(level, unit) })),
        ]}
        value={typed('niveau')}
      />
      <TextArea
        name="ecart"
        label="Pourquoi le jury s’écarte des seuils"
        hint="Demandé si le niveau n’est pas celui des seuils. Le candidat le lira : ne nommez personne."
        error={problemOf(problems, 'ecart')}
        value={typed('ecart')}
      />
      <FieldGroup legend="Synthèse pour le candidat">
        {groupsOf(judged(campaign.content)).map((group, rank) => (
          <TextArea
            name={`synthese_${rank}`}
            label={group}
            error={problemOf(problems, `synthese_${rank}`)}
            value={typed(`synthese_${rank}`, numbers.decided?.reasons[rank]?.text)}
          />
        ))}
      </FieldGroup>
      <FieldGroup legend="Voix">
        <Votes name="pour" label="Pour" value={typed('pour')} error={problemOf(problems, 'pour')} />
        <Votes
          name="contre"
          label="Contre"
          value={typed('contre', '0')}
          error={problemOf(problems, 'contre')}
        />
        <Votes
          name="abstentions"
          label="Abstentions"
          value={typed('abstentions', '0')}
          error={problemOf(problems, 'abstentions')}
        />
      </FieldGroup>
      <Button>{numbers.decided ? 'Remplacer la décision' : 'Enregistrer la décision du jury'}</Button>
    </Form>
  )
}

function Votes(props: { name: string; label: string; value: string; error: string | undefined }) {
  return <TextField {...props} inputmode="numeric" width="short" />
}

function Recused({ jurors }: { jurors: readonly NamedJuror[] }) {
  if (jurors.length === 0) return null
  return (
    <Notice state="info" title="Déports pour ce dossier">
      <p>
        {jurors.map(({ name }) => name).join(', ')}. Absents de cette délibération, exclus des médianes et du
        quorum.
      </p>
    </Notice>
  )
}
