import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ReadPair } from '../../../use-cases/duplicates/read-pair.ts'
import { homePaths } from '../../home/home.paths.ts'
import { duplicatesPaths as paths } from '../duplicates.paths.ts'
import { BAND_NAMES } from '../duplicates-wording.ts'
import { DistinctionForm } from './distinction-form.tsx'
import { Explanation } from './explanation.tsx'
import { MergeForm } from './merge-form.tsx'
import { PairFacts } from './pair-facts.tsx'

export interface PairProps {
  view: View
  read: ReadPair
  people: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
  mayAct: boolean
  state: FormState
}

/** Two sheets side by side: what they say, what hangs on them, and the two ways out. */
export function PairPage(props: PairProps) {
  const { view, read, mayAct, state } = props
  const { base } = view.network
  const { kept, duplicate, pair } = read
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={'Deux fiches, un même lieu ?'}
      intro={`« ${kept.sheet.name} » et « ${duplicate.sheet.name} ».`}
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Doublons', href: paths.queue(base) },
      ]}
      problems={state.problems}
    >
      <p>
        {pair ? (
          <>
            <Tag
              state={BAND_NAMES[pair.band].state}
            >{`${BAND_NAMES[pair.band].one}, ${pair.score} sur 100`}</Tag>{' '}
            <Explanation why={pair.why} />
          </>
        ) : (
          'La comparaison ne propose pas ces deux fiches : à vous de dire si elles parlent du même lieu.'
        )}
      </p>
      <Said {...props} />
      <Group base={base} read={read} />
      <PairFacts {...props} />
      {mayAct && <MergeForm base={base} read={read} state={state} />}
      {mayAct && <DistinctionForm base={base} read={read} state={state} />}
    </Frame>
  )
}

/** What somebody decided of the two before one of them changed. DIR-46. */
function Said({ read: { distinctions }, people }: PairProps) {
  const [last] = distinctions
  if (!last) return null
  const who = (last.by && people.get(last.by)) || 'Quelqu’un du réseau'
  return (
    <Notice
      state={last.stands ? 'info' : 'warning'}
      title={
        last.stands
          ? 'Ces deux lieux ont été distingués.'
          : 'Ces deux lieux avaient été distingués, et l’un a changé.'
      }
    >
      <p>
        {who} a dit que ce ne sont pas les mêmes, le <DayText day={dayOf(last.at)} />
        {last.reason && ` : « ${last.reason} »`}.{' '}
        {!last.stands &&
          'Depuis, l’une des deux fiches a une autre adresse ou un autre SIRET : la question se pose de nouveau.'}
      </p>
    </Notice>
  )
}

/** A group of three or more is only ever the set of its pairs. DIR-45. */
function Group({ base, read: { group } }: { base: string; read: ReadPair }) {
  if (group.pairs.length === 0) return null
  const name = (id: (typeof group.pairs)[number]['one']) => group.sheets.get(id)?.name ?? ''
  return (
    <Notice state="warning" title="D’autres fiches ressemblent à ces deux-là.">
      <p>Fusionner ces deux fiches ne fusionne pas les autres : voyez chaque paire.</p>
      <ul>
        {group.pairs.map(({ one, other, band, score }) => (
          <li>
            <a href={paths.pair(base, one, other)}>{`« ${name(one)} » et « ${name(other)} »`}</a>
            {`, ${BAND_NAMES[band].one.toLowerCase()}, ${score}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
