/** In a form the way out is the main button. */
export const SURE_LOOK = { row: 'f-buttons', no: 'f-main', yes: 'f-other' } as const;
