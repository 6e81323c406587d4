import type { Network } from '../../../platform/session/actor.ts'
import { formatDay, plural } from '../../../ui/french.ts'
import type { RenewalAct } from '../domain/acts.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { AgreementState } from '../domain/state.ts'
import { articleOf } from '../domain/terms.ts'
import { paragraph, type WrittenDocument } from '../domain/written-document.ts'
import { partiesOf } from './agreement-document.ts'
import { signatureLines } from './signature-lines.ts'

/** The act by which the parties renew an agreement that nothing renews by itself. 001 art. 10, 002 art. 5 */
export function renewalDocument(
  network: Network,
  agreement: Agreement,
  { termsInForce }: AgreementState,
  { name, years }: { name: string; years: number },
): WrittenDocument {
  const article = articleOf(termsInForce, 'renewal')
  return {
    title: 'Acte de reconduction',
    issuer: network.name,
    intro: `Convention ${agreement.reference}, entre ${partiesOf(network, agreement)}.`,
    reference: `${agreement.reference}, ${name}`,
    letter: null,
    parts: [
      paragraph(
        `${article ? `En application de son article ${article}, les` : 'Les'} parties reconduisent la convention pour une durée de ${plural(years, 'an', 'ans')}, à compter du lendemain de son terme.`,
        'La reconduction compte si toutes les parties l’ont signée au plus tard le dernier jour de la convention.',
        'Les autres stipulations de la convention restent inchangées.',
      ),
      { kind: 'heading', text: 'Signatures', anchor: 'signatures' },
      { kind: 'signatures', signatures: signatureLines(network, agreement, 'renewal_signed', name) },
    ],
  }
}

/** The renewals that somebody has signed, by name. */
export function renewalsOf({
  acts,
}: Pick<Agreement, 'acts'>): { name: string; years: number; label: string }[] {
  const signed = acts.filter((act): act is RenewalAct & typeof act => act.type === 'renewal_signed')
  return [...Map.groupBy(signed, ({ renewal }) => renewal)].map(([name, [first]]) => ({
    name,
    years: first?.years ?? 0,
    label: first ? `Reconduction signée à partir du ${formatDay(first.occurredOn)}` : 'Reconduction',
  }))
}
