import { newId } from '../../src/kernel/id.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  type AgreementId,
  commentClause,
  draftedClause,
  findAgreement,
  proposeTerm,
  proposeText,
  shareDraft,
} from '../../src/modules/agreements/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { PersonId, Role } from '../../src/platform/session/actor.ts'

/** A draft shared with its partner: a comment, another text and another term wait for the head's answer. */
export async function seedNegotiation(
  context: Context,
  id: AgreementId,
  people: { officer: PersonId; manager: PersonId },
): Promise<void> {
  const target = { id, seen: 0 }
  const officer = await actingAs(context, people.officer)
  const manager = await actingAs(context, people.manager)
  sure(await shareDraft(officer, target))
  sure(
    await commentClause(officer, target, {
      key: 'indicateurs',
      party: 'region',
      words: 'Les indicateurs sont ceux de tout le réseau : dites-nous s’il en manque pour le bus.',
    }),
  )
  const agreement = sure(await findAgreement(context.db, context.reach, id))
  const { clause, version } = sure(await draftedClause(context.db, agreement, 'objet'))
  sure(
    await proposeText(manager, target, {
      key: 'objet',
      party: 'cocontractant',
      text: `${clause.text.trim()}\n\nLe bus numérique, qui change de commune chaque semaine, compte comme un seul lieu.`,
      version,
      words: 'Le bus n’a pas d’adresse fixe.',
    }),
  )
  sure(
    await proposeTerm(manager, target, {
      key: 'duree',
      party: 'cocontractant',
      words: 'Le bus est loué pour deux ans.',
      term: 'initialYears',
      figure: 2,
    }),
  )
}

/** The context of one of the network's people, in the quality they hold. */
export async function actingAs(context: Context, person: PersonId): Promise<Context> {
  const { id, role, organisation_id, name } = await context.db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.role', 'm.organisation_id', 'p.name'])
    .where('m.person_id', '=', person)
    .executeTakeFirstOrThrow()
  return {
    ...context,
    actor: {
      kind: 'member',
      personId: person,
      name: name ?? '',
      sessionId: newId(),
      membershipId: id,
      role: role as Role,
      networkId: context.network.id,
      organisationId: organisation_id,
      organisationName: '',
      organisations: [organisation_id],
      mandateId: null,
      otherQualities: 0,
      impersonator: null,
    },
  }
}

function sure<T>(outcome: T): Exclude<T, { refused: string } | null | undefined> {
  if (outcome === null || outcome === undefined || isRefusal(outcome)) {
    throw new Error(`The demonstration could not be made: ${JSON.stringify(outcome)}`)
  }
  return outcome as Exclude<T, { refused: string } | null | undefined>
}
