import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { bearerOf } from '../../data/organisations/organisations.queries.ts'
import type { OrganisationDetails } from '../../domain/organisations/organisation.ts'

/** `details.register` is the number at fault; `id` and `name` say who bears it, to those who may see it. */
export type NumberTaken = 'number-taken'

const REGISTERS = {
  one_organisation_per_siret: 'siret',
  one_organisation_per_rna: 'rna',
  one_organisation_per_ridet: 'ridet',
} as const

/** The refusal when the database says that another organisation bears the number; any other error is thrown again. */
export async function takenNumber(
  { db, network, reach }: Context,
  details: Partial<OrganisationDetails>,
  error: unknown,
): Promise<Refusal<NumberTaken>> {
  const constraint = refusedBy(error) ?? ''
  if (!isRegister(constraint)) throw error
  const register = REGISTERS[constraint]
  const bearer =
    reach.kind === 'all' ? await bearerOf(db, network.id, register, details[register] ?? null) : null
  return refuse('number-taken', { register, id: bearer?.id ?? '', name: bearer?.name ?? '' })
}

function isRegister(constraint: string): constraint is keyof typeof REGISTERS {
  return constraint in REGISTERS
}
