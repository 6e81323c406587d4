import type { ApiKeyId } from '../../domain/api-key.ts'

export const apiKeyRoutePaths = {
  list: '/reglages/cles-api',
  removal: '/reglages/cles-api/:cle/retrait',
} as const

export const apiKeyPaths = {
  list: (base: string) => `${base}${apiKeyRoutePaths.list}`,
  removal: (base: string, id: ApiKeyId) => `${base}/reglages/cles-api/${id}/retrait`,
}
