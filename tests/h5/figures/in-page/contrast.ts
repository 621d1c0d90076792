import { colourFrom, contrast, groundOf, opacityOf, over, type Colour } from './colour'
import { called, seen, wordsSeen } from './seen'

/** Large text is 24 px, or 18.66 px in bold (WCAG 2.2). Our strong weight, 600, is not bold. */
const LARGE = 24
const LARGE_BOLD = 18.66
/** A hundredth is lost by rounding. */
const ROUNDING = 0.005

/** Words that do not stand out from their ground: 4.5:1, large ones 3:1. */
export function paleWords(): string[] {
  return wordsSeen().flatMap(({ element, text, pseudo }) => {
    const style = getComputedStyle(element, pseudo)
    const size = parseFloat(style.fontSize)
    const isLarge = size >= LARGE || (size >= LARGE_BOLD && Number(style.fontWeight) >= 700)
    return pale(style.color, element, groundOf(element), isLarge ? 3 : 4.5, called(element, text))
  })
}

/** Icons say something, so they stand out like large text. */
export function paleIcons(): string[] {
  return seen('.icon').flatMap((icon) =>
    pale(getComputedStyle(icon).backgroundColor, icon, groundOf(icon.parentElement), 3, called(icon)),
  )
}

/** What shows where one may write or choose: its edge, or its fill, against what it stands on. */
const CONTROLS =
  '.input,.say,.choice,.tick,.pick,.switch,.switch__knob,.shots__add,.btn--equal,.btn--secondary'

export function paleControls(): string[] {
  return seen(CONTROLS).flatMap((control) => {
    const ground = groundOf(control.parentElement)
    const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(control)
    const hasEdge = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none'
    const edge = hasEdge ? borderTopColor : 'rgba(0, 0, 0, 0)'
    const fill = groundOf(control)
    if (ground && fill && contrast(fill, ground) >= 3 - ROUNDING) return []
    return pale(edge, control, ground, 3, called(control))
  })
}

function pale(
  computed: string,
  element: Element,
  ground: Colour | undefined,
  least: number,
  name: string,
): string[] {
  if (!ground) return [`contrast unknown, on a picture: ${name}`]
  const colour = colourFrom(computed)
  const shown = over({ ...colour, a: colour.a * opacityOf(element) }, ground)
  const ratio = contrast(shown, ground)
  return ratio >= least - ROUNDING ? [] : [`contrast of ${ratio.toFixed(2)}, not ${least}: ${name}`]
}
