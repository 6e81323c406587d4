import { formatDay } from '../../../../ui/french.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { InitiativeContent } from '../../domain/initiative.ts'
import { operatorWords, stakeWords, stateWords } from '../initiative-wording.ts'

/** What an initiative says, whoever reads it: the page of the atlas, its own, and the copy a jury reads. */
export function InitiativeFacts({ content, declaredBy }: { content: InitiativeContent; declaredBy: string }) {
  const { description, figures, links, partners, result } = content
  return (
    <>
      {paragraphsOf(description).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <SummaryList
        rows={[
          { term: 'Déclarée par', value: declaredBy },
          { term: 'Menée par', value: operatorText(content, declaredBy) },
          {
            term: 'Territoire',
            value: content.communes.length > 0 ? content.communes.join(', ') : 'Tout le territoire',
          },
          { term: 'Enjeu principal', value: stakeWords[content.stake] },
          ...(content.otherStakes.length > 0
            ? [
                {
                  term: 'Autres enjeux',
                  value: content.otherStakes.map((stake) => stakeWords[stake]).join(', '),
                },
              ]
            : []),
          ...(content.served ? [{ term: 'Pour qui', value: content.served }] : []),
          { term: 'Où elle en est', value: `${stateWords[content.state]}${datesText(content)}` },
          ...(result ? [{ term: 'Ce qu’elle a donné', value: result }] : []),
          ...(partners ? [{ term: 'Partenaires', value: partners }] : []),
        ]}
      />
      {figures.length > 0 && (
        <Table
          caption="En chiffres"
          columns={[
            { label: 'Ce qui est compté', header: true, cell: ({ what }) => what },
            { label: 'Valeur', numeric: true, cell: ({ value }) => value },
            { label: 'Année', numeric: true, cell: ({ year }) => String(year) },
            { label: 'Source', cell: ({ source }) => source },
          ]}
          rows={figures}
        />
      )}
      {links.length > 0 && (
        <>
          <h2>Pour en savoir plus</h2>
          <ul>
            {links.map((link) => (
              <li>
                <a href={link} rel="noopener noreferrer">
                  {link}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function operatorText({ operator }: InitiativeContent, declaredBy: string): string {
  if (operator.kind === 'own') return declaredBy
  return `${operator.name} (${operatorWords[operator.kind].toLowerCase()})`
}

function datesText({ from, until }: InitiativeContent): string {
  if (from && until) return `, du ${formatDay(from)} au ${formatDay(until)}`
  if (from) return `, depuis le ${formatDay(from)}`
  return until ? `, jusqu’au ${formatDay(until)}` : ''
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).flatMap((paragraph) => paragraph.trim() || [])
}
