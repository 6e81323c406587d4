import type { Problem } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { digestOfPiece } from '../../../use-cases/schemes/scheme-pieces.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { CriterionView } from '../scheme-of.ts'
import { faultWords } from '../scheme-problems-wording.ts'
import { criterionSentences, questionSentence } from '../scheme-sentences-wording.ts'
import { DraftFrame } from './scheme-frame.tsx'

/** One criterion, in four pieces: the question, what it demands, its proofs, the jury's scale. LAB-2. */
export function CriterionPage({ about, problems }: { about: CriterionView; problems: readonly Problem[] }) {
  const { view, scheme, draft, rank, criterion, faults } = about
  const { base } = view.network
  const { demand, evidence } = criterionSentences(criterion, draft.content)
  const own = faults.filter(({ code }) => code === criterion.code)
  const change = (href: string, about: string) => ({ label: 'Modifier', about, href })
  return (
    <DraftFrame
      about={about}
      title={criterion.title}
      steps={[{ label: 'Critères', href: schemePaths.criteria(base, scheme.id) }]}
      problems={problems}
    >
      {own.length > 0 && (
        <Notice state="warning" title="À reprendre avant de publier">
          {own.map((fault) => (
            <p>{faultWords(fault).sentence}</p>
          ))}
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: 'La question',
            value: (
              <>
                <p>
                  {criterion.code}, partie « {criterion.group} ». {questionSentence(criterion)}
                </p>
                {criterion.help && <p class="muted">{criterion.help}</p>}
              </>
            ),
            act: change(schemePaths.question(base, scheme.id, rank), 'la question'),
          },
          {
            term: 'Ce qu’elle exige',
            value: demand.join(' '),
            act: change(schemePaths.demand(base, scheme.id, rank), 'ce qu’elle exige'),
          },
          {
            term: 'Les preuves',
            value: evidence.join(' '),
            act: change(schemePaths.evidence(base, scheme.id, rank), 'les preuves'),
          },
          ...(draft.content.route === 'jury'
            ? [
                {
                  term: 'L’échelle du jury',
                  value: scaleWords(criterion.anchors),
                  act: change(schemePaths.scale(base, scheme.id, rank), 'l’échelle du jury'),
                },
              ]
            : []),
        ]}
      />
      <form method="post" action={schemePaths.criterionRemoval(base, scheme.id, rank)}>
        <input type="hidden" name="lu" value={digestOfPiece(draft.content, `criterion:${rank}`)} />
        <Button look="danger">Retirer ce critère du projet</Button>
      </form>
    </DraftFrame>
  )
}

function scaleWords(anchors: readonly string[]) {
  const told = anchors.filter((words) => words.trim() !== '')
  if (told.length === 0) return 'À compléter : une phrase pour chaque note, de 1 à 5.'
  return (
    <ol>
      {anchors.map((words) => (
        <li>{words || 'À compléter'}</li>
      ))}
    </ol>
  )
}
