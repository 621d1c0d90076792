import { isWeapp } from './device'

/** Whether this device can print a page: a browser can, the mini-program can't. */
export const canPrint = !isWeapp

/** Opens the browser's own window for printing. */
export function printPage(): void {
  if (canPrint) window.print()
}
