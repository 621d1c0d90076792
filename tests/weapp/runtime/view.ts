import * as glassEasel from 'glass-easel'
import type { EventBubbleStatus, EventOptions, GeneralBackendElement } from 'glass-easel'
import {
  MiniProgramEnv,
  type AssociatedBackend,
  type CodeSpace,
  type Root,
  type types,
} from 'glass-easel-miniprogram-adapter'
import { resolvePath, type ComponentConfig } from '../app-config'
import type { Bundle } from './bundle'
import { createElement, type Address } from './elements'
import { detailOf, isDead, withTouches } from './events'
import type { ModuleLoader } from './modules'

/** Kept here because the type is a const enum, which isolated modules can't read. */
const NORMAL: EventBubbleStatus = 0
const NO_DEFAULT: EventBubbleStatus = 1

const BOOLEAN_ATTRIBUTES = new Set([
  ...['disabled', 'checked', 'readonly', 'hidden', 'multiple', 'loading', 'focus', 'auto-focus', 'password'],
  ...['scroll-x', 'scroll-y'],
])

/** WeChat's components take undefined for "not set" and know which attributes are switches; the browser's don't. */
function coerceAttributes(): void {
  const prototype = glassEasel.NativeNode.prototype
  const setAttribute = prototype.setAttribute
  prototype.setAttribute = function (name: string, value: unknown) {
    const absent = value === undefined || value === null || (BOOLEAN_ATTRIBUTES.has(name) && !value)
    const isWord = typeof value === 'boolean' && name.startsWith('aria-')
    setAttribute.call(this, name, absent ? false : isWord ? String(value) : value)
  }
}

/**
 * WeChat keeps styles of components apart by renaming classes, which needs its style sheet compiler. Here frames
 * keep them apart: all names stay as written, and an isolated frame, such as the tab bar, goes without app.wxss.
 */
function isolationOf({ component, styleIsolation = 'isolated' }: ComponentConfig): types.StyleIsolation {
  const isApart = component === true && styleIsolation === 'isolated'
  return (isApart ? 'page-shared' : 'shared') as unknown as types.StyleIsolation
}

/** glass-easel's browser backend with WeChat's components, and style sheets that hold for one frame only. */
class Backend extends glassEasel.CurrentWindowBackendContext {
  /** The frame whose style sheets are being added. */
  private frame = ''

  constructor(address: Address) {
    super()
    this.document = {
      createElement: (tag) => createElement(tag, address) as unknown as never,
      createTextNode: (text) => document.createTextNode(text) as unknown as never,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as never,
    }
  }

  override onEvent(
    listener: (
      target: glassEasel.Element,
      type: string,
      detail: unknown,
      options: EventOptions,
    ) => EventBubbleStatus,
  ): void {
    super.onEvent((target, type, detail, options) => {
      if (isDead(type, options.originalEvent)) return NORMAL
      return listener(target, type, detailOf(type, detail, options.originalEvent), withTouches(options))
    })
  }

  /** What `add` appends is a webview's own style, as in WeChat: no page sees another's, nor the tab bar a page's. */
  styling<T>(frame: string, add: () => T): T {
    this.frame = frame
    return add()
  }

  override appendStyleSheetPath(path: string, styleScope?: number): number {
    const id = super.appendStyleSheetPath(path, styleScope)
    const sheet = document.head.lastElementChild
    if (sheet instanceof HTMLStyleElement && sheet.dataset['frame'] === undefined) {
      sheet.dataset['frame'] = this.frame
      sheet.textContent = `@scope ([data-frame="${this.frame}"]) to (:scope [data-frame]) {\n${sheet.textContent}\n}`
    }
    return id
  }
}

/** The view layer: WeChat's component framework, drawing into the host page. */
export class View {
  private readonly backend: Backend
  private readonly associated: AssociatedBackend
  private readonly space: CodeSpace
  private readonly ready = new Set<string>()
  private frames = 0

  constructor(
    private readonly bundle: Bundle,
    address: Address,
  ) {
    glassEasel.globalOptions.throwGlobalError = false
    glassEasel.globalOptions.writeIdToDOM = true
    coerceAttributes()
    // Taro's templates loop over data that its first setData brings; WeChat does not mind
    glassEasel.addGlobalWarningListener((message) => !/^The for-list data .* "undefined"/.test(message))
    const env = new MiniProgramEnv()
    this.space = env.createCodeSpace('', true)
    this.backend = new Backend(address)
    this.associated = env.associateBackend(this.backend)
    this.backend.onEvent((target, type, detail, options) => {
      const event = new glassEasel.Event(type, detail, options)
      glassEasel.Event.dispatchEvent(target, event)
      return event.defaultPrevented() ? NO_DEFAULT : NORMAL
    })
    this.register()
  }

  private register(): void {
    const { styles, templates, json } = this.bundle
    for (const [path, css] of Object.entries(styles)) {
      this.associated.registerStyleSheetContent(path, css)
      this.space.addStyleSheet(path, path)
    }
    for (const [path, content] of Object.entries(templates)) {
      // without the fallback every `bindtap` on a built-in component is dead
      const template = { groupList: templates, content, fallbackListenerOnNativeNode: true }
      this.space.addCompiledTemplate(path, template)
    }
    for (const [path, config] of Object.entries(json)) {
      if (path in templates)
        this.space.addComponentStaticConfig(path, { ...config, styleIsolation: isolationOf(config) })
    }
  }

  /** Runs a component's script after those of the components it uses, as WeChat does. */
  load(path: string, modules: ModuleLoader): void {
    if (this.ready.has(path)) return
    this.ready.add(path)
    const used = { ...this.bundle.config.usingComponents, ...this.bundle.json[path]?.usingComponents }
    for (const target of Object.values(used)) this.load(resolvePath(path, target), modules)
    this.space.componentEnv(path, (environment) => modules.loadComponent(path, environment))
  }

  /** A frame with the component inside; not yet attached, so that the caller can prepare the instance. */
  createFrame(tag: string, path: string): Frame {
    this.frames += 1
    const id = String(this.frames)
    const root = this.backend.styling(id, () => this.associated.createRoot(tag, this.space, path))
    return new Frame(id, root)
  }
}

/** A component tree with an element and style sheets of its own. */
export class Frame {
  readonly element = document.createElement('div')

  constructor(
    private readonly id: string,
    readonly root: Root,
  ) {
    this.element.dataset['frame'] = id
  }

  attach(): void {
    const placeholder = document.createElement('div')
    this.element.append(placeholder)
    this.root.attach(asBackend(this.element), asBackend(placeholder))
  }

  lifetime(name: 'show' | 'hide'): void {
    this.root.getComponent().triggerPageLifetime(name, [])
  }

  release(): void {
    this.root.release()
    this.element.remove()
    document.head.querySelectorAll(`style[data-frame="${this.id}"]`).forEach((sheet) => sheet.remove())
  }
}

const asBackend = (element: HTMLElement) => element as unknown as GeneralBackendElement
