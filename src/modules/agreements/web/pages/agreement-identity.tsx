import type { Child } from 'hono/jsx'
import { formatDay } from '../../../../ui/french.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { Agreement } from '../../domain/agreement.ts'
import { BESPOKE } from '../../templates/bespoke.ts'
import type { ConsolidatedText } from '../../use-cases/amendments/consolidated-text.ts'
import type { ReadSignature } from '../../use-cases/signing/signing-powers.ts'
import { partyName } from '../parties.ts'
import { signatureSentences } from '../signing/signature-wording.ts'
import { templatePaths } from '../templates/template.paths.ts'

/** Folded until somebody wants it: the rest of the page says what is asked for today. */
export function More({ title, open = false, children }: { title: string; open?: boolean; children: Child }) {
  return (
    <details class="more" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

interface IdentityProps {
  base: string
  headName: string
  agreement: Agreement
  text: ConsolidatedText
  signatures: readonly ReadSignature[]
}

/** Who the parties are, who signed for them, and the template they followed. */
export function Identity({ base, headName, agreement, text, signatures }: IdentityProps) {
  return (
    <SummaryList
      rows={[
        {
          term: 'Parties',
          value: agreement.terms.parties.map((party) => partyName(agreement, party, headName)).join(' et '),
        },
        {
          term: 'Représentant du co-contractant',
          value: [agreement.representative.name, agreement.representative.title].filter(Boolean).join(', '),
        },
        ...signatures.map((signature) => ({
          term: `Signature : ${partyName(agreement, signature.act.party, headName)}`,
          value: <SignatureText signature={signature} />,
        })),
        {
          term: 'Modèle',
          value:
            text.template.id === BESPOKE.id ? (
              text.template.title
            ) : (
              <a href={templatePaths.template(base, text.template.id, text.template.version)}>
                {text.template.title}, version {text.template.version}
              </a>
            ),
          act: {
            label: 'Comparer',
            about: 'la convention au modèle de référence',
            href: templatePaths.comparison(base, agreement.id),
          },
        },
      ]}
    />
  )
}

/** Who signed and when; and what the parties should look at again, in plain words. */
function SignatureText({ signature }: { signature: ReadSignature }) {
  const { act } = signature
  return (
    <>
      {act.capacity ? `${act.capacity}, le` : 'Le'} {formatDay(act.occurredOn)}
      {signatureSentences(signature).map((sentence) => (
        <p>
          <Tag state="warning">À confirmer</Tag> {sentence}
        </p>
      ))}
    </>
  )
}
