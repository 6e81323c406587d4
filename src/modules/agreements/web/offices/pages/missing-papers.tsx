import type { View } from '../../../../../platform/http/page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import type { PeopleAndPapers } from '../../../use-cases/offices/people-and-papers.ts'
import { partyName } from '../../parties.ts'
import { officePaths } from '../offices.paths.ts'

interface MissingProps {
  view: View
  agreement: Agreement
  people: PeopleAndPapers
}

/** What is missing, from whom: before anybody signs online, and after a signature on paper. AGR-113. */
export function MissingPapersNotices({ view, agreement, people }: MissingProps) {
  const { toSign, signed } = people.missing
  return (
    <>
      {toSign.length > 0 && (
        <Notice state="info" title="Des pièces manquent pour signer en ligne">
          <Papers view={view} agreement={agreement} people={people} parties={toSign} />
        </Notice>
      )}
      {signed.length > 0 && (
        <Notice state="warning" title="Signature en attente de pièces">
          <p>La signature compte. Elle reste signalée ici tant que l’acte qui l’autorise n’est pas joint.</p>
          <Papers view={view} agreement={agreement} people={people} parties={signed} />
        </Notice>
      )}
    </>
  )
}

function Papers({ view, agreement, people, parties }: MissingProps & { parties: readonly Party[] }) {
  const { base, headName } = view.network
  return (
    <ul>
      {parties.map((party) => (
        <li>
          {partyName(agreement, party, headName)} : délibération, décision ou délégation de signature.{' '}
          {people.kept.includes(party) && (
            <a href={officePaths.newAuthority(base, agreement.id, party)}>Joindre l’acte</a>
          )}
        </li>
      ))}
    </ul>
  )
}
