import { formatDay } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import type { AmendedClause } from '../../../use-cases/amendments/consolidated-text.ts'
import { TextBlock } from '../../pages/text-block.tsx'
import { amendmentPaths } from '../amendment.paths.ts'

/** The paragraphs of a clause; where an amendment changed them, which one, since when, and how they read before. */
export function ClauseText({
  clause,
  amendments,
}: {
  clause: AmendedClause
  amendments: (number: string) => string
}) {
  return (
    <>
      {clause.amendedBy.map(({ number, effectiveOn }) => (
        <p>
          <Tag state="info">Modifié</Tag> par l’<a href={amendments(number)}>avenant n° {number}</a>, en
          vigueur depuis le {formatDay(effectiveOn)}.
        </p>
      ))}
      {clause.paragraphs.map((block) => (
        <TextBlock block={block} />
      ))}
      {clause.original && (
        <details>
          <summary>Texte d’origine</summary>
          {clause.original.map((block) => (
            <TextBlock block={block} />
          ))}
        </details>
      )}
    </>
  )
}

/** The address of each amendment of one agreement. */
export function amendmentLinks(base: string, id: Parameters<typeof amendmentPaths.amendment>[1]) {
  return (number: string) => amendmentPaths.amendment(base, id, number)
}
