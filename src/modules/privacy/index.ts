/** What may be kept about people, for how long, and what they may ask. */
export { privacyRoutes } from './web/routes.tsx'
