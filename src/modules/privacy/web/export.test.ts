import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { privacyParts } from '../../../privacy-parts.ts'
import { latestPerson } from '../testing.ts'

const app = useApp()

/** Columns of the register that a person does not find in their export, and why. */
const LEFT_OUT: Record<string, string> = {
  'identity.credential.password': 'a secret: whoever reads it may come in',
  'identity.verification.identifier': 'a secret link',
  'identity.verification.value': 'a secret link',
  'platform.mail.body': 'may hold a secret link',
  'platform.rate_window.key': 'a digest or an address, for an hour',
  'identity.network.contact_email': 'of the network, published',
  'identity.network.dpo_name': 'of the network, published',
  'identity.network.dpo_email': 'of the network, published',
  'identity.network_placement.asked_by': 'in the journal lines of the act',
  'identity.network_placement.answered_by': 'in the journal lines of the act',
  'identity.mandate.recorded_by': 'in the journal lines of the act',
  'identity.delegation.recorded_by': 'in the journal lines of the act',
  'identity.invitation.invited_by': 'in the journal lines of the act',
  'places.place.phone': 'of a place, published',
  'places.place.emails': 'of a place, published',
  'places.import_finding.value': 'cells of a file: nobody’s account',
  'places.import_row.fields': 'cells of a file: nobody’s account',
  'privacy.erasure.person_id': 'an erased person has no account to ask with',
}

/** The key that makes a row theirs: told by the section itself. */
const isOwner = (column: string) => /\.person_id$/.test(column)

describe('the export of one’s data', () => {
  it('holds every personal column, or says why not', async () => {
    await app.signIn('facilitator')
    const { id, email } = await latestPerson(app)
    const read = await Promise.all(
      privacyParts.personalData.map((provider) => provider.read(app.services.db, { id, email }, null)),
    )
    const shown = new Set(read.flat().flatMap(({ columns }) => columns.map(({ from }) => from)))
    const missing = privacyParts.register
      .flatMap(({ columns }) => columns)
      .filter((column) => !shown.has(column) && !isOwner(column) && !(column in LEFT_OUT))
    expect(missing).toEqual([])
    expect(Object.keys(LEFT_OUT).filter((column) => shown.has(column))).toEqual([])
  })

  it('keeps another network’s facts from this one’s desk', async () => {
    await app.signIn('facilitator', { network: app.networks.baie })
    const { id, email } = await latestPerson(app)
    const read = await Promise.all(
      privacyParts.personalData.map((provider) =>
        provider.read(app.services.db, { id, email }, app.networks.estuaire),
      ),
    )
    const memberships = read.flat().find(({ key }) => key === 'appartenances')
    expect(memberships?.rows).toEqual([])
  })
})
