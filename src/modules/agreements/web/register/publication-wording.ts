import type { PublicGround } from '../../domain/register.ts'

/** Why the register lists it, for officers. AGR-68. */
export const groundSentences: Record<PublicGround, string> = {
  clause: 'Le registre public la montre : sa clause de communication laisse la tête du réseau le dire.',
  approval: 'Le registre public la montre : l’autre partie a approuvé que son existence soit dite.',
  legal_basis: 'Le registre public la montre : un texte oblige ou autorise à la publier.',
}

export const NOT_LISTED =
  'Le registre public ne la montre pas : ni clause, ni accord de l’autre partie, ni texte ne le permet.'
