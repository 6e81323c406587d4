/** A network chooses how many days a session lasts among its pages, within these. The database holds the same. */
export const SHORTEST_SESSION_DAYS = 1
export const LONGEST_SESSION_DAYS = 90
