import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { requiredText } from '../../../../platform/http/fields.ts'
import { documentField } from '../signing/signing.form.ts'

/** Typed in euros, « 1 250,50 »; kept in cents. Empty: not put in figures yet. */
const euros = z
  .string()
  .default('')
  .transform((text, check): number | null => {
    const compact = text.replace(/[\s€]/g, '').replace(',', '.')
    if (compact === '') return null
    const [whole = '', cents = ''] = compact.split('.')
    const isAmount = /^\d{1,12}(\.\d{1,2})?$/.test(compact)
    const amount = Number(whole) * 100 + Number(cents.padEnd(2, '0'))
    if (isAmount && amount > 0) return amount
    check.addIssue({
      code: 'custom',
      message: 'Écrivez un montant en euros, comme 1\u00a0250,50, ou laissez vide.',
    })
    return z.NEVER
  })

export const damagesForm = z.object({
  acte: z
    .string({ message: 'Choisissez la mise en demeure ou la résiliation.' })
    .refine((text) => isId<'act'>(text), { message: 'Choisissez la mise en demeure ou la résiliation.' }),
  partie: z
    .string({ message: 'Choisissez la partie qui réserve sa demande.' })
    .min(1, { message: 'Choisissez la partie qui réserve sa demande.' }),
  montant: euros,
  motif: requiredText('Dites ce qui est demandé et pourquoi.', 4000),
  remplace: z
    .string()
    .default('')
    .transform((value) => (isId<'damages-claim'>(value) ? value : null)),
  document: documentField,
})
