import type { Job } from '../../../platform/jobs/jobs.ts'
import { addressService } from '../data/geocoding/address-service.ts'
import { locatePlaces } from '../use-cases/geocoding/locate-places.ts'

/** Every quarter of an hour, when the operator chose a service of addresses: fifty places more. DIR-56. */
export const locateJob: Job = {
  name: 'places/locate-places',
  schedule: '*/15 * * * *',
  async work({ db, clock, config }) {
    if (!config.addressServiceUrl) return
    await locatePlaces({ db, now: clock.now() }, addressService(config.addressServiceUrl))
  },
}
