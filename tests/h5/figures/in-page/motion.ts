import { called } from './seen'

/** As good as at once. */
const AT_ONCE_S = 0.01

const longest = (times: string) =>
  Math.max(...times.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)))

/** What moves or fades by itself although the reader asked for less motion. */
export function motion(): string[] {
  const everything = Array.from(document.querySelectorAll('*')).filter((element) => element.checkVisibility())
  return everything.flatMap((element) =>
    ['', '::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo || undefined)
      const moves = [
        style.animationName !== 'none' && longest(style.animationDuration) > AT_ONCE_S && 'animation',
        style.transitionProperty !== 'none' && longest(style.transitionDuration) > AT_ONCE_S && 'transition',
        style.scrollBehavior === 'smooth' && 'smooth scrolling',
      ]
      return moves.filter((move) => move !== false).map((move) => `${move}: ${called(element)}${pseudo}`)
    }),
  )
}
