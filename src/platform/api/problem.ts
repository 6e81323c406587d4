import { HTTPException } from 'hono/http-exception'
import type { AppContext } from '../http/env.ts'
import {
  Forbidden,
  NotFound,
  ReadOnly,
  SecondFactorNeeded,
  SignInNeeded,
  TooManyRequests,
} from '../http/problems.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 500

export interface ProblemSaid {
  readonly status: ProblemStatus
  /** Stable: what a program decides by. */
  readonly code: string
  /** For people, in French: what is wrong and what to do. */
  readonly detail: string
  /** Where in the body or the address, as a path: `lines.0.count`. */
  readonly errors?: readonly { readonly field: string; readonly detail: string }[]
  /** Further members: `alternatives`… */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Thrown by a route of the API: answered as RFC 9457 says. */
export class ApiProblem extends Error {
  readonly said: ProblemSaid
  constructor(said: ProblemSaid) {
    super(said.code)
    this.said = said
  }
}

const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: 'Demande illisible',
  401: 'Clé nécessaire',
  403: 'Accès réservé',
  404: 'Introuvable',
  409: 'Impossible en l’état',
  410: 'N’existe plus',
  412: 'Version dépassée',
  413: 'Envoi trop volumineux',
  415: 'Format non reconnu',
  422: 'Saisie à corriger',
  428: 'Version à indiquer',
  429: 'Trop de demandes',
  500: 'Erreur de notre part',
}

/** The answer of the API to an error; null: a surprise, for whoever logs it. */
export function problemOf(error: unknown): ProblemSaid | null {
  if (error instanceof ApiProblem) return error.said
  if (error instanceof NotFound) return NOT_FOUND
  if (error instanceof SignInNeeded) return KEY_NEEDED
  if (error instanceof Forbidden || error instanceof ReadOnly || error instanceof SecondFactorNeeded)
    return FORBIDDEN
  if (error instanceof TooManyRequests) return tooMany(error.seconds)
  return error instanceof HTTPException ? (BY_STATUS[error.status] ?? null) : null
}

export function answerProblem(c: AppContext, { status, code, detail, errors, more }: ProblemSaid): Response {
  const body = { type: 'about:blank', title: TITLES[status], status, code, detail, ...(errors && { errors }) }
  c.header('content-type', 'application/problem+json; charset=utf-8')
  if (status === 401) c.header('www-authenticate', 'Bearer')
  if (typeof more?.retryAfter === 'number') c.header('retry-after', String(more.retryAfter))
  c.status(status)
  return c.body(JSON.stringify({ ...body, ...more }))
}

export const NOT_FOUND: ProblemSaid = {
  status: 404,
  code: 'not_found',
  detail: 'Rien à cette adresse, ou rien qui soit à votre portée.',
}

export const SURPRISE: ProblemSaid = {
  status: 500,
  code: 'internal',
  detail:
    'L’erreur vient de nous. Rien n’a été enregistré ; si elle se répète, signalez-la avec x-request-id.',
}

const KEY_NEEDED: ProblemSaid = {
  status: 401,
  code: 'key_needed',
  detail:
    'Envoyez votre clé dans l’en-tête « Authorization: Bearer … ». Une session de navigateur permet seulement de lire.',
}

const FORBIDDEN: ProblemSaid = {
  status: 403,
  code: 'forbidden',
  detail:
    'Votre rôle ne permet pas cela. Si vous en avez besoin, demandez-le à la personne qui anime votre réseau.',
}

const TOO_LARGE: ProblemSaid = {
  status: 413,
  code: 'too_large',
  detail: 'Ce que vous envoyez dépasse la taille acceptée. Rien n’a été enregistré.',
}

const UNREADABLE: ProblemSaid = {
  status: 400,
  code: 'unreadable',
  detail: 'Le corps de la demande n’est pas du JSON lisible. Rien n’a été enregistré.',
}

const NOT_JSON: ProblemSaid = {
  status: 415,
  code: 'not_json',
  detail: 'Envoyez du JSON, et dites-le : « Content-Type: application/json ». Rien n’a été enregistré.',
}

const BY_STATUS: Readonly<Record<number, ProblemSaid>> = { 400: UNREADABLE, 413: TOO_LARGE, 415: NOT_JSON }

function tooMany(seconds: number): ProblemSaid {
  const detail = `Trop de demandes sont arrivées de votre connexion. Attendez ${seconds} secondes, puis recommencez.`
  return { status: 429, code: 'too_many_requests', detail, more: { retryAfter: seconds } }
}
