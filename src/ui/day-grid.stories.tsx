import { addDays, type Day } from '../kernel/day.ts'
import { DayGrid, type DayGridCell } from './day-grid.tsx'
import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'

const days = Array.from({ length: 7 }, (_, index) => addDays('2027-05-03' as Day, index))

const free: DayGridCell = { look: 'free', word: 'libre' }
const closed: DayGridCell = { look: 'closed', word: 'fermé', more: 'férié' }
const taken: DayGridCell = { look: 'taken', word: 'pris', more: 'Val de Mer' }

export const stories: Story[] = [
  {
    name: 'Semaine',
    render: () => (
      <DayGrid
        caption="Du 3 au 9 mai 2027"
        corner="Exemplaire"
        days={days}
        rows={[
          {
            label: 'VR-1',
            cells: [free, { look: 'part', word: 'en partie' }, taken, closed, taken, free, free],
          },
          {
            label: LONG_NAME,
            cells: days.map(() => ({ look: 'kept', word: 'réservé' })),
          },
        ]}
      />
    ),
  },
]
