import { Button } from '../../../../../ui/button.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { type ListView, viewParameter } from '../list-view.ts'
import { type Listing, listingParameters } from '../listing.ts'

/** A date and an hour for which a place has to be open; whatever else is asked travels along. DIR-53. */
export function OpenAtForm({
  listing,
  action,
  shown,
}: {
  listing: Listing
  action: string
  shown: ListView
}) {
  const asked = listing.open.find((open) => open.includes('T'))
  const [on = '', hour = ''] = asked?.split('T') ?? []
  const others = { ...listing, open: listing.open.filter((open) => open !== asked), page: 1 }
  return (
    <Folded title="Ouvert à une date" isOpen={asked !== undefined}>
      <Form action={action} method="get" label="Ouvert à une date et une heure">
        {[...listingParameters(others), ...viewParameter(shown)].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <DateField name="ouvert-le" label="Le jour où je viens" value={french(on)} />
        <TextField name="ouvert-a" label="L’heure" hint="Par exemple 14:30" value={hour} width="short" />
        <Button look="plain">Voir ce qui est ouvert</Button>
      </Form>
    </Folded>
  )
}

function french(day: string): string {
  return day.split('-').reverse().join('/')
}
