import { toBrowserUnits } from './units'

/** Where an address of the package or of the server is to be found from the host page. */
export type Address = (url: string) => string

type Effect = (element: HTMLElement, value: string, address: Address) => void

/** Attributes of WeChat's components that mean something else, or nothing, to the browser's elements. */
const EFFECTS: Record<string, Record<string, Effect>> = {
  input: {
    value: setValue,
    focus: focusWhenShown,
    'auto-focus': focusWhenShown,
    password: (element) => ((element as HTMLInputElement).type = 'password'),
    // WeChat's types choose a keyboard; the browser's would refuse letters
    type: (element, value) => {
      const input = element as HTMLInputElement
      if (input.type !== 'password') input.type = 'text'
      input.inputMode = { number: 'numeric', digit: 'decimal', idcard: 'text' }[value] ?? ''
    },
  },
  textarea: { value: setValue, focus: focusWhenShown, 'auto-focus': focusWhenShown },
  button: { 'form-type': (element, value) => ((element as HTMLButtonElement).type = asButtonType(value)) },
  image: { src: showPicture, mode: fitPicture },
  'scroll-view': {
    'scroll-top': (element, value) => (element.scrollTop = Number(value) || 0),
    'scroll-into-view': (element, value) => {
      if (value) requestAnimationFrame(() => element.querySelector(`#${CSS.escape(value)}`)?.scrollIntoView())
    },
  },
}

/** An element of the browser that behaves as WeChat's component of that name. */
export function createElement(tag: string, address: Address): HTMLElement {
  const element = document.createElement(tag)
  const write = element.setAttribute.bind(element)
  element.setAttribute = (name: string, value: string) => {
    if (/^(bind|catch)/.test(name)) return
    if (name === 'style') write(name, toBrowserUnits(value))
    else if (name === 'type' && tag === 'input') EFFECTS['input']?.['type']?.(element, value, address)
    else write(name, value)
    if (name === 'aria-role' && value) write('role', value)
    if (name !== 'type') EFFECTS[tag]?.[name]?.(element, value, address)
  }
  // glass-easel prefixes ids to keep components apart; tests and styles want the written one
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: string) => write('id', id.replace(/^[^-]*--/, '')),
  })
  if (tag === 'button') (element as HTMLButtonElement).type = 'button'
  if (tag === 'form') element.addEventListener('submit', (event) => event.preventDefault(), true)
  if (tag === 'input' || tag === 'textarea') listenToField(element as HTMLInputElement)
  if (tag === 'switch') listenToSwitch(element)
  if (tag === 'scroll-view') listenToScrolling(element)
  return element
}

/** A component's own event, such as `confirm`: the backend passes its detail on unchanged. */
export function emit(element: Element, type: string, detail: object): void {
  element.dispatchEvent(new CustomEvent(type, { detail }))
}

function setValue(element: HTMLElement, value: string): void {
  const field = element as HTMLInputElement
  if (field.value !== value) field.value = value
}

function focusWhenShown(element: HTMLElement): void {
  requestAnimationFrame(() => element.focus())
}

const asButtonType = (value: string) => (value === 'submit' || value === 'reset' ? value : 'button')

/** `maxlength` holds for every way of entering text, and the Enter key confirms. */
function listenToField(field: HTMLInputElement): void {
  field.addEventListener(
    'input',
    () => {
      const limit = Number(field.getAttribute('maxlength') ?? 140)
      if (limit >= 0 && field.value.length > limit) field.value = field.value.slice(0, limit)
    },
    true,
  )
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && field.tagName === 'INPUT') emit(field, 'confirm', { value: field.value })
  })
}

function listenToSwitch(element: HTMLElement): void {
  element.addEventListener('click', () => {
    if (element.hasAttribute('disabled')) return
    const value = element.toggleAttribute('checked')
    emit(element, 'change', { value })
  })
}

/** `scrolltolower` and `scrolltoupper`, once on each arrival. */
function listenToScrolling(element: HTMLElement): void {
  let place = ''
  element.addEventListener('scroll', () => {
    const threshold = (name: string) => Number(element.getAttribute(name) ?? 50)
    const below = element.scrollHeight - element.clientHeight - element.scrollTop
    const now =
      below <= threshold('lower-threshold')
        ? 'lower'
        : element.scrollTop <= threshold('upper-threshold')
          ? 'upper'
          : ''
    if (now !== place && now !== '')
      emit(element, `scrollto${now}`, { direction: now === 'lower' ? 'bottom' : 'top' })
    place = now
  })
}

/** The picture is a background, because `image` has no content of its own; a second one tells when it is there. */
function showPicture(element: HTMLElement, source: string, address: Address): void {
  if (!source) return void element.style.removeProperty('background-image')
  const url = address(source)
  element.style.backgroundImage = `url("${url.replace(/"/g, '%22')}")`
  const picture = new Image()
  picture.onload = () => {
    const { naturalWidth: width, naturalHeight: height } = picture
    if (element.getAttribute('mode') === 'widthFix')
      element.style.height = `${(element.clientWidth * height) / width}px`
    emit(element, 'load', { width, height })
  }
  picture.onerror = () => emit(element, 'error', { errMsg: `GET ${source} failed` })
  picture.src = url
}

function fitPicture(element: HTMLElement, mode: string): void {
  element.style.backgroundSize =
    { aspectFit: 'contain', aspectFill: 'cover', widthFix: '100% auto' }[mode] ?? ''
}
