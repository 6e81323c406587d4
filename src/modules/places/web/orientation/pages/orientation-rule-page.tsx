import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { OutcomeLine } from '../../../data/orientation/outcomes.queries.ts'
import { FOLLOWED_DAYS } from '../../../domain/orientation/outcome.ts'
import { countedTexts, countText, monthText, needText, territoryText } from '../follow-up-wording.ts'
import { orientationPaths as paths } from '../orientation.paths.ts'

interface RuleProps {
  view: View
  follows: boolean
  mayChoose: boolean
  lines: readonly OutcomeLine[]
  problems: readonly Problem[]
}

const COUNTED = ['came', 'absent', 'unknown', 'unanswered'] as const

/** Whether orientations are followed, what that means for people, and what was counted. DIR-76. */
export function OrientationRulePage({ view, follows, mayChoose, lines, problems }: RuleProps) {
  return (
    <Frame
      view={view}
      space="member"
      title="Suivi des orientations"
      intro="Savoir si les personnes orientées trouvent de l’aide. Sans ce réglage, rien n’est gardé d’une fiche d’orientation."
      breadcrumb={[{ label: 'Réglages', href: `${view.network.base}/reglages` }]}
      problems={problems}
    >
      <h2>Ce que cela veut dire pour les personnes</h2>
      <ul>
        <li>Une fiche n’est suivie que si la personne est d’accord. La fiche le lui dit, par écrit.</li>
        <li>
          Sont gardés son prénom, le nom du prescripteur et les lieux choisis, {FOLLOWED_DAYS} jours au plus.
          Ni nom, ni adresse, ni téléphone.
        </li>
        <li>
          Seuls les lisent la personne qui a remis la fiche et les gestionnaires des lieux choisis. La tête du
          réseau ne lit que des nombres.
        </li>
        <li>
          La réponse « venue », « pas venue » ou « on ne sait pas » efface ces noms aussitôt, comme le retrait
          de l’accord.
        </li>
        <li>Un visiteur qui n’est pas connecté prépare des fiches comme avant, et rien n’en est gardé.</li>
      </ul>
      {mayChoose ? (
        <Form action={paths.settings(view.network.base)}>
          <Radios
            name="suivi"
            label="Les fiches d’orientation"
            value={follows ? 'oui' : 'non'}
            error={problemOf(problems, 'suivi')}
            choices={[
              {
                value: 'non',
                label: 'Ne sont pas suivies',
                hint: 'Rien n’est gardé. C’est le réglage d’origine.',
              },
              {
                value: 'oui',
                label: 'Peuvent être suivies, avec l’accord de la personne',
                hint: 'Par les membres connectés de vos structures. Si vous revenez en arrière, les fiches déjà suivies le restent jusqu’à leur terme.',
              },
            ]}
          />
          <Actions>
            <Button>Enregistrer ce réglage</Button>
          </Actions>
        </Form>
      ) : (
        <SummaryList
          rows={[
            {
              term: 'Les fiches d’orientation',
              value: follows ? 'Peuvent être suivies, avec l’accord de la personne' : 'Ne sont pas suivies',
            },
          ]}
        />
      )}
      <h2>Ce qu’elles sont devenues</h2>
      <Outcomes lines={lines} />
    </Frame>
  )
}

function Outcomes({ lines }: { lines: readonly OutcomeLine[] }) {
  return (
    <>
      {lines.length > 0 && (
        <p>
          Une fiche qui porte plusieurs besoins compte une fois pour chacun. Un nombre trop petit n’est pas
          montré : il pourrait désigner quelqu’un.
        </p>
      )}
      <Table
        caption="Ce que sont devenues les orientations"
        silentCaption
        columns={[
          { label: 'Besoin', header: true, cell: ({ need }) => needText(need) },
          { label: 'Mois', cell: ({ month }) => monthText(month) },
          { label: 'Territoire', cell: ({ department }) => territoryText(department) },
          ...COUNTED.map((outcome) => ({
            label: countedTexts[outcome],
            numeric: true,
            cell: ({ sheets }: OutcomeLine) => countText(sheets[outcome]),
          })),
        ]}
        rows={lines}
        empty={
          <EmptyState title="Rien n’est encore compté">
            Les nombres paraissent ici quand des fiches suivies ont reçu une réponse.
          </EmptyState>
        }
      />
    </>
  )
}
