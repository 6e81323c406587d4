import { lastDay } from '../../../../../kernel/period.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { KeptHolidayRule, SchoolHoliday } from '../../../data/hours/holidays.store.ts'
import { SCHOOL_ZONES } from '../../../domain/hours/school-zones.ts'
import { HOLIDAY_TERRITORIES, ZONE_NAMES } from '../days-off-wording.ts'
import { hoursPaths } from '../hours.paths.ts'

interface DaysOffProps {
  view: View
  school: readonly SchoolHoliday[]
  rules: readonly KeptHolidayRule[]
  mayChange: boolean
  state: FormState
}

export function DaysOffPage({ view, school, rules, mayChange, state }: DaysOffProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Jours fériés et vacances scolaires"
      intro={
        'Les horaires des lieux en dépendent : la recherche ne dit pas « ouvert » un jour férié dont une fiche ne dit rien.'
      }
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={state.problems}
    >
      <h2>Vacances scolaires</h2>
      <ByZone school={school} />
      {mayChange && <SchoolForm base={base} state={state} />}
      <h2>Jours fériés</h2>
      <p>
        Les onze jours du code du travail, ceux d’Alsace-Moselle et les journées d’abolition de l’esclavage
        outre-mer sont connus. À Wallis-et-Futuna, en Polynésie française et en Nouvelle-Calédonie, les jours
        propres au territoire sont à confirmer : 28 avril, 29 juin, 29 juillet, 24 septembre, 20 novembre.
      </p>
      <Table
        caption="Vos corrections"
        columns={[
          {
            label: 'Jour',
            header: true,
            cell: ({ day, month, name }) => `${day}/${String(month).padStart(2, '0')} (${name})`,
          },
          { label: 'Effet', cell: ({ isOff }) => (isOff ? 'Férié' : 'Travaillé') },
          {
            label: 'Où',
            cell: ({ department }) => (department ? HOLIDAY_TERRITORIES[department] : 'Partout'),
          },
          { label: 'Années', cell: yearsText },
          {
            label: 'Retirer',
            silent: true,
            cell: ({ id }) =>
              mayChange ? (
                <Form action={hoursPaths.correction(base, id)}>
                  <Button look="quiet">Retirer cette correction</Button>
                </Form>
              ) : (
                ''
              ),
          },
        ]}
        rows={rules}
        empty={'Aucune correction : les jours connus s’appliquent.'}
      />
      {mayChange && <CorrectionForm base={base} state={state} />}
    </Frame>
  )
}

function yearsText({ fromYear, untilYear }: KeptHolidayRule): string {
  if (fromYear === null && untilYear === null) return 'Toutes'
  return [fromYear && `depuis ${fromYear}`, untilYear && `jusqu’à ${untilYear}`].filter(Boolean).join(', ')
}

function ByZone({ school }: { school: readonly SchoolHoliday[] }) {
  const zones = [...Map.groupBy(school, ({ zone }) => zone)]
  return (
    <Table
      caption="Ce qui est chargé"
      silentCaption
      columns={[
        { label: 'Zone', header: true, cell: ([zone]) => ZONE_NAMES[zone] ?? zone },
        { label: 'Périodes', numeric: true, cell: ([, periods]) => periods.length },
        {
          label: 'Connues jusqu’au',
          cell: ([, periods]) => {
            const last = periods
              .map(({ period }) => lastDay(period) ?? period.start)
              .sort()
              .at(-1)
            return last ? formatDay(last) : ''
          },
        },
      ]}
      rows={zones}
      empty={'Aucune zone n’est chargée : les horaires propres aux vacances s’affichent « à confirmer ».'}
    />
  )
}

function SchoolForm({ base, state: { values, problems } }: { base: string; state: FormState }) {
  return (
    <Form action={hoursPaths.daysOff(base)} upload>
      <FileField
        name="fichier"
        label="Calendrier des vacances"
        hint="Le calendrier scolaire officiel, en ICS (une zone) ou en CSV (toutes). Chaque zone du fichier remplace ce qui était chargé pour elle."
        accept=".ics,.csv,text/calendar,text/csv"
        error={problemOf(problems, 'fichier')}
      />
      <Select
        name="zone"
        label="Zone, si le calendrier ne la dit pas"
        prompt="Celle que dit le fichier"
        choices={SCHOOL_ZONES.map((zone) => ({ value: zone, label: ZONE_NAMES[zone] ?? zone }))}
        value={String(values.zone ?? '')}
        optional
      />
      <Actions>
        <Button>Charger ces vacances</Button>
      </Actions>
    </Form>
  )
}

function CorrectionForm({ base, state: { values, problems } }: { base: string; state: FormState }) {
  const field = (name: string) => ({
    name,
    value: String(values[name] ?? ''),
    error: problemOf(problems, name),
  })
  return (
    <Form action={hoursPaths.holidays(base)} label="Corriger un jour férié">
      <h2>Corriger un jour férié</h2>
      <TextField {...field('jour')} label="Jour et mois" hint="Par exemple 22/05" width="short" />
      <TextField {...field('nom')} label="Nom de ce jour" width="medium" />
      <Radios
        {...field('ferie')}
        label="Ce jour est"
        choices={[
          { value: 'oui', label: 'Férié' },
          { value: 'non', label: 'Travaillé' },
        ]}
      />
      <Select
        {...field('territoire')}
        label="Où"
        prompt="Partout"
        choices={Object.entries(HOLIDAY_TERRITORIES).map(([value, label]) => ({ value, label }))}
        optional
      />
      <TextField {...field('depuis')} label="Depuis l’année" width="short" inputmode="numeric" optional />
      <TextField {...field('jusqua')} label="Jusqu’à l’année" width="short" inputmode="numeric" optional />
      <Actions>
        <Button look="plain">Enregistrer cette correction</Button>
      </Actions>
    </Form>
  )
}
