declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration: number
    /** Threads of their own: the server keeps this one. */
    workers: number
    requests: { path: string; headers: Record<string, string> }[]
  }
  interface Result {
    requests: { average: number }
    non2xx: number
    errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
