/** Why the embedded server could not serve. The message is the French sentence shown to whoever ran the command. */
export type EmbeddedFailure =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'no-user'
  | 'rights'
  | 'disk-full'
  | 'other-major'
  | 'not-ours'
  | 'held'
  | 'password-lost'
  | 'start-failed'
  | 'start-timeout'

export class EmbeddedError extends Error {
  readonly failure: EmbeddedFailure
  constructor(failure: EmbeddedFailure, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.failure = failure
  }
}

/** What is always possible when the embedded server is not. */
export const useDatabaseUrl =
  'Vous pouvez aussi désigner un serveur PostgreSQL 15 ou plus récent par DATABASE_URL.'

/** Turns a file-system error met while preparing `folder` into a sentence; anything else passes unchanged. */
export function explainFileError(error: unknown, folder: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException
  const where = path ?? folder
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EmbeddedError(
      'disk-full',
      `Le disque est plein : impossible d’écrire dans « ${where} ».`,
      error,
    )
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new EmbeddedError(
      'rights',
      `Droits insuffisants sur « ${where} ». Rendez ce dossier à l’utilisateur qui lance Maillage, ou choisissez-en un autre par DATA_DIR.`,
      error,
    )
  }
  if (code === 'EROFS') {
    return new EmbeddedError(
      'rights',
      `« ${where} » est en lecture seule. Choisissez un dossier de données inscriptible par DATA_DIR.`,
      error,
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') {
    return new EmbeddedError(
      'rights',
      `« ${where} » ne peut pas servir de dossier de données (${code}).`,
      error,
    )
  }
  return error
}
