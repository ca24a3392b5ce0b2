/** The messages of one surface in each language, to be fetched one language at a time; made by `build/messages.ts`. */
declare module 'virtual:catalogue/*' {
  export const catalogue: Readonly<
    Record<
      import('@lapwing/shared/kernel/language').Language,
      () => Promise<{ readonly messages: import('@lingui/core').Messages }>
    >
  >;
}

/** The address of a file that the build serves as it is. */
declare module '*?url' {
  const address: string;
  export default address;
}
