/** Not there, or not within the actor's reach: the two must look the same. */
export class NotFound extends Error {}

/** Known to the platform, but their role does not open this page. */
export class Forbidden extends Error {}

export class SignInNeeded extends Error {}

/** The network asks this role for a second factor, which the session has not given yet. */
export class SecondFactorNeeded extends Error {}

/** Support looks in somebody's place: it may read only. */
export class ReadOnly extends Error {}

export class TooManyRequests extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super(`too many requests: wait ${seconds} s`)
    this.seconds = seconds
  }
}

/** The value, or a 404 page. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}
