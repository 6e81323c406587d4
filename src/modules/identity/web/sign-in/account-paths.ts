import type { LinkPurpose } from '../../domain/sign-in/links.ts'

/** A token is a whole segment: letters, figures, `-` and `_`. */
export const accountPatterns = {
  link: '/connexion/lien',
  mailSent: '/connexion/courriel-envoye',
  useLink: '/connexion/lien/:jeton',
  forgotten: '/connexion/mot-de-passe-oublie',
  newPassword: '/connexion/nouveau-mot-de-passe/:jeton',
  confirmation: '/connexion/confirmation/:jeton',
  newEmail: '/connexion/nouvelle-adresse/:jeton',
  identity: '/compte/identite',
  email: '/compte/courriel',
  password: '/compte/mot-de-passe',
  sessions: '/compte/sessions',
  otherSessions: '/compte/sessions/fin',
  endSession: '/compte/sessions/:id/fin',
} as const

export const accountPaths = {
  link: (base: string) => `${base}${accountPatterns.link}`,
  mailSent: (base: string) => `${base}${accountPatterns.mailSent}`,
  forgotten: (base: string) => `${base}${accountPatterns.forgotten}`,
  identity: (base: string) => `${base}${accountPatterns.identity}`,
  email: (base: string) => `${base}${accountPatterns.email}`,
  password: (base: string) => `${base}${accountPatterns.password}`,
  sessions: (base: string) => `${base}${accountPatterns.sessions}`,
  otherSessions: (base: string) => `${base}${accountPatterns.otherSessions}`,
  endSession: (base: string, id: string) => `${base}/compte/sessions/${id}/fin`,
}

const PAGES: Record<LinkPurpose, string> = {
  'sign-in': '/connexion/lien',
  password: '/connexion/nouveau-mot-de-passe',
  confirmation: '/connexion/confirmation',
  email: '/connexion/nouvelle-adresse',
}

/** The page a link opens, from the network's address on. */
export function linkPath(purpose: LinkPurpose, token: string, next = ''): string {
  const back = next ? `?suite=${encodeURIComponent(next)}` : ''
  return `${PAGES[purpose]}/${token}${back}`
}
