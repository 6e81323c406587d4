import type { Database } from '../../../../platform/db/database.ts'
import { organisationWithin } from '../../../identity/index.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import { organisationOfParty } from '../signing/signing-powers.ts'

/** What is known of a party and a letter needs. Texts are empty when unknown. */
export interface PartyDetails {
  party: Party
  /** One line per line of an envelope. */
  address: string
  town: string
  signatory: string
  capacity: string
}

/** Each party's address and signatory: the directory first, then what the text of the agreement says. */
export function partyDetails(db: Database, agreement: Agreement): Promise<PartyDetails[]> {
  const { terms, variables, representative, networkId } = agreement
  return Promise.all(
    terms.parties.map(async (party, rank): Promise<PartyDetails> => {
      const id = await organisationOfParty(db, agreement, party)
      const known = id && (await organisationWithin(db, { kind: 'all', network: networkId }, id))
      const written = variables[rank === 0 ? 'chef_de_file.adresse' : 'partenaire.adresse'] ?? ''
      const town = [known?.postalCode, known?.commune].filter(Boolean).join(' ')
      const lead = variables['chef_de_file.signataire'] ?? variables['chef_de_file.representant'] ?? ''
      return {
        party,
        address: known?.address ? [known.address, town].filter(Boolean).join('\n') : written || town,
        town: known?.commune ?? '',
        signatory: rank === 0 ? lead : representative.name,
        capacity: rank === 0 ? '' : representative.title,
      }
    }),
  )
}
