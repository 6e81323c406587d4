import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import { digestOfPiece } from '../../../use-cases/schemes/scheme-pieces.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeDraftView } from '../scheme-of.ts'
import { kindWords } from '../scheme-wording.ts'
import { OF_CRITERIA, WhatIsLeft } from './draft-page.tsx'
import { DraftFrame, StarterNotice } from './scheme-frame.tsx'

interface Line {
  criterion: Criterion
  rank: number
}

/** What a label asks, in the order of its form: opened, moved, added. LAB-2. */
export function CriteriaPage({ about, state }: { about: SchemeDraftView; state: FormState }) {
  const { view, scheme, draft } = about
  const { base } = view.network
  const { criteria, isStarter } = draft.content
  return (
    <DraftFrame
      about={about}
      title="Les critères"
      width="full"
      intro="Dans l’ordre du formulaire. Ouvrez-en un pour dire comment on y répond et ce qu’il exige."
      steps={[]}
      problems={state.problems}
    >
      {isStarter && <StarterNotice />}
      <WhatIsLeft about={about} within={OF_CRITERIA} />
      <Table
        caption="Critères, dans l’ordre du formulaire"
        silentCaption
        columns={[
          { label: 'Code', cell: ({ criterion }: Line) => criterion.code },
          {
            label: 'Ce qui est demandé',
            header: true,
            cell: ({ criterion, rank }) => (
              <a href={schemePaths.criterion(base, scheme.id, rank)}>{criterion.title}</a>
            ),
          },
          { label: 'Partie', cell: ({ criterion }) => criterion.group },
          { label: 'Réponse', cell: ({ criterion }) => kindWords[criterion.kind] },
          {
            label: 'Exigence',
            cell: ({ criterion }) =>
              criterion.isEliminatory ? (
                <Tag state="warning">Indispensable</Tag>
              ) : (
                `Poids ${formatNumber(criterion.weight)}`
              ),
          },
          { label: 'Déplacer', silent: true, cell: (line) => <Moves about={about} line={line} /> },
        ]}
        rows={criteria.map((criterion, index) => ({ criterion, rank: index + 1 }))}
        empty={
          <EmptyState title="Le label ne demande encore rien.">
            <p>Écrivez le premier critère plus bas : une phrase à laquelle on répond.</p>
          </EmptyState>
        }
      />
      <NewCriterion about={about} state={state} />
    </DraftFrame>
  )
}

function Moves({
  about: { view, scheme, draft },
  line: { criterion, rank },
}: {
  about: SchemeDraftView
  line: Line
}) {
  const { content } = draft
  return (
    <form method="post" action={schemePaths.criterionPlace(view.network.base, scheme.id, rank)}>
      <input type="hidden" name="lu" value={digestOfPiece(content, `criterion:${rank}`)} />
      {rank > 1 && (
        <Button look="quiet" name="sens" value="monter">
          Monter<span class="visually-hidden"> « {criterion.title} »</span>
        </Button>
      )}{' '}
      {rank < content.criteria.length && (
        <Button look="quiet" name="sens" value="descendre">
          Descendre<span class="visually-hidden"> « {criterion.title} »</span>
        </Button>
      )}
    </form>
  )
}

function NewCriterion({
  about: { view, scheme, draft },
  state,
}: {
  about: SchemeDraftView
  state: FormState
}) {
  const groups = [...new Set(draft.content.criteria.map(({ group }) => group))]
  const field = fieldsOf(state)
  return (
    <section aria-labelledby="ajouter">
      <h2 id="ajouter">Ajouter un critère</h2>
      <Form action={schemePaths.criteria(view.network.base, scheme.id)}>
        <TextField
          {...field('titre')}
          label="Ce qui est demandé"
          hint="Une phrase à laquelle on répond : « Le lieu est ouvert au public au moins trois jours par semaine »."
        />
        <TextField
          {...field('groupe', groups.at(-1))}
          label="Partie du formulaire"
          hint={
            groups.length > 0
              ? `Une partie tient sur une page. Déjà là : ${groups.join(', ')}.`
              : 'Une partie tient sur une page du formulaire : « Accueil », « Équipe ».'
          }
          width="medium"
        />
        <Actions>
          <Button look="plain">Ajouter ce critère</Button>
        </Actions>
      </Form>
    </section>
  )
}
