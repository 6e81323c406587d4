import { may } from '../http/may.ts'
import { everybody } from '../session/actor.ts'
import { type ApiRouter, apiRouter } from './endpoint.ts'

/** Open: it tells what may be asked, and nothing of anybody. */
const readDocument = everybody('api.read-document')

/** The routers of the modules under one document, OpenAPI 3.1, with the addresses of the network that asks. */
export function apiRoutes(parts: readonly ApiRouter[]): ApiRouter {
  const api = apiRouter()
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'Une clé créée dans « Votre compte », « Clés d’API » : elle agit avec les droits de la personne.',
  })
  for (const part of parts) api.route('/', part)
  const documents = new Map<string, object>()
  api.get('/api/v1/openapi.json', may(readDocument), (c) => {
    const { base, name } = c.var.network
    const known = documents.get(base)
    const document = known ?? documentOf(api, { base, name })
    if (documents.size > 1000) documents.clear()
    documents.set(base, document)
    return c.json(document)
  })
  return api
}

function documentOf(api: ApiRouter, { base, name }: { base: string; name: string }): object {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: name,
      version: '1',
      description:
        'Mêmes droits et mêmes règles que les écrans. Les refus suivent la RFC 9457, avec un `code` stable et un `detail` en français.',
    },
    servers: [{ url: base || '/' }],
  })
}
