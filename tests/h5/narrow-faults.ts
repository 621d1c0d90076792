import type { Page } from 'playwright-core'

/** As high as the page is long: what stays at the foot then covers nothing. */
export async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  const height = await page.evaluate(() =>
    Math.max(...Array.from(document.querySelectorAll('.screen')).map((screen) => screen.scrollHeight)),
  )
  await page.setViewportSize({ width, height: Math.max(800, height + 200) })
}

/**
 * What a narrow page or large letters do to words and buttons, each as a sentence: the page runs over to the side, words
 * run out of the window or of a box around them, words are cut off or stand on end, two buttons lie on each other. Words that are cut on
 * purpose are fine where pressing them opens the whole.
 */
export function faultsInView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ROOM = 1.5
    const seen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      const { visibility, opacity } = getComputedStyle(element)
      return width > 0 && height > 0 && visibility !== 'hidden' && opacity !== '0'
    }
    const named = (element: Element) =>
      `${element.className.toString().split(' ').slice(0, 2).join('.')} “${(element.textContent ?? '').slice(0, 24)}”`
    const ownText = (element: Element) =>
      Array.from(element.childNodes).filter(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    const isBlock = (element: Element) => !getComputedStyle(element).display.startsWith('inline')
    const blockOf = (element: Element): Element => {
      let block = element
      while (!isBlock(block) && block.parentElement) block = block.parentElement
      return block
    }
    const isHidden = (element: Element) => element.closest('.unseen') !== null
    const opensTheWhole = (element: Element) => element.closest('[role=button],[role=link]') !== null

    const linesOf = (element: Element) =>
      ownText(element).flatMap((node) => {
        const range = document.createRange()
        range.selectNodeContents(node)
        return Array.from(range.getClientRects())
      })
    const leaves = (line: DOMRect, box: DOMRect) =>
      line.left < box.left - ROOM ||
      line.right > box.right + ROOM ||
      (line.top + line.bottom) / 2 > box.bottom + ROOM ||
      (line.top + line.bottom) / 2 < box.top - ROOM
    const boxesAround = (element: Element) => {
      const boxes: Element[] = []
      for (
        let box: Element | null = blockOf(element);
        box && !box.classList.contains('screen');
        box = box.parentElement
      )
        boxes.push(box)
      return boxes
    }
    /** So few letters on each of so many lines are hard to read. */
    const standsOnEnd = (lines: readonly DOMRect[], element: Element) =>
      lines.length >= 3 &&
      lines.every(({ width }) => width < 1.6 * parseFloat(getComputedStyle(element).fontSize))

    const misplaced = (element: Element) => {
      const lines = linesOf(element)
      if (lines.some(({ left, right }) => left < -ROOM || right > window.innerWidth + ROOM))
        return `runs out of the window: ${named(element)}`
      const left = boxesAround(element).find((box) =>
        lines.some((line) => leaves(line, box.getBoundingClientRect())),
      )
      if (left) return `runs out of .${left.className.toString().split(' ')[0] ?? ''}: ${named(element)}`
      return standsOnEnd(lines, element) ? `stands on end: ${named(element)}` : undefined
    }
    const clipped = (box: Element) => {
      const { overflowX, overflowY } = getComputedStyle(box)
      const wide = ['hidden', 'clip'].includes(overflowX) && box.scrollWidth > box.clientWidth + ROOM
      const high = ['hidden', 'clip'].includes(overflowY) && box.scrollHeight > box.clientHeight + ROOM
      return wide || high
    }
    /** The box that cuts the words off; a page scrolls and cuts nothing. */
    const cutterOf = (element: Element): Element | undefined => {
      for (let box: Element | null = blockOf(element); box; box = box.parentElement) {
        if (box.classList.contains('screen')) return undefined
        if (clipped(box)) return box
      }
      return undefined
    }
    const faultOf = (element: Element) => {
      const cutter = cutterOf(element)
      if (!cutter) return misplaced(element)
      const onPurpose = getComputedStyle(cutter).webkitLineClamp !== 'none' && opensTheWhole(cutter)
      return onPurpose ? undefined : `is cut off: ${named(element)}`
    }

    const faults: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth + ROOM)
      faults.push(`the page is ${document.documentElement.scrollWidth} wide`)
    const texts = Array.from(document.querySelectorAll('.screen *')).filter(
      (element) => ownText(element).length > 0 && seen(element) && !isHidden(element),
    )
    for (const element of texts) {
      const fault = faultOf(element)
      if (fault) faults.push(fault)
    }
    const pressable = '[role=button],[role=link],[role=switch],[role=radio],[role=checkbox],input,textarea'
    const targets = Array.from(
      document.querySelectorAll(`.screen ${pressable.split(',').join(',.screen ')}`),
    ).filter((element) => seen(element) && !isHidden(element))
    targets.forEach((one, index) => {
      const a = one.getBoundingClientRect()
      for (const other of targets.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue
        const b = other.getBoundingClientRect()
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (across > ROOM && down > ROOM) faults.push(`lie on each other: ${named(one)} and ${named(other)}`)
      }
    })
    return Array.from(new Set(faults))
  })
}
