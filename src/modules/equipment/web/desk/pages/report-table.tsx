import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { type Direction, isWorse, type PartFound } from '../../../domain/desk/condition.ts'
import type { KeptPhoto, Report } from '../../../domain/desk/report.ts'
import type { LineAtDesk } from '../../../use-cases/desk/desk-line.ts'
import { deskPaths } from '../desk.paths.ts'
import { CONDITION_LOOKS, CONDITION_WORDS } from '../desk-wording.ts'

/** What was found; `left`: the same parts when they left, beside. */
export function ReportTable({ report, left }: { report: Report; left: Report | null }) {
  const before = new Map(left?.parts.map((part) => [part.rank, part]))
  return (
    <Table
      caption="Pièces"
      silentCaption
      columns={[
        { label: 'Pièce', header: true, cell: ({ label }: PartFound) => label },
        ...(left
          ? [
              {
                label: 'Au départ',
                cell: ({ rank }: PartFound) => <Found part={before.get(rank) ?? null} worse={false} />,
              },
            ]
          : []),
        {
          label: left ? 'Au retour' : 'Constat',
          cell: (part: PartFound) => {
            const was = before.get(part.rank)
            return <Found part={part} worse={was !== undefined && isWorse(was.condition, part.condition)} />
          },
        },
      ]}
      rows={report.parts}
    />
  )
}

function Found({ part, worse }: { part: PartFound | null; worse: boolean }) {
  if (!part) return <>Pas noté</>
  const more = [
    part.remark,
    part.powersOn === true ? 's’allume' : part.powersOn === false ? 'ne s’allume pas' : '',
    part.charge === null ? '' : `charge ${part.charge}\u00a0%`,
    part.software,
  ].filter((one) => one !== '')
  return (
    <>
      {part.found} <Tag state={CONDITION_LOOKS[part.condition]}>{CONDITION_WORDS[part.condition]}</Tag>
      {worse && <Tag state="warning">moins bien qu’au départ</Tag>}
      {more.length > 0 && <p class="field-hint">{more.join(', ')}</p>}
    </>
  )
}

/** Photos of one part side by side, as it left and as it came back. EQP-802. */
export function PhotoPairs({ base, at, direction }: { base: string; at: LineAtDesk; direction: Direction }) {
  const out = at.reports.out?.photos ?? []
  const back = direction === 'in' ? (at.reports.in?.photos ?? []) : []
  if (out.length + back.length === 0) return null
  const ranks = [...new Set([...out, ...back].map(({ rank }) => rank))]
  const of = (photos: readonly KeptPhoto[], rank: number | null) => photos.filter((one) => one.rank === rank)
  return (
    <Table
      caption="Photos"
      columns={[
        {
          label: 'Pièce',
          header: true,
          cell: (rank: number | null) =>
            at.parts[direction].find((part) => part.rank === rank)?.label ?? 'L’ensemble',
        },
        { label: 'Au départ', cell: (rank) => <Photos base={base} at={at} photos={of(out, rank)} /> },
        ...(direction === 'in'
          ? [
              {
                label: 'Au retour',
                cell: (rank: number | null) => <Photos base={base} at={at} photos={of(back, rank)} />,
              },
            ]
          : []),
      ]}
      rows={ranks}
    />
  )
}

function Photos({ base, at, photos }: { base: string; at: LineAtDesk; photos: readonly KeptPhoto[] }) {
  if (photos.length === 0) return <>Aucune photo</>
  return (
    <>
      {photos.map(({ id, alt }) => (
        <a href={deskPaths.photo(base, at.line.id, id)}>
          <img src={deskPaths.photo(base, at.line.id, id)} alt={alt} loading="lazy" width="160" />
        </a>
      ))}
    </>
  )
}
