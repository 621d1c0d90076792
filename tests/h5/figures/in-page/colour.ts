/** Colours as the browser computes them, and how far they stand apart (WCAG 2.2, 1.4.3). */
export interface Colour {
  r: number
  g: number
  b: number
  a: number
}

/** From `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
export function colourFrom(computed: string): Colour {
  const numbers = (computed.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number)
  const [r = 0, g = 0, b = 0, a = 1] = numbers
  return computed.startsWith('color(') ? { r: r * 255, g: g * 255, b: b * 255, a } : { r, g, b, a }
}

/** `top` laid over an opaque `ground`. */
export function over(top: Colour, ground: Colour): Colour {
  const mix = (one: number, other: number) => one * top.a + other * (1 - top.a)
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a: 1 }
}

function luminance({ r, g, b }: Colour): number {
  const linear = (value: number) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** What an element stands on: everything behind it, mixed; undefined where a picture makes that unknowable. */
export function groundOf(element: Element | null): Colour | undefined {
  const layers: Colour[] = []
  for (let one = element; one; one = one.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one)
    if (backgroundImage !== 'none') return undefined
    const layer = colourFrom(backgroundColor)
    // Of a mask, as an icon is, the colour is the picture and no ground.
    if (layer.a === 0 || getComputedStyle(one).maskImage !== 'none') continue
    layers.push(layer)
    if (layer.a === 1) break
  }
  // A page without a ground shows the browser's own.
  const canvas = matchMedia('(prefers-color-scheme: dark)').matches ? 18 : 255
  const ground = { r: canvas, g: canvas, b: canvas, a: 1 }
  return layers.reverse().reduce((below, layer) => over(layer, below), ground)
}

/** How much of an element shows, all that it lies in included. */
export function opacityOf(element: Element | null): number {
  let opacity = 1
  for (let one = element; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity)
  return opacity
}
