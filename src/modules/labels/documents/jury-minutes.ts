import type { Instant } from '../../../kernel/instant.ts'
import type { Documents } from '../../../platform/documents/documents.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Deliberated, Deliberation } from '../domain/jury/deliberated.ts'
import type { JurorId } from '../domain/jury/juror.ts'
import { levelWords, numberWords } from '../web/jury/jury-wording.ts'

export const MINUTES_TEMPLATE = 'src/modules/labels/documents/jury-minutes.typ'

export interface Minutes {
  readonly issuer: string
  readonly campaign: string
  /** What a level is called; empty when there is none. */
  readonly unit: string
  readonly meetings: readonly Deliberation[]
  readonly decided: readonly (Deliberated & { readonly holder: string; readonly isHidden: boolean })[]
  readonly names: ReadonlyMap<JurorId, string>
  readonly chair: JurorId | null
}

/** The minutes as a PDF: presence, recusals, decisions and votes; the reason of a recusal is nobody's. LAB-28, LAB-75. */
export function juryMinutes(documents: Documents, minutes: Minutes, createdAt: Instant): Promise<Uint8Array> {
  return documents.pdf({
    template: MINUTES_TEMPLATE,
    data: minutesData(minutes),
    createdAt,
    standard: 'a-2a',
  })
}

export function minutesData({ issuer, campaign, meetings, ...minutes }: Minutes) {
  return {
    title: 'Procès-verbal du jury',
    issuer,
    reference: campaign,
    intro: `${campaign}. Confidentiel jusqu’à la publication des résultats.`,
    parts: [...meetings].reverse().flatMap((meeting) => meetingParts(meeting, minutes)),
  }
}

function meetingParts(
  { id, heldOn, present }: Deliberation,
  { decided, names, chair, unit }: Omit<Minutes, 'issuer' | 'campaign' | 'meetings'>,
) {
  const nameOf = (juror: JurorId) => names.get(juror) ?? ''
  const listed = (jurors: readonly JurorId[]) => jurors.map(nameOf).join(', ') || 'personne'
  const fact = (term: string, value: string) => ({ term, value })
  return [
    { kind: 'heading', text: `Séance du ${formatDay(heldOn)}`, anchor: `seance-${id}` },
    {
      kind: 'facts',
      facts: [
        fact('Membres présents', listed(present)),
        fact('Présidence', chair ? nameOf(chair) : 'vacante'),
      ],
    },
    ...decided
      .filter(({ deliberationId }) => deliberationId === id)
      .flatMap((item) => [
        { kind: 'heading', text: item.holder, anchor: `dossier-${item.id}` },
        {
          kind: 'facts',
          facts: item.isHidden
            ? [fact('Décision', 'non communiquée à qui s’est déporté de ce dossier')]
            : [
                fact(
                  'Présidence pour ce dossier',
                  item.chairedBy === chair
                    ? nameOf(item.chairedBy)
                    : `${nameOf(item.chairedBy)}, en remplacement`,
                ),
                fact('Déports', listed(seatedAs(item, 'recused'))),
                fact('Présents', listed(seatedAs(item, 'present'))),
                fact(
                  'Médiane pondérée',
                  item.median === null ? 'pas assez de lecteurs' : numberWords(item.median),
                ),
                fact('Niveau issu des seuils', levelWords(item.proposedLevel, unit)),
                fact('Niveau décidé', levelWords(item.level, unit)),
                ...(item.deviation ? [fact('Motif de l’écart', item.deviation)] : []),
                fact(
                  'Voix',
                  `${item.vote.for} pour, ${item.vote.against} contre, ${item.vote.abstentions} abstentions`,
                ),
              ],
        },
      ]),
  ]
}

function seatedAs({ seats }: Deliberated, as: Deliberated['seats'][number]['seat']): JurorId[] {
  return seats.filter(({ seat }) => seat === as).map(({ jurorId }) => jurorId)
}
