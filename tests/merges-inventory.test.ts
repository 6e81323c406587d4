import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../src/platform/db/database.ts'
import { undone, useTestDatabase } from '../src/platform/db/testing.ts'

// DIR-47: a merge moves no row, so each column that names a place, an organisation or a person must say how a merged one is
// read. A new column fails here until somebody has thought of it.

const held = useTestDatabase()

/**
 * `as-one`: whoever reads it goes by the view that says which place, or organisation, stands today.
 * `sheet`: it is about that very sheet, and stays with it: its history, its addresses, what a file says of it.
 * `decision`: it names both sheets of a decision.
 * `itself`: the merge is written there.
 */
type Reading = 'as-one' | 'sheet' | 'decision' | 'itself'

const PLACES: Readonly<Record<string, Reading>> = {
  'agreements.declared_evidence.place_id': 'as-one',
  'agreements.place_cover.place_id': 'as-one',
  'equipment.desk.place_id': 'as-one',
  'equipment.loan_request.place_id': 'as-one',
  'federation.copy.place_id': 'sheet',
  'federation.note.place_id': 'as-one',
  'federation.offered_place.place_id': 'sheet',
  'federation.same_offer.place_id': 'as-one',
  'federation.transfer.place_id': 'sheet',
  'labels.application.place_id': 'as-one',
  'labels.award.place_id': 'as-one',
  'labels.listed_place.place_id': 'as-one',
  'places.awaited_change.place_id': 'sheet',
  'places.comparison_due.place_id': 'as-one',
  'places.confirmation.place_id': 'as-one',
  'places.declared_label.place_id': 'sheet',
  'places.distinction.one_id': 'decision',
  'places.distinction.other_id': 'decision',
  'places.duplicate_pair.one_id': 'decision',
  'places.duplicate_pair.other_id': 'decision',
  'places.error_report.place_id': 'as-one',
  'places.exemption.place_id': 'as-one',
  'places.external_ref.place_id': 'sheet',
  'places.favourite.place_id': 'as-one',
  'places.follow_up.place_id': 'sheet',
  'places.former_name.place_id': 'sheet',
  'places.former_slug.place_id': 'as-one',
  'places.held_row.like_place_id': 'as-one',
  'places.hiding_notice.place_id': 'sheet',
  'places.import_row.like_place_id': 'sheet',
  'places.import_row.place_id': 'sheet',
  'places.merge.duplicate_id': 'itself',
  'places.merge.kept_id': 'itself',
  'places.one_click.place_id': 'sheet',
  'places.organisation_place.place_id': 'as-one',
  'places.orientation_follow_up_place.place_id': 'as-one',
  'places.person_place.place_id': 'as-one',
  'places.place.merged_into': 'itself',
  'places.place.successor_id': 'as-one',
  'places.place_change.place_id': 'sheet',
  'places.point_proposal.place_id': 'sheet',
  'places.removed_place.place_id': 'sheet',
  'places.revision.place_id': 'sheet',
  'places.section_draft.place_id': 'sheet',
  'places.source_proposal.place_id': 'sheet',
}

/** Of organisations: `identity.current_organisation` says which one stands. */
const ORGANISATIONS: Readonly<Record<string, Reading>> = {
  'agreements.agreement.partner_id': 'as-one',
  'agreements.signature_evidence.organisation_id': 'sheet',
  'agreements.signing_call.organisation_id': 'as-one',
  'equipment.feed.organisation_id': 'as-one',
  'equipment.insurance_proof.organisation_id': 'as-one',
  'equipment.inventory.owner_id': 'as-one',
  'equipment.loan_request.organisation_id': 'as-one',
  'facilitators.organisation_offer.organisation_id': 'as-one',
  'identity.contact.organisation_id': 'as-one',
  'identity.external_ref.organisation_id': 'sheet',
  'identity.invitation.organisation_id': 'as-one',
  'identity.mandate.organisation_id': 'as-one',
  'identity.membership.organisation_id': 'as-one',
  'identity.network.head_id': 'as-one',
  'identity.organisation.merged_into': 'itself',
  'initiatives.initiative.organisation_id': 'as-one',
  'labels.appeal.appellant_id': 'as-one',
  'labels.application.applicant_id': 'as-one',
  'labels.application.organisation_id': 'as-one',
  'labels.award.organisation_id': 'as-one',
  'labels.place_list.partner_id': 'as-one',
  'labels.proof.organisation_id': 'as-one',
  'places.import_run.organisation_id': 'as-one',
  'places.organisation_place.organisation_id': 'as-one',
  'platform.journal.organisation_id': 'sheet',
}

