import { Button } from '../../../../../ui/button.tsx'
import { plural } from '../../../../../ui/french.ts'
import { TaskList } from '../../../../../ui/task-list.tsx'
import type { Fault } from '../../../domain/schemes/publishable.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeDraftView } from '../scheme-of.ts'
import { type FaultPlace, faultWords } from '../scheme-problems-wording.ts'
import { type PieceName, pieceSentences } from '../scheme-sentences-wording.ts'
import { DraftFrame, StarterNotice } from './scheme-frame.tsx'

const TITLES: Record<PieceName, string> = {
  shape: 'Qui le porte, et comment il s’attribue',
  levels: 'Les niveaux',
  agreement: 'La convention qui le porte',
  validity: 'Sa durée, et les devoirs du titulaire',
  jury: 'Le jury',
  remedies: 'Les délais et les recours',
  names: 'Les mots publics',
}

export const OF_CRITERIA: readonly FaultPlace[] = ['criteria', 'question', 'demand', 'scale']

/** The table of contents of a label being written: each piece on its own page, with what it lacks. LAB-1. */
export function SchemeDraftPage({ about }: { about: SchemeDraftView }) {
  const { view, scheme, draft, last } = about
  const { base } = view.network
  const { content } = draft
  return (
    <DraftFrame
      about={about}
      title={last ? 'La version suivante' : 'Écrire le label'}
      intro={
        last
          ? 'Changez ce qui doit l’être. La version publiée reste en vigueur jusque-là, et les labels attribués le restent.'
          : 'Une page par sujet, dans l’ordre que vous voulez. Ce qui est enregistré le reste.'
      }
      act={{
        label: last ? 'Lire ce qui change, et publier' : 'Relire et publier',
        href: schemePaths.publication(base, scheme.id),
      }}
    >
      {content.isStarter && <StarterNotice />}
      <WhatIsLeft about={about} />
      <h2>Ce qu’il demande</h2>
      <TaskList
        tasks={[
          {
            label: 'Les critères',
            href: schemePaths.criteria(base, scheme.id),
            hint: plural(content.criteria.length, 'critère', 'critères'),
            ...standing(about, OF_CRITERIA),
          },
          ...(content.grading.kind === 'levels' ? [task(about, 'levels')] : []),
          ...(content.route === 'jury' ? [task(about, 'jury')] : []),
        ]}
      />
      <h2>Ses règles</h2>
      <TaskList
        tasks={[
          task(about, 'shape'),
          task(about, 'agreement'),
          task(about, 'validity'),
          task(about, 'remedies'),
          task(about, 'names'),
        ]}
      />
      <p>
        <a href={schemePaths.preview(base, scheme.id)}>Lire le label entier, tel qu’il sera demandé</a>
      </p>
      <form method="post" action={schemePaths.dropping(base, scheme.id)}>
        <Button look="danger">Abandonner ce projet</Button>
      </form>
    </DraftFrame>
  )
}

function task(about: SchemeDraftView, piece: PieceName) {
  const { view, scheme, draft } = about
  return {
    label: TITLES[piece],
    href: schemePaths[piece](view.network.base, scheme.id),
    hint: pieceSentences(draft.content, piece).join(' '),
    ...standing(about, [piece]),
  }
}

function standing({ faults }: SchemeDraftView, places: readonly (FaultPlace | PieceName)[]) {
  const isAtFault = faults.some((fault) => places.includes(faultWords(fault).place))
  return isAtFault
    ? ({ state: 'warning', word: 'À reprendre' } as const)
    : ({ state: 'positive', word: 'Complet' } as const)
}

/** Each fault with its page: publishing waits for them. LAB-52. */
export function WhatIsLeft({ about, within }: { about: SchemeDraftView; within?: readonly FaultPlace[] }) {
  const faults = about.faults.filter((fault) => !within || within.includes(faultWords(fault).place))
  if (faults.length === 0) return null
  return (
    <section aria-labelledby="a-reprendre">
      <h2 id="a-reprendre">À reprendre avant de publier</h2>
      <ul>
        {faults.map((fault) => (
          <li>
            {faultWords(fault).sentence} <a href={faultHref(about, fault)}>Ouvrir la page</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last criterion of that code: of two that share it, the one added after. */
function faultHref({ view, scheme, draft }: SchemeDraftView, fault: Fault): string {
  const { base } = view.network
  const { place } = faultWords(fault)
  const rank = draft.content.criteria.findLastIndex(({ code }) => code === fault.code) + 1
  return place === 'question' || place === 'demand' || place === 'scale'
    ? schemePaths[place](base, scheme.id, rank)
    : schemePaths[place](base, scheme.id)
}
