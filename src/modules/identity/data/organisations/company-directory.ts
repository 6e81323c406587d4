import { isRna, isSiret } from '../../../../kernel/organisation-numbers.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { kindOfLegalForm } from '../../domain/organisations/legal-form.ts'
import type { OrganisationDetails } from '../../domain/organisations/organisation.ts'
import { companyAnswer } from './company-directory.schema.ts'

export type DirectoryRefusal = 'directory-silent' | 'directory-busy' | 'directory-unreadable'

const PATIENCE_MS = 3000
const LARGEST_ANSWER = 512 * 1024

/**
 * Asks a public directory of companies shaped like « recherche d’entreprises » (`GET <address>/search?q=…`) by name or
 * SIRET. Never required: whatever goes wrong is a refusal, and the person types by hand.
 */
export async function askCompanyDirectory(
  address: string,
  q: string,
): Promise<OrganisationDetails[] | Refusal<DirectoryRefusal>> {
  const body = await fetchText(`${address}/search?${new URLSearchParams({ q, per_page: '10' })}`)
  if (isRefusal(body)) return body
  const read = companyAnswer.safeParse(parsed(body))
  return read.success ? read.data.results.map(detailsOf) : refuse('directory-unreadable')
}

async function fetchText(url: string): Promise<string | Refusal<DirectoryRefusal>> {
  try {
    // The time runs until the last byte: a slow body is stopped too.
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { accept: 'application/json' },
      redirect: 'error',
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      return refuse(answer.status === 429 ? 'directory-busy' : 'directory-silent')
    }
    return await readUpTo(answer, LARGEST_ANSWER)
  } catch {
    return refuse('directory-silent')
  }
}

async function readUpTo(answer: Response, limit: number): Promise<string | Refusal<DirectoryRefusal>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > limit) return refuse('directory-unreadable')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

type Company = (typeof companyAnswer)['_output']['results'][number]

function detailsOf({ nom_complet, nature_juridique, siege, complements }: Company): OrganisationDetails {
  const rna = complements?.identifiant_association ?? ''
  return {
    name: nom_complet,
    acronym: '',
    kind: kindOfLegalForm(nature_juridique),
    siret: isSiret(siege.siret) ? siege.siret : null,
    rna: isRna(rna) ? rna : null,
    ridet: null,
    address: siege.adresse,
    postalCode: siege.code_postal,
    commune: siege.libelle_commune,
    email: '',
    phone: '',
    website: '',
  }
}
