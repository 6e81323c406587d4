import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalText, requiredDay, requiredText } from '../../../../platform/http/fields.ts'
import type { AskedLetter, LetterKind } from '../../domain/prepared-letter.ts'
import type { PartyDetails } from '../../use-cases/letters/party-details.ts'
import { documentField } from '../signing/signing.form.ts'
import { seenField } from '../target.form.ts'

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value): string[] => (value === undefined ? [] : [value].flat()))

const common = {
  ...seenField,
  partie: requiredText('Choisissez la partie qui écrit.'),
  adresse: optionalText(500),
  destinataire: optionalText(500),
  signataire: optionalText(200),
  qualite: optionalText(200),
  ville: optionalText(100),
  date: requiredDay('Indiquez le jour où vous pensez déposer la lettre.'),
}

const reproached = { motifs: requiredText('Écrivez ce qui est reproché, en citant les articles.', 4000) }
const aboutPlaces = {
  etendue: oneOf(['totale', 'partielle'], 'Dites si la convention entière est visée, ou certains lieux.'),
  lieux: several,
}

/** What each kind asks for besides its sender, its addressee and its day. */
const own = {
  denunciation: {},
  formal_notice: { ...reproached, ...aboutPlaces },
  termination: {
    ...aboutPlaces,
    motifs: optionalText(4000),
    mise: requiredText('Choisissez la mise en demeure restée sans effet.'),
  },
  dispute: { motifs: requiredText('Écrivez ce qui oppose les parties.', 4000) },
  renewal_notice: {},
  request_answer: { demande: requiredText('Choisissez la demande à laquelle vous répondez.') },
} as const satisfies Record<LetterKind, object>

type Fields = Partial<{
  motifs: string
  etendue: 'totale' | 'partielle'
  lieux: string[]
  mise: string
  demande: string
}>

export function letterForm(kind: LetterKind) {
  return z.object({ ...common, ...own[kind] })
}

/** What was asked; what was left blank is what the directory and the agreement know of the parties. */
export function askedLetter(
  kind: LetterKind,
  sent: z.output<ReturnType<typeof letterForm>> & Fields,
  parties: readonly PartyDetails[],
): AskedLetter {
  const sender = parties.find(({ party }) => party === sent.partie)
  const addressee = parties.find(({ party }) => party !== sent.partie)
  return {
    kind,
    from: sent.partie,
    senderAddress: sent.adresse || (sender?.address ?? ''),
    addresseeAddress: sent.destinataire || (addressee?.address ?? ''),
    signatory: sent.signataire || (sender?.signatory ?? ''),
    capacity: sent.qualite || (sent.signataire ? '' : (sender?.capacity ?? '')),
    town: sent.ville || (sender?.town ?? ''),
    plannedOn: sent.date,
    grounds: sent.motifs ?? '',
    scope:
      sent.etendue === 'partielle'
        ? { kind: 'partial', places: sent.lieux ?? [] }
        : { kind: 'full', places: [] },
    formalNotice: sent.mise ?? '',
    request: sent.demande ?? '',
  }
}

export const depositForm = z.object({
  ...seenField,
  date: requiredDay('Indiquez la date du bordereau de dépôt.'),
  suivi: optionalText(50),
  document: documentField,
})

export const abandonForm = z.object(seenField)

/** In the form of an act: the prepared letter it comes from, when it comes from one. */
export const preparedField = {
  preparee: z
    .string()
    .optional()
    .transform((value) => (value !== undefined && isId<'prepared-letter'>(value) ? value : undefined)),
}
