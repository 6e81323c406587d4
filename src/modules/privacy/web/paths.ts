export const routes = {
  privacy: '/vie-privee',
} as const
