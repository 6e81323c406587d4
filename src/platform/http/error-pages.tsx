import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ButtonLink } from '../../ui/button.tsx'
import { isApi } from '../api/api-path.ts'
import {
  ApiProblem,
  answerProblem,
  NOT_FOUND as NO_SUCH_ADDRESS,
  problemOf,
  SURPRISE,
} from '../api/problem.ts'
import type { AppContext, AppEnv } from './env.ts'
import { Frame } from './frame.tsx'
import { htmlOf, page, viewOf } from './page.tsx'
import {
  Forbidden,
  NotFound,
  ReadOnly,
  SecondFactorNeeded,
  SignInNeeded,
  TooManyRequests,
} from './problems.ts'

interface Wording {
  title: string
  text: string
}

const NOT_FOUND: Wording = {
  title: 'Page introuvable',
  text: 'Cette page n’existe pas, ou elle n’est pas ouverte à votre compte. Vérifiez l’adresse, ou repartez de l’accueil.',
}

const FORBIDDEN: Wording = {
  title: 'Page réservée',
  text: 'Votre rôle ne donne pas accès à cette page. Si vous en avez besoin, demandez-le à la personne qui anime votre réseau.',
}

/** The role may have been withdrawn while the page was open. */
const NO_MEMBERSHIP: Wording = {
  title: 'Page réservée',
  text: 'Vous n’agissez pour aucune structure de ce réseau, ou plus depuis qu’un rôle vous a été retiré. Rien n’a été enregistré. Pour continuer, demandez une invitation à la personne qui anime le réseau.',
}

const READ_ONLY: Wording = {
  title: 'Lecture seule',
  text: 'Vous regardez à la place d’une autre personne : vous pouvez lire, pas enregistrer. Rien n’a été changé. Revenez à votre compte, ou demandez-lui de vous autoriser à agir pour elle.',
}

const CROSS_SITE: Wording = {
  title: 'Envoi refusé',
  text: 'Ce formulaire n’a pas été envoyé depuis ce site. Rouvrez la page et recommencez : rien n’a été enregistré.',
}

const TOO_LARGE: Wording = {
  title: 'Envoi trop volumineux',
  text: 'Ce que vous envoyez dépasse la taille acceptée. Rien n’a été enregistré. Réduisez le fichier, puis recommencez.',
}

export const answerNotFound: NotFoundHandler<AppEnv> = (c) =>
  isApi(c.req.path) ? answerProblem(c, NO_SUCH_ADDRESS) : explain(c, 404, NOT_FOUND)

/** The one place where surprises end: a page in French, a number to quote, and the error in the log. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  const problem = isApi(c.req.path) || error instanceof ApiProblem ? problemOf(error) : null
  if (problem) return answerProblem(c, problem)
  if (error instanceof NotFound) return explain(c, 404, NOT_FOUND)
  if (error instanceof Forbidden)
    return explain(c, 403, c.var.actor.kind === 'person' ? NO_MEMBERSHIP : FORBIDDEN)
  if (error instanceof ReadOnly) return explain(c, 403, READ_ONLY)
  if (error instanceof SignInNeeded) return signIn(c, '/connexion')
  if (error instanceof SecondFactorNeeded) return signIn(c, '/connexion/second-facteur')
  if (error instanceof TooManyRequests) return tooMany(c, error.seconds)
  if (error instanceof HTTPException && error.status === 403) return explain(c, 403, CROSS_SITE)
  if (error instanceof HTTPException && error.status === 413) return explain(c, 413, TOO_LARGE)
  c.var.services.log.error(
    { requestId: c.var.requestId, method: c.req.method, path: c.req.path, error: error.stack },
    'request failed',
  )
  if (isApi(c.req.path)) return answerProblem(c, SURPRISE)
  return explain(c, 500, {
    title: 'Une erreur est survenue',
    text: `L’erreur vient de nous, pas de vous. Ce qui n’a pas été confirmé n’a pas été enregistré. Si elle se répète, signalez-la avec ce numéro : ${c.var.requestId}.`,
  })
}

function signIn(c: AppContext, page: string): Response {
  const base = c.var.network.base
  const back = c.req.method === 'GET' ? `?suite=${encodeURIComponent(base + c.req.path)}` : ''
  return c.redirect(`${base}${page}${back}`, 303)
}

function tooMany(c: AppContext, seconds: number): Promise<Response> {
  c.header('retry-after', String(seconds))
  return explain(c, 429, {
    title: 'Trop de demandes',
    text: `Trop de demandes sont arrivées de votre connexion. Attendez ${seconds} secondes, puis recommencez.`,
  })
}

async function explain(
  c: AppContext,
  status: 403 | 404 | 413 | 429 | 500,
  wording: Wording,
): Promise<Response> {
  c.status(status)
  // Without a network (unknown address, database away) there is no frame to draw.
  if (!c.var.network) return c.html(`<!doctype html>${await htmlOf(<BarePage {...wording} />)}`)
  return page(
    c,
    <Frame view={viewOf(c)} title={wording.title}>
      <p>{wording.text}</p>
      <ButtonLink href={`${c.var.network.base}/`}>Aller à l’accueil</ButtonLink>
    </Frame>,
  )
}

function BarePage({ title, text }: Wording) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <a href="/">Aller à l’accueil</a>
          </p>
        </main>
      </body>
    </html>
  )
}
