import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { judged, MARKS } from '../../../domain/jury/grid.ts'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import type { ReadingPlace } from '../reading-at.ts'
import type { OpenFile } from './reading-page.tsx'

interface GridProps {
  action: string
  place: ReadingPlace
  open: OpenFile
  state: FormState
}

/** A juror's own grid: to fill, or as it stands once finished or closed. What was typed and refused stays here. LAB-26. */
export function GridForm(props: GridProps) {
  const { place, open, state } = props
  const criteria = judged(place.campaign.content)
  const isRefused = Object.keys(state.values).some((name) => name.startsWith('note_'))
  if ((place.reading.finishedAt || open.areClosed) && !isRefused)
    return <FinishedGrid criteria={criteria} open={open} isFinished={place.reading.finishedAt !== null} />
  return (
    <Form action={props.action}>
      {criteria.map((criterion) => (
        <CriterionFields criterion={criterion} {...props} />
      ))}
      <p>
        Une grille finie ne change plus ; vous voyez alors les notes des autres lecteurs qui ont fini, sans
        leur nom.
      </p>
      <Actions>
        <Button name="suite" value="garder" look="plain">
          Garder ma grille en l’état
        </Button>
        <Button name="suite" value="terminer">
          Terminer ma grille
        </Button>
      </Actions>
    </Form>
  )
}

function CriterionFields({ criterion, open, state }: GridProps & { criterion: Criterion }) {
  const { code, title, help, anchors } = criterion
  const kept = open.own.find((one) => one.code === code)
  const known = kept ? (kept.mark === null ? 'nsp' : String(kept.mark)) : ''
  const { values, problems } = state
  return (
    <FieldGroup legend={title}>
      <Radios
        name={`note_${code}`}
        label="Votre note"
        hint={help}
        error={problemOf(problems, `note_${code}`)}
        choices={[
          ...MARKS.map((mark) => ({ value: String(mark), label: `${mark} : ${anchors[mark - 1] ?? ''}` })),
          {
            value: 'nsp',
            label: 'Je ne peux pas juger',
            hint: 'Cette réponse ne compte dans aucune médiane.',
          },
        ]}
        value={String(values[`note_${code}`] ?? known)}
      />
      <TextArea
        name={`commentaire_${code}`}
        label="Votre commentaire"
        hint="Demandé pour une note de 1 ou de 5. Les autres membres du jury le lisent sans votre nom."
        error={problemOf(problems, `commentaire_${code}`)}
        value={String(values[`commentaire_${code}`] ?? kept?.comment ?? '')}
      />
    </FieldGroup>
  )
}

function FinishedGrid({
  criteria,
  open,
  isFinished,
}: {
  criteria: readonly Criterion[]
  open: OpenFile
  isFinished: boolean
}) {
  const own = (code: string) => open.own.find((one) => one.code === code)
  const others = (code: string) => open.others.find((one) => one.code === code)?.marks ?? []
  return (
    <>
      {!isFinished && (
        <Notice state="warning" title="Les grilles sont closes">
          <p>La vôtre n’était pas finie : elle ne compte pas.</p>
        </Notice>
      )}
      <Table
        caption="Vos notes, et celles des autres lecteurs qui ont fini"
        columns={[
          { label: 'Critère', header: true, cell: ({ title }: Criterion) => title },
          { label: 'Votre note', cell: ({ code }) => markText(own(code)?.mark) },
          { label: 'Votre commentaire', cell: ({ code }) => own(code)?.comment || '—' },
          {
            label: 'Autres lecteurs',
            cell: ({ code }) => others(code).map(markText).join(' ; ') || 'pas encore',
          },
        ]}
        rows={criteria}
      />
    </>
  )
}

function markText(mark: number | null | undefined): string {
  if (mark === undefined) return '—'
  return mark === null ? 'ne peut pas juger' : String(mark)
}
