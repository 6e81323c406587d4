import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { JUROR_KINDS } from '../../../domain/jury/interest.ts'
import type { JurorId } from '../../../domain/jury/juror.ts'
import type { CampaignPlace, NamedJuror } from '../campaign-at.ts'
import { juryPaths } from '../jury.paths.ts'
import { KIND_WORDS } from '../jury-wording.ts'

interface JuryProps {
  view: View
  place: CampaignPlace
  loads: ReadonlyMap<JurorId, { given: number; finished: number; recused: number }>
  /** Members of the network who do not sit yet. */
  people: readonly { id: string; label: string }[]
  state: FormState
}

/** Who sits, for how long, and how much each has to read; never what they marked. LAB-24. */
export function JuryPage(props: JuryProps) {
  const { view, place, state } = props
  const { base } = view.network
  const { campaign, isSecretary } = place
  const isOpen = isSecretary && campaign.publishedAt === null
  return (
    <Frame
      view={view}
      space="member"
      title="Le jury et ses dates"
      breadcrumb={[
        { label: 'Campagnes et jurys', href: juryPaths.campaigns(base) },
        { label: campaign.name, href: juryPaths.campaign(base, campaign.id) },
      ]}
      problems={state.problems}
    >
      <Jurors {...props} />
      {isOpen && <Setting {...props} />}
      {isOpen && campaign.jury && <Naming {...props} />}
    </Frame>
  )
}

function Jurors({ view, place: { jurors, campaign, isSecretary }, loads }: JuryProps) {
  const { base } = view.network
  const load = ({ id }: NamedJuror) => loads.get(id) ?? { given: 0, finished: 0, recused: 0 }
  return (
    <Table
      caption="Membres du jury"
      columns={[
        {
          label: 'Nom',
          header: true,
          cell: (juror: NamedJuror) => (
            <>
              {juror.name} {juror.isChair && <Tag state="info">Préside</Tag>}
              <br />
              <span class="muted">
                {KIND_WORDS[juror.kind]}, {mandateWords(juror)}
              </span>
            </>
          ),
        },
        { label: 'Territoires déclarés', cell: ({ territories }) => territories.join(', ') || 'aucun' },
        { label: 'À lire', numeric: true, cell: (juror) => formatNumber(load(juror).given) },
        { label: 'Lus', numeric: true, cell: (juror) => formatNumber(load(juror).finished) },
        { label: 'Déports', numeric: true, cell: (juror) => formatNumber(load(juror).recused) },
        {
          label: 'Fin du mandat',
          silent: true,
          cell: ({ id, until, name }) =>
            isSecretary && until === null && campaign.publishedAt === null ? (
              <details>
                <summary>Mettre fin au mandat</summary>
                <Form action={juryPaths.seatEnd(base, campaign.id, id)}>
                  <TextField name="motif_fin" label={`Motif de fin pour ${name}`} width="medium" />
                  <Button look="quiet">Mettre fin au mandat</Button>
                </Form>
              </details>
            ) : null,
        },
      ]}
      rows={jurors}
      empty={
        <EmptyState title="Personne ne siège encore">
          Fixez les dates, puis nommez les membres : au moins trois, dont deux scientifiques, et une
          présidence.
        </EmptyState>
      }
    />
  )
}

function mandateWords({ from, until }: NamedJuror): string {
  return until ? `du ${formatDay(from)} au ${formatDay(until)}` : `depuis le ${formatDay(from)}`
}

function Setting({ view, place: { campaign }, state: { values, problems } }: JuryProps) {
  const typed = (name: string, known: string) => String(values[name] ?? known)
  const { jury } = campaign
  return (
    <>
      <h2>Dates</h2>
      <Form action={juryPaths.jury(view.network.base, campaign.id)}>
        <DateField
          name="grilles"
          label="Dernier jour des grilles"
          hint={`Après la fin des candidatures, le ${formatDay(campaign.closesOn)}. Les notes s’arrêtent ce jour-là à minuit.`}
          error={problemOf(problems, 'grilles')}
          value={typed('grilles', jury ? asTyped(jury.marksUntil) : '')}
        />
        <DateField
          name="ceremonie"
          label="Jour de la cérémonie"
          optional
          hint="Rien ne peut être publié avant ce jour."
          error={problemOf(problems, 'ceremonie')}
          value={typed('ceremonie', jury?.ceremonyOn ? asTyped(jury.ceremonyOn) : '')}
        />
        <Checkbox
          name="medianes"
          label="Donner à chaque candidat ses médianes, dans sa lettre de résultats"
          checked={values.grilles === undefined ? jury?.tellsMedians : values.medianes === 'oui'}
        />
        <Button look={jury ? 'plain' : 'main'}>
          {jury ? 'Enregistrer les dates' : 'Constituer le jury'}
        </Button>
      </Form>
    </>
  )
}

function Naming({ view, place: { campaign }, people, state: { values, problems } }: JuryProps) {
  const typed = (name: string) => String(values[name] ?? '')
  return (
    <>
      <h2>Nommer un membre</h2>
      <Form action={juryPaths.jurors(view.network.base, campaign.id)}>
        <Select
          name="personne"
          label="Personne"
          prompt="Choisissez un membre du réseau"
          error={problemOf(problems, 'personne')}
          choices={people.map(({ id, label }) => ({ value: id, label }))}
          value={typed('personne')}
        />
        <Radios
          name="qualite"
          label="À quel titre"
          error={problemOf(problems, 'qualite')}
          choices={JUROR_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
          value={typed('qualite')}
        />
        <DateField
          name="depuis"
          label="Premier jour du mandat"
          error={problemOf(problems, 'depuis')}
          value={typed('depuis')}
        />
        <TextField
          name="territoires"
          label="Territoires déclarés"
          optional
          hint="Numéros de département ou codes Insee, par exemple 14, 76351. Aucun dossier de ces territoires ne lui est confié."
          error={problemOf(problems, 'territoires')}
          value={typed('territoires')}
        />
        <Checkbox
          name="preside"
          label="Cette personne préside le jury"
          error={problemOf(problems, 'preside')}
          checked={values.preside === 'oui'}
        />
        <Actions>
          <Button>Nommer ce membre</Button>
        </Actions>
      </Form>
    </>
  )
}

export function asTyped(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
