import { createHash } from 'node:crypto'
import type { Network } from '../../../../platform/session/actor.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type SignedText, writtenText } from '../../domain/signed-text.ts'
import type { AgreementText } from '../drafting/agreement-text.ts'

/** A text to sign and its fingerprint: SHA-256 of its characters in UTF-8, in hexadecimal. */
export interface FrozenText {
  content: string
  fingerprint: string
}

/** The text as it reads now, terms and annex included. */
export function textToSign(network: Network, agreement: Agreement, text: AgreementText): FrozenText {
  const content = writtenText(signedText(network, agreement, text))
  return { content, fingerprint: fingerprintOf(content) }
}

export function fingerprintOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex')
}

function signedText(network: Network, agreement: Agreement, text: AgreementText): SignedText {
  const { terms, partner } = agreement
  return {
    reference: agreement.reference,
    title: text.template.title,
    template: agreement.templateId,
    version: agreement.templateVersion,
    parties: terms.parties.map((party, index) => ({
      party,
      name: index === 0 ? network.headName : partner.name,
    })),
    clauses: text.clauses.map(({ number, title, paragraphs, textIncomplete }) => ({
      number,
      title,
      blocks: paragraphs,
      incomplete: textIncomplete,
    })),
    places: text.places.map(({ id, name, subList }) => ({ id, name, list: subList })),
    terms,
  }
}
