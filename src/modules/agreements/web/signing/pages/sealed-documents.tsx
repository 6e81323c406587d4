import type { View } from '../../../../../platform/http/page.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import type { SealedDocument } from '../../../data/sealed-documents.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import { partyName } from '../../parties.ts'
import { SEALS, UNSEALED } from '../seal-wording.ts'
import { sealedPaths } from '../sealed-paths.ts'
import { verificationPaths } from '../verification-paths.ts'
import { Fingerprint } from './signed-text.tsx'

interface SealedDocumentsProps {
  view: View
  agreement: Agreement
  documents: readonly SealedDocument[]
}

/** The signed document, from its last state to its first: both parties hold the same file, its hash says so. */
export function SealedDocuments({ view, agreement, documents }: SealedDocumentsProps) {
  if (documents.length === 0) return null
  const { base, headName } = view.network
  return (
    <section aria-labelledby="documents-signes">
      <h2 id="documents-signes">Le document signé</h2>
      <p>
        Un seul fichier pour les deux parties : chacune peut le télécharger, et le journal le note. Chaque
        état commence par les octets du précédent.
      </p>
      {[...documents].reverse().map((document) => {
        const said = (document.seal && SEALS[document.seal]) || UNSEALED
        return (
          <section aria-labelledby={`document-${document.id}`}>
            <h3 id={`document-${document.id}`}>{titleOf(document, agreement, headName)}</h3>
            <p>
              <Tag state={said.state}>{said.word}</Tag> le {formatMoment(document.recorded_at)}
              {document.has_timestamp && ', heure attestée par une autorité d’horodatage'}
              {document.certificate && `, par « ${document.certificate} »`}. {said.sentence}
            </p>
            <Fingerprint value={document.sha256} />
            <p>
              <a href={sealedPaths.signed(base, agreement.id, document.id)}>
                Télécharger ce PDF
                <span class="visually-hidden"> : {titleOf(document, agreement, headName)}</span>
              </a>
              {' · '}
              <a href={verificationPaths.answer(base, document.sha256)}>
                Page publique de vérification
                <span class="visually-hidden"> de ce fichier</span>
              </a>
            </p>
          </section>
        )
      })}
    </section>
  )
}

function titleOf({ kind, act_id }: SealedDocument, agreement: Agreement, headName: string): string {
  if (kind === 'final') return 'Document final, toutes signatures données'
  const act = agreement.acts.find(({ id }) => id === act_id)
  const who = act?.type === 'signature' ? partyName(agreement, act.party, headName) : ''
  return kind === 'elsewhere' ? `Signé hors de l’application : ${who}` : `Après la signature : ${who}`
}
