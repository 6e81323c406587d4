import { z } from 'zod'
import { type Instant, parseInstant } from '../../../../kernel/instant.ts'
import { oneOf, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { CONDITIONS, type Condition, type PartToCheck } from '../../domain/desk/condition.ts'
import type { PartTyped } from '../../use-cases/desk/desk-report.ts'

/** What every act carries: its key, and the rank of the last event its page showed. EQP-1305, EQP-1704. */
const sent = {
  cle: z.string().max(200).default(''),
  vu: z.coerce.number().int().catch(0),
  /** Kept on a device without network, and since when. EQP-1303. */
  hors_ligne: optionalText(3),
  fait_a: z
    .string()
    .default('')
    .transform((text): Instant | null => parseInstant(text)),
  /** The version of the pack it was done from. */
  paquet: optionalText(100),
}

export const plainActForm = z.object(sent)

export const preparationForm = z.object({
  ...sent,
  numero: requiredText('Tapez le numéro du matériel que vous avez en main, ou scannez son étiquette.'),
})

export const swapForm = z.object({
  ...sent,
  exemplaire: requiredText('Choisissez l’exemplaire qui part à la place.'),
})

export const handOverForm = z.object({
  ...sent,
  retrait: optionalText(200),
  identite: z.string().optional(),
  motif: optionalText(1000),
})

export const photoForm = z.object({
  ...sent,
  photo: z.custom<File>((value) => value instanceof File && value.size > 0, {
    message: 'Choisissez une photo, ou prenez-en une.',
  }),
  piece: z.coerce.number().int().positive().nullable().catch(null),
  description: requiredText('Dites ce que la photo montre, pour qui ne la voit pas.', 200),
})

const answer = {
  reponse: oneOf(['signe', 'refuse'], 'Dites si la personne signe ou refuse.'),
  fonction: optionalText(200),
  reserves: optionalText(2000),
  motif: optionalText(2000),
}

type Check = { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void }

/** A refusal to sign says why. EQP-804. */
function explained({ reponse, motif }: { reponse: string; motif: string }, check: Check, message: string) {
  if (reponse === 'refuse' && motif === '') check.addIssue({ code: 'custom', path: ['motif'], message })
}

/** The collector answers from their own account. */
export const ownSignatureForm = z
  .object(answer)
  .superRefine((typed, check) => explained(typed, check, 'Dites pourquoi vous refusez de signer.'))

export const signatureForm = z
  .object({
    ...sent,
    partie: oneOf(['owner', 'collector'], 'Dites qui signe.'),
    ...answer,
    nom: requiredText('Indiquez le nom de la personne qui signe.', 200),
    temoin: optionalText(200),
    dessin: optionalText(400_000),
  })
  .superRefine((typed, check) => explained(typed, check, 'Dites pourquoi la personne refuse de signer.'))

/** The form of a report, made of the parts it looks at. EQP-802. */
export function reportForm(parts: readonly PartToCheck[]) {
  return z
    .object({ ...sent, connu: optionalText(100) })
    .loose()
    .transform((body, check) => ({
      ...body,
      parts: parts.map((part) => typedPart(part, body, check)),
    }))
}

function typedPart(part: PartToCheck, body: Record<string, unknown>, check: Check): PartTyped {
  const field = (name: string) => `${name}-${part.rank}`
  const text = (name: string) => (typeof body[field(name)] === 'string' ? String(body[field(name)]) : '')
  const number = (name: string, most: number, message: string) => {
    if (text(name) === '') return null
    const read = Number(text(name))
    if (Number.isInteger(read) && read >= 0 && read <= most) return read
    check.addIssue({ code: 'custom', path: [field(name)], message })
    return null
  }
  const condition = CONDITIONS.find((one) => one === text('etat'))
  if (!condition)
    check.addIssue({
      code: 'custom',
      path: [field('etat')],
      message: `Dites dans quel état est « ${part.label} ».`,
    })
  const counted = number('trouve', 9999, `Comptez « ${part.label} » : un nombre entier, 0 s’il n’y en a pas.`)
  return {
    rank: part.rank,
    found: condition === 'missing' ? 0 : (counted ?? 0),
    condition: condition ?? ('not_checked' satisfies Condition),
    remark: text('remarque').slice(0, 1000),
    powersOn: text('allume') === 'oui' ? true : text('allume') === 'non' ? false : null,
    charge: number('charge', 100, 'La charge se note de 0 à 100.'),
  }
}
