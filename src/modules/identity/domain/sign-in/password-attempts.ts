/** After so many wrong passwords, one address (or one known browser) waits before it may try that account again. */
export const ATTEMPTS = 5
export const LOCK_SECONDS = 15 * 60

/**
 * So many failures in an hour, from wherever they come, are an attack on the account: browsers that it does not know
 * may not use its password any more. Nobody can shut its owner out: their own browser and the link still open it.
 */
export const ATTEMPTS_ON_ACCOUNT = 50
export const ACCOUNT_SECONDS = 60 * 60
