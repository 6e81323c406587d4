import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { addressAnswer } from '../../domain/geocoding/address-answer.schema.ts'
import { bestOf, type Geocoded } from '../../domain/geocoding/judge-answer.ts'

const PATIENCE_MS = 5000
const LARGEST_ANSWER = 256 * 1024

/** Asks where one address lies; null: nowhere it knows. */
export type AskAddress = (
  q: string,
  inseeCode: string | null,
) => Promise<Geocoded | null | Refusal<'address-service-silent'>>

/** A service shaped like the Base adresse nationale (`GET <address>/search?q=…`), chosen by the operator. DIR-56. */
export function addressService(address: string): AskAddress {
  return async (q, inseeCode) => {
    const answer = await read(
      `${address}/search?${new URLSearchParams({ q, limit: '1', autocomplete: '0', ...(inseeCode && { citycode: inseeCode }) })}`,
    )
    if (isRefusal(answer)) return answer
    const parsed = addressAnswer.safeParse(answer.json)
    return parsed.success ? bestOf(parsed.data) : refuse('address-service-silent')
  }
}

async function read(url: string): Promise<{ json: unknown } | Refusal<'address-service-silent'>> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' })
    const text = await answer.text()
    if (!answer.ok || text.length > LARGEST_ANSWER) return refuse('address-service-silent')
    return { json: JSON.parse(text) }
  } catch {
    return refuse('address-service-silent')
  }
}
