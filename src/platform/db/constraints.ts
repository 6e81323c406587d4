const REFUSED_BY_CONSTRAINT = new Set(['23505', '23P01', '23514', '23503'])

/**
 * The name of the constraint that refused the statement, or null when the error is of another kind. Constraints
 * are named after their intention (`one_loan_at_a_time`), so that a use case maps the name to its refusal.
 * Inside a transaction, run the statement in a savepoint (`inTransaction(tx, …)`) to go on after the refusal.
 */
export function refusedBy(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('constraint' in error))
    return null
  return REFUSED_BY_CONSTRAINT.has(String(error.code)) ? String(error.constraint) : null
}
