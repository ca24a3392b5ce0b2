/** Random bytes as text for addresses and keys; works on plain http, where `crypto.randomUUID` is absent. @param bytes a multiple of 3 */
export const randomText = (bytes: number): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
