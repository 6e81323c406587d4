import type { JWK } from 'jose'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import { multibaseOf, type ProvingKey } from '../../../../platform/credentials/embedded-proof.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { FetchPublic } from '../../../../platform/fetch-public.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { networkAddress, networkById } from '../../../identity/index.ts'
import { type BadgeKey, badgeKey } from '../../data/badges/badge-keys.store.ts'
import { badgeAddresses, keyNamed } from '../../domain/badges/badge-addresses.ts'

/** A key of ours, at the address where we publish it, and the network whose it is. */
export interface OwnKey {
  readonly key: BadgeKey
  readonly network: Network
  readonly issuer: string
}

/** Null: the address is not that of a key we publish. Nothing is asked of the network. */
export async function ownKeyAt(
  db: Database,
  { baseUrl }: Pick<Config, 'baseUrl'>,
  address: string,
): Promise<OwnKey | null> {
  const id = keyNamed(address)
  const key = id && (await badgeKey(db, id))
  const network = key && (await networkById(db, key.networkId))
  if (!key || !network) return null
  // The installation's own addresses, and those of before a network had a domain of its own.
  const from = [networkAddress(baseUrl, network), networkAddress(baseUrl, { ...network, host: null })].find(
    (one) => badgeAddresses.key(one, key.id) === address,
  )
  return from === undefined ? null : { key, network, issuer: badgeAddresses.issuer(from) }
}

export async function provingKeyOf({ key, issuer }: OwnKey, address: string): Promise<ProvingKey> {
  return { id: address, controller: issuer, publicKeyMultibase: await multibaseOf(key.publicJwk) }
}

/** The key of a badge from elsewhere, once its issuer's own address says that it is one of its keys. */
export async function provingKeyElsewhere(
  fetch: FetchPublic,
  method: string,
  issuer: string,
): Promise<ProvingKey | null> {
  if (issuer.startsWith('did:key:')) return didKey(method, issuer)
  const document = await jsonAt(fetch, method)
  const found = document && methodIn(document, method)
  if (!found || found.controller !== issuer || typeof found.publicKeyMultibase !== 'string') return null
  const controller = withoutFragment(method) === issuer ? document : await jsonAt(fetch, issuer)
  return controller && controller.id === issuer && asserts(controller, method)
    ? { id: method, controller: issuer, publicKeyMultibase: found.publicKeyMultibase }
    : null
}

/** The key that a JWT from elsewhere names, when it lies with its issuer. */
export async function publicJwkElsewhere(
  fetch: FetchPublic,
  kid: string,
  issuer: string,
): Promise<JWK | 'not-of-issuer' | null> {
  const [at, of] = [URL.parse(kid), URL.parse(issuer)]
  if (!at || !of || at.origin === 'null' || at.origin !== of.origin) return 'not-of-issuer'
  const jwk = await jsonAt(fetch, kid)
  return jwk && typeof jwk.n === 'string' && typeof jwk.e === 'string'
    ? { kty: 'RSA', n: jwk.n, e: jwk.e }
    : null
}

/** The name is the key: nothing is fetched. */
function didKey(method: string, issuer: string): ProvingKey | null {
  const publicKeyMultibase = issuer.slice('did:key:'.length)
  return method === `${issuer}#${publicKeyMultibase}`
    ? { id: method, controller: issuer, publicKeyMultibase }
    : null
}

type Json = Record<string, unknown>

async function jsonAt(fetch: FetchPublic, address: string): Promise<Json | null> {
  const fetched = await fetch(withoutFragment(address))
  if (isRefusal(fetched)) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(fetched.content).toString('utf8'))
    return isJson(read) ? read : null
  } catch {
    return null
  }
}

function methodIn(document: Json, method: string): Json | null {
  const all = [document, ...listOf(document.verificationMethod), ...listOf(document.assertionMethod)]
  return all.filter(isJson).find(({ id }) => id === method) ?? null
}

function asserts({ assertionMethod }: Json, method: string): boolean {
  return listOf(assertionMethod).some((one) => one === method || (isJson(one) && one.id === method))
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat()
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? ''
}
