/**
 * WeChat's units in the browser's: 750rpx are the width of the screen; 100vh are the height of the page without
 * the navigation bar, which the host page keeps in `--page-vh`.
 */
export function toBrowserUnits(css: string): string {
  return css
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, number: string) => `${Number((Number(number) / 7.5).toFixed(5))}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, number: string) => `calc(${number} * var(--page-vh))`)
}
