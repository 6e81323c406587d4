import { ApiProblem } from '../../../../platform/api/problem.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { type Listing, readListing } from '../directory/listing.ts'
import { settleListing } from '../search/settle-listing.ts'

const MOST_TOLD = 40

/**
 * What the address asks, by the parameters of the list. A program is told which value is unknown, and which are known:
 * nobody reads a sentence on the page of a file, and the whole directory in its place would pass for the answer. DIR-64, DIR-65.
 */
export async function askedOfAddress(c: AppContext): Promise<Listing> {
  const listing = await settleListing(c.var.context, readListing(new URL(c.req.url).searchParams))
  if (listing.unknown.length === 0) return listing
  throw new ApiProblem({
    status: 400,
    code: 'parameter_invalid',
    detail: 'Un filtre de l’adresse n’existe pas. Rien n’a été cherché.',
    errors: listing.unknown.map((one) => ({
      field: one.parameter,
      detail: `« ${one.value.slice(0, 60)} » n’existe pas.${allowedText(one.allowed)}`,
    })),
  })
}

function allowedText(allowed: readonly string[] | null): string {
  if (!allowed || allowed.length === 0) return ''
  return ` Valeurs admises : ${allowed.slice(0, MOST_TOLD).join(', ')}${allowed.length > MOST_TOLD ? '…' : '.'}`
}
