/** The library has no types: what is used of it. */
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    /** Names are told with these prefixes, by address of their namespace, whatever the text calls them. */
    ns(prefixes: Readonly<Record<string, string>>): this
    on(
      event: 'openTag',
      told: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): this
    on(event: 'closeTag', told: (name: string) => void): this
    on(event: 'text', told: (text: string, decode: Decode) => void): this
    on(event: 'cdata', told: (text: string) => void): this
    on(event: 'error', told: (error: Error) => void): this
    /** Returns the error that stopped it, when nobody listens to errors. */
    parse(text: string): Error | undefined
  }
}
