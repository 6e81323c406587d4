import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { findPreparedLetter } from '../../data/prepared-letters.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import type { AskedLetter, LetterKind, PreparedLetter } from '../../domain/prepared-letter.ts'
import { disputePaths } from '../disputes/dispute.paths.ts'
import { paths } from '../paths.ts'

type Values = FormState['values']

/** What the form of a new letter shows first; `d_apres` names what was sent by a channel that does not count (AGR-49). */
export function valuesToPrepare(c: AppContext, agreement: Agreement, kind: LetterKind): Values {
  const [lead = ''] = agreement.terms.parties
  const sent = agreement.acts.find(({ id }) => id === c.req.query('d_apres'))
  const request = agreement.acts.find(({ id }) => id === c.req.query('demande'))
  const sender = sent && 'from' in sent ? sent.from : lead
  const answering =
    request && 'from' in request ? agreement.terms.parties.find((one) => one !== request.from) : null
  const scope = sent && 'scope' in sent ? sent.scope : undefined
  return {
    partie: (kind === 'request_answer' && answering) || sender,
    date: typed(c.var.context.today),
    etendue: scope === 'partial' ? 'partielle' : 'totale',
    ...(sent && 'places' in sent && sent.places && { lieux: sent.places }),
    ...(sent && 'grounds' in sent && sent.grounds && { motifs: sent.grounds }),
    ...(sent && 'formalNotice' in sent && sent.formalNotice && { mise: sent.formalNotice }),
    ...(request && { demande: request.id }),
  }
}

/** The form of the act that the deposit of the letter becomes. */
export function actPathOf(base: string, agreement: AgreementId, { id, asked }: PreparedLetter): string {
  return `${actPath(base, agreement, asked.kind)}?${new URLSearchParams({ preparee: id })}`
}

function actPath(base: string, agreement: AgreementId, kind: LetterKind): string {
  if (kind === 'formal_notice') return paths.formalNotice(base, agreement)
  if (kind === 'termination') return paths.termination(base, agreement)
  return kind === 'dispute' ? disputePaths.opening(base, agreement) : paths.denunciation(base, agreement)
}

/** The values of the address; and, where it names a prepared letter, all that this letter already says. */
export async function valuesOfAddress(c: AppContext, agreement: Pick<Agreement, 'id'>): Promise<Values> {
  const letter = await preparedIn(c, agreement)
  return letter ? valuesOfLetter(letter.id, letter.asked, letter) : c.req.query()
}

async function preparedIn(c: AppContext, agreement: Pick<Agreement, 'id'>): Promise<PreparedLetter | null> {
  const id = c.req.query('preparee') ?? ''
  return isId<'prepared-letter'>(id) ? findPreparedLetter(c.var.context.db, agreement.id, id) : null
}

function valuesOfLetter(
  id: string,
  { from, grounds, scope, formalNotice }: AskedLetter,
  { depositedOn, tracking }: PreparedLetter,
): Values {
  return {
    preparee: id,
    partie: from,
    voie: 'recommande',
    date: depositedOn ? typed(depositedOn) : '',
    suivi: tracking,
    motifs: grounds,
    objet: grounds,
    etendue: scope.kind === 'partial' ? 'partielle' : 'totale',
    lieux: scope.places,
    mise: formalNotice,
  }
}

/** As it is typed: 17/06/2026. */
function typed(day: string): string {
  return day.split('-').reverse().join('/')
}
