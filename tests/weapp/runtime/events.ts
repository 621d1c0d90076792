import type { EventOptions } from 'glass-easel'

/** What a handler finds in `event.detail`, where WeChat's differs from the browser's. */
export function detailOf(type: string, detail: unknown, original: unknown): unknown {
  if (original instanceof CustomEvent) return original.detail as unknown
  if (!(original instanceof Event) || !(original.target instanceof HTMLElement)) return detail
  const element = original.target
  if (/^(input|focus|blur|change)$/.test(type) && isField(element))
    return { value: element.value, cursor: element.selectionStart ?? 0 }
  if (type === 'submit') return { value: formValue(element) }
  if (type === 'scroll') {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element
    return { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 }
  }
  return detail
}

/** `touches` and `changedTouches`, which stand beside `detail`. */
export function withTouches(options: EventOptions): EventOptions {
  const original = options.originalEvent
  if (!(original instanceof TouchEvent)) return options
  const plain = (touches: TouchList) =>
    Array.from(touches, ({ identifier, pageX, pageY, clientX, clientY }) => ({
      ...{ identifier, pageX, pageY, clientX, clientY },
    }))
  const extraFields = { touches: plain(original.touches), changedTouches: plain(original.changedTouches) }
  return { ...options, extraFields }
}

/** A disabled button takes no taps; the browser sends it touches all the same. */
export function isDead(type: string, original: unknown): boolean {
  const target = original instanceof Event ? original.target : null
  return type === 'tap' && target instanceof Element && target.closest('button[disabled]') !== null
}

function isField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function formValue(form: HTMLElement): Record<string, unknown> {
  const named = Array.from(form.querySelectorAll<HTMLElement>('[name]'))
  return Object.fromEntries(
    named
      .filter((element) => element.getAttribute('name') !== '')
      .map((element) => [
        element.getAttribute('name'),
        isField(element) ? element.value : element.hasAttribute('checked'),
      ]),
  )
}
