import { day } from '../src/kernel/day.ts'
import { searchDirectory } from '../src/modules/places/data/search/places.results.ts'
import { askingNothing } from '../src/modules/places/domain/search/asked.ts'
import type { Context } from '../src/platform/context.ts'
import { p95, report, withNational } from './national.ts'

// STK-102: a page of results with its counts, over what people type: towns, postal codes, needs, names, typos.

const TYPED = [
  ...[
    'caen',
    'st lo',
    'cherbourg',
    'le havre',
    'paris',
    'saint denis',
    'gap',
    'manche',
    'finistere',
    'brest',
  ],
  ...['50100', '14000', '75011', '13001', '97400', '35000'],
  ...['papier', 'carte grise', 'imprimer', 'apprendre à envoyer un mail', 'impots caen', 'ordinateur manche'],
  ...[
    'mediatheque',
    'mediatheque caen',
    'bibliotheque des tilleuls',
    'phare',
    'fabrique numerique lille',
    'bus',
  ],
  ...['mediateque', 'bibliotheqe cherbourg', 'imprimmer rennes', 'cyberbaze', 'introuvable'],
]
const ROUNDS = 6

await withNational(async ({ db, network }) => {
  const context = { db, today: day('2026-06-17'), network: { id: network } } as Context
  const first: number[] = []
  const again: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of TYPED) (round === 0 ? first : again).push(await timed(context, text))
  }
  report('search, first time, p95', p95(first), 'ms')
  report('search, asked again, p95', p95(again), 'ms')
})

async function timed(context: Context, text: string): Promise<number> {
  const start = performance.now()
  await searchDirectory(context, { ...askingNothing, text }, 25)
  return performance.now() - start
}
