import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { optionalText } from '../../../../platform/http/fields.ts'
import { type Choice, type Choices, mergeParts } from '../../domain/duplicates/merge.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Ticked } from '../../use-cases/duplicates/certain-pairs.ts'

const version = z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(1)

/** The field of a part on the page of a pair. */
export function choiceField(part: string): string {
  return `garder_${part}`
}

const isChoice = (value: unknown): value is Choice =>
  value === 'kept' || value === 'duplicate' || value === 'both'

/** A part that nobody chose stays as the kept sheet says it. */
export const mergeForm = z
  .looseObject({
    gardee: z
      .string({ message: 'Choisissez la fiche à garder.' })
      .refine(isId<'place'>, { message: 'Choisissez la fiche à garder.' }),
    vu_gardee: version,
    vu_doublon: version,
    motif: optionalText(500),
    labels_vus: z.string().default(''),
  })
  .transform((sent) => ({
    kept: sent.gardee as PlaceId,
    seen: { kept: sent.vu_gardee, duplicate: sent.vu_doublon },
    reason: sent.motif,
    sawLabels: sent.labels_vus === 'oui',
    choices: Object.fromEntries(
      mergeParts.flatMap((part) => {
        const value = sent[choiceField(part)]
        return isChoice(value) ? [[part, value]] : []
      }),
    ) as Choices,
  }))

export const distinctionForm = z.object({
  vu_un: version,
  vu_autre: version,
  raison: optionalText(500),
})

export const comparisonForm = z.object({})

/** `kept:duplicate:seen:seen`, the two ids and the two versions that the list showed. */
export function tickedValue({ kept, duplicate, seen }: Ticked): string {
  return [kept, duplicate, seen.kept, seen.duplicate].join(':')
}

function tickedOf(text: string): Ticked[] {
  const [kept = '', duplicate = '', one = '', other = ''] = text.split(':')
  if (!isId<'place'>(kept) || !isId<'place'>(duplicate)) return []
  if (!/^\d{1,9}$/.test(one) || !/^\d{1,9}$/.test(other)) return []
  return [{ kept, duplicate, seen: { kept: Number(one), duplicate: Number(other) } }]
}

export const certainForm = z.object({
  paire: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((sent, check) => {
      const ticked = [sent ?? []].flat().flatMap(tickedOf)
      if (ticked.length === 0) check.addIssue({ code: 'custom', message: 'Cochez au moins une paire.' })
      return ticked
    }),
  motif: optionalText(500),
})

export const undoForm = z.object({
  motif: optionalText(500),
  rendre: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((sent) => [sent ?? []].flat()),
})
