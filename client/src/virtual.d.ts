/** Compiled messages of one surface in one language, made by `build/messages.ts`. */
declare module 'virtual:messages/*' {
  export const messages: import('@lingui/core').Messages;
}
