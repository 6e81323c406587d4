/** Is it an address of the API: asked by programs, answered in JSON? */
export function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}
