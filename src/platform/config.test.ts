import { describe, expect, it } from 'vitest'
import { type ConfigError, readConfig } from './config.ts'

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
    return ''
  } catch (error) {
    return (error as ConfigError).message
  }
}

const production = {
  MAILLAGE_MODE: 'production',
  BASE_URL: 'https://reseau.example.fr/',
  MAILLAGE_SECRET: Buffer.alloc(48, 7).toString('base64'),
  SMTP_URL: 'smtp://relais.example.fr:587',
  MAIL_FROM: 'reseau@example.fr',
}

describe('the configuration', () => {
  it('has a default for everything in demo mode', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      mode: 'demo',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      databaseUrl: null,
    })
    expect(config.filesUrl).toMatch(/^file:.*\.data\/files$/)
  })

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null })
  })

  it.each([
    ['PORT', '80000', 'numéro de port'],
    ['DATABASE_URL', 'mysql://x', 'postgres://'],
    ['MAILLAGE_TODAY', '2026-02-30', 'AAAA-MM-JJ'],
    ['MAILLAGE_MODE', 'prod', '« demo » ou « production »'],
    ['FILES_URL', 'ftp://x', 'file://'],
    ['SMTP_URL', 'relais', 'smtp://'],
    ['TIMESTAMP_URL', 'horodatage', 'http://'],
  ])('refuses %s=%s and says why', (name, value, expected) => {
    const message = problemsOf({ [name]: value })
    expect(message).toContain(name)
    expect(message).toContain(expected)
    expect(message).toContain(value)
  })

  it('reads the certificate of the seal by its path, and refuses a passphrase that opens nothing', () => {
    expect(readConfig({})).toMatchObject({ seal: null, timestampUrl: null })
    const seal = readConfig({ SEAL_P12: '/etc/sceau.p12', SEAL_PASSPHRASE: 'motdepasse' }).seal
    expect(seal).toEqual({ file: '/etc/sceau.p12', passphrase: 'motdepasse' })
    const message = problemsOf({ SEAL_PASSPHRASE: 'motdepasse' })
    expect(message).toContain('SEAL_P12 manque')
    expect(message).not.toContain('motdepasse')
  })

  it('takes ProConnect whole or not at all, in https in production', () => {
    const set = {
      PROCONNECT_ISSUER: 'https://proconnect.example.fr/api/v2/',
      PROCONNECT_CLIENT_ID: 'maillage',
      PROCONNECT_CLIENT_SECRET: 'motdepasse',
    }
    expect(readConfig({}).proConnect).toBeNull()
    expect(readConfig({ ...production, ...set }).proConnect).toEqual({
      issuer: 'https://proconnect.example.fr/api/v2',
      clientId: 'maillage',
      clientSecret: 'motdepasse',
    })
    const half = problemsOf({ ...set, PROCONNECT_CLIENT_SECRET: '' })
    expect(half).toContain('PROCONNECT_CLIENT_SECRET manque')
    expect(half).not.toContain('PROCONNECT_ISSUER manque')
    const open = { ...production, ...set, PROCONNECT_ISSUER: 'http://proconnect.example.fr' }
    expect(problemsOf(open)).toContain('PROCONNECT_ISSUER doit commencer par https://')
    expect(problemsOf({ PROCONNECT_ISSUER: 'proconnect' })).toContain('PROCONNECT_ISSUER attend une adresse')
  })

  it('starts in production when nothing is missing', () => {
    expect(readConfig(production)).toMatchObject({ mode: 'production', baseUrl: 'https://reseau.example.fr' })
  })

  it('lists all that production misses at once, and never prints a secret', () => {
    const message = problemsOf({ MAILLAGE_MODE: 'production', BASE_URL: 'http://reseau.example.fr' })
    for (const expected of ['MAILLAGE_SECRET', 'https://', 'SMTP_URL', 'MAIL_FROM'])
      expect(message).toContain(expected)
    expect(problemsOf({ ...production, MAILLAGE_SECRET: 'motdepasse' })).not.toContain('motdepasse')
    expect(problemsOf({ ...production, MAILLAGE_TODAY: '2026-01-01' })).toContain(
      'réservé à la démonstration',
    )
  })
})
