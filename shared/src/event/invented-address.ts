/** Nobody can have such an address (RFC 2606), so it tells the invented members of the demo from everybody else (C22). */
export const AT_INVENTED = '@community.example.org';

/** Whether an address is that of somebody who was made up for the demo: no mail goes there, ever (C23). */
export const isInventedAddress = (address: string): boolean => address.trim().toLowerCase().endsWith(AT_INVENTED);
