import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import type { DeclaredEvidence } from '../../../data/declared-evidence.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import { partyName } from '../../parties.ts'
import { dutyPaths } from '../duties.paths.ts'
import { dutyName } from '../duties-wording.ts'

interface DeclaredProps {
  view: View
  agreement: Agreement
  declared: readonly DeclaredEvidence[]
  own: readonly Party[]
  placeNames: ReadonlyMap<string, string>
}

/** What the parties declared: who, when, in which words; and what was taken back since, struck but not forgotten. */
export function DeclaredSection({ view, agreement, declared, own, placeNames }: DeclaredProps) {
  const { base, headName } = view.network
  if (declared.length === 0) return null
  return (
    <section aria-labelledby="preuves-declarees">
      <h2 id="preuves-declarees">Preuves déclarées</h2>
      <p>Personne ne les modifie : la partie qui a déclaré peut retirer sa preuve, en disant pourquoi.</p>
      <ul class="rows">
        {declared.map(({ id, duty, placeId, on, statement, file, party, by, withdrawn }) => (
          <li>
            <p>
              {withdrawn ? <Tag state="neutral">Retirée</Tag> : <Tag state="info">Déclarée</Tag>}{' '}
              <strong>{dutyName(duty)}</strong>
              {placeId && `, ${placeNames.get(placeId) ?? 'un lieu'}`}
            </p>
            <p>
              {withdrawn ? <s>« {statement} »</s> : `« ${statement} »`} Fait le {formatDay(on)}. Déclaré par{' '}
              {by ? `${by}, ` : ''}
              {partyName(agreement, party, headName)}.
            </p>
            {withdrawn && (
              <p>
                Retirée{withdrawn.by && ` par ${withdrawn.by}`} : « {withdrawn.reason} »
              </p>
            )}
            {file && (
              <p>
                <a href={dutyPaths.file(base, agreement.id, file.id)}>Télécharger {file.name}</a>
              </p>
            )}
            {!withdrawn && own.includes(party) && (
              <p>
                <a href={dutyPaths.withdrawal(base, agreement.id, id)}>
                  Retirer cette preuve<span class="visually-hidden"> : {dutyName(duty)}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
