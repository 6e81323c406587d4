/** Packages of the tests that bring no types: only what we use of them. */

declare module 's3rver' {
  interface Options {
    address: string
    port: number
    silent: boolean
    directory: string
    configureBuckets: { name: string; configs: string[] }[]
  }
  export default class S3rver {
    constructor(options: Options)
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}

declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  interface Session {
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }
  }
  interface Options {
    authOptional?: boolean
    disabledCommands?: string[]
    onData(stream: Readable, session: Session, callback: (error?: Error | null) => void): void
  }
  export class SMTPServer {
    server: Server
    constructor(options: Options)
    listen(port: number, host: string, callback: () => void): Server
    close(callback: () => void): void
  }
}
