import type { Child } from 'hono/jsx'
import type { Context } from '../../../platform/context.ts'
import type { View } from '../../../platform/http/page.tsx'
import type { Agreement } from '../domain/agreement.ts'

/** What another module says of an agreement, on its page: given to the routes when the application is composed. */
export type AgreementPanel = (about: { view: View; context: Context; agreement: Agreement }) => Promise<Child>