/** People are never merged: somebody with two accounts keeps both, or has one erased. Each column is known all the same. */
const PEOPLE: readonly string[] = [
  'agreements.feed.person_id',
  'agreements.signature_evidence.person_id',
  'agreements.signing_call.person_id',
  'equipment.act_key.person_id',
  'equipment.inventory_role.person_id',
  'equipment.report_signature.person_id',
  'facilitators.profile.person_id',
  'identity.api_key.person_id',
  'identity.credential.person_id',
  'identity.delegation.person_id',
  'identity.impersonation.impersonator_id',
  'identity.invitation.invited_by',
  'identity.known_device.person_id',
  'identity.mandate.person_id',
  'identity.membership.person_id',
  'identity.passkey.person_id',
  'identity.session.person_id',
  'identity.support_consent.person_id',
  'identity.two_factor.person_id',
  'labels.appeal_event.reviewer_id',
  'labels.instructor.person_id',
  'labels.juror.person_id',
  'labels.opinion.person_id',
  'labels.presence.person_id',
  'labels.routing.person_id',
  'places.favourite_list.person_id',
  'places.one_click.person_id',
  'places.person_place.person_id',
  'places.saved_search.person_id',
  'places.section_draft.person_id',
  'places.sent_request.person_id',
  'platform.journal.person_id',
  'privacy.consent.person_id',
  'privacy.erasure.person_id',
  'privacy.request.answered_by',
  'privacy.request.person_id',
]

describe('every column that names a thing that can be merged says how it is read then (DIR-47)', () => {
  it('a place', async () => {
    expect(await columnsNaming('places.place', 'place_id')).toEqual(Object.keys(PLACES).sort())
  })

  it('an organisation', async () => {
    expect(await columnsNaming('identity.organisation', 'organisation_id')).toEqual(
      Object.keys(ORGANISATIONS).sort(),
    )
  })

  it('a person', async () => {
    expect(await columnsNaming('identity.person', 'person_id')).toEqual([...PEOPLE].sort())
  })

  it.each([
    ['places.place', 'place_id', 'lieu uuid references places.place', 'lieu'],
    ['places.place', 'place_id', 'at_place_id uuid', 'at_place_id'],
    ['identity.organisation', 'organisation_id', 'payer uuid references identity.organisation', 'payer'],
    ['identity.person', 'person_id', 'witness uuid references identity.person', 'witness'],
  ])(
    'a new table that names one of %s is seen, by its reference or by its name (scenario 19)',
    (table, name, column, seen) =>
      undone(held.db, async (tx) => {
        const known = await columnsNaming(table, name, tx)
        await sql`create table places.newcomer (id uuid primary key, ${sql.raw(column)})`.execute(tx)
        expect(await columnsNaming(table, name, tx)).toEqual([...known, `places.newcomer.${seen}`].sort())
      }),
  )
})

/** Columns that refer to it, and those that only bear its name. */
async function columnsNaming(table: string, name: string, db: Database = held.db): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select n.nspname || '.' || c.relname || '.' || a.attname as column
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    join unnest(k.conkey) with ordinality key (num, at) on true
    join unnest(k.confkey) with ordinality target (num, at) on target.at = key.at
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.num
    join pg_attribute t on t.attrelid = k.confrelid and t.attnum = target.num and t.attname = 'id'
    where k.contype = 'f' and k.confrelid = ${table}::regclass
    union
    select n.nspname || '.' || c.relname || '.' || a.attname
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace
    where a.attname ~ ${`(^|_)${name}$`} and a.atttypid = 'uuid'::regtype and n.nspname !~ '^(pg_|information)'
    order by 1`.execute(db)
  return rows.map(({ column }) => column).sort()
}
