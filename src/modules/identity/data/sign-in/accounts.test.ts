import { getMigrations } from 'better-auth/db/migration'
import { expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { accountOptions } from './accounts.ts'

const app = useApp()

it('the sign-in library finds all its tables and columns in ours', async () => {
  const { toBeCreated, toBeAdded } = await getMigrations(
    accountOptions(app.services.signInPool, app.services.config),
  )
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})
