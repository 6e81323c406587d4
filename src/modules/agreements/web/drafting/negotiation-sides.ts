import type { AppContext } from '../../../../platform/http/env.ts'
import { opensTo } from '../../../../platform/http/page.tsx'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import { partyName } from '../parties.ts'
import { policy } from '../policy.ts'

/** The head's officer speaks for the first party; a partner's manager only reaches its own agreements. */
export function partyOf(c: AppContext, { terms }: Agreement): Party {
  const [head = '', partner = ''] = terms.parties
  return opensTo(c.var, policy.manage) ? head : partner
}

/** « … L’autre partie, la Commune de Valmer, en est prévenue par courriel. » */
export function saidTo(c: AppContext, agreement: Agreement, what: string): string {
  return `${what}. ${otherName(c, agreement)} : l’autre partie est prévenue par courriel.`
}

function otherName(c: AppContext, agreement: Agreement): string {
  const own = partyOf(c, agreement)
  const other = agreement.terms.parties.find((party) => party !== own) ?? own
  return partyName(agreement, other, c.var.network.headName)
}
