/** Compiled messages of one surface in one language, made by `build/messages.ts`. */
declare module 'virtual:messages/*' {
  export const messages: import('@lingui/core').Messages;
}

/** The address of a file that the build serves as it is. */
declare module '*?url' {
  const address: string;
  export default address;
}
