import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { optionalText, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { SIGNING_ORDERS } from '../../domain/signing-order.ts'
import type { Party } from '../../domain/terms.ts'
import { seenField } from '../target.form.ts'
import { callLifeFields } from './call.form.ts'

/** A browser sends an empty file when none was chosen. */
export const documentField = z
  .instanceof(File)
  .optional()
  .catch(undefined)
  .transform((file) => (file && (file.size > 0 || file.name !== '') ? file : null))

const requiredDocument = documentField.refine((file) => file !== null, {
  message: 'Choisissez le document : PDF, PNG ou JPEG, 25 Mo au plus.',
})

export const PAPER = 'papier'
/** With a provider of the party's own. */
export const ELSEWHERE = 'ailleurs'

/** The field that chooses a party's signer. */
export const signerField = (party: Party) => `signataire_${party}`

/** Its fields are the parties that have not signed. */
export function openingForm(parties: readonly Party[]) {
  const ordre = z.enum(SIGNING_ORDERS, { message: 'Choisissez un ordre.' }).default('any')
  const signers = Object.fromEntries(parties.map((party) => [signerField(party), signer]))
  return z.object({ ...seenField, ordre, ...callLifeFields }).and(z.object(signers))
}

const signer = z.string({ message: 'Choisissez qui signe, ou « Sur papier ».' }).transform((value, check) => {
  if (value === PAPER) return null
  if (value === ELSEWHERE) return ELSEWHERE
  const [mandateId = '', delegationId] = value.split(':')
  if (isId<'mandate'>(mandateId) && (delegationId === undefined || isId<'delegation'>(delegationId))) {
    return { mandateId, delegationId: delegationId ?? null } as CapacityRef
  }
  check.addIssue({ code: 'custom', message: 'Choisissez qui signe dans la liste.' })
  return z.NEVER
})

export const targetForm = z.object(seenField)

const fingerprint = { empreinte: z.string().default('') }

export const codeForm = z.object({
  ...fingerprint,
  lu: z.literal('oui', { message: 'Cochez cette case quand vous avez lu le texte entier.' }),
  engage: z.literal('oui', { message: 'Cochez cette case pour dire au nom de qui vous signez.' }),
})

export const onlineForm = z.object({
  ...fingerprint,
  code: z
    .string({ message: 'Tapez le code à 6 chiffres reçu par courriel.' })
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { message: 'Tapez le code à 6 chiffres reçu par courriel.' })),
})

export const declineForm = z.object({
  ...seenField,
  motif: requiredText('Dites pourquoi vous refusez : l’autre partie le lira.', 2000),
})

const kept = {
  garde_tete: optionalText(),
  garde_partenaire: optionalText(),
}

/** On the form of a paper signature: the scan may come later. */
export const originalFields = { document: documentField, ...kept }

export const originalForm = z.object({ ...seenField, document: requiredDocument, ...kept })

export const ratificationForm = z.object({
  ...seenField,
  date: requiredDay('Indiquez la date écrite sur l’acte de ratification.'),
  document: requiredDocument,
})
