import type { ComponentEnv } from 'glass-easel-miniprogram-adapter'

/** Names of a browser that a mini-program does not have; its code sees them as undefined. */
const ABSENT = [
  ...['window', 'self', 'parent', 'top', 'frames', 'document', 'navigator', 'location', 'history', 'screen'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance', 'alert', 'confirm'],
  ...[
    'fetch',
    'Headers',
    'Request',
    'Response',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'FormData',
    'Blob',
  ],
  ...[
    'File',
    'FileReader',
    'AbortController',
    'AbortSignal',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
  ],
  ...['atob', 'btoa', 'structuredClone', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame'],
  ...['requestIdleCallback', 'getComputedStyle', 'matchMedia', 'MutationObserver', 'IntersectionObserver'],
  ...[
    'ResizeObserver',
    'HTMLElement',
    'Element',
    'Node',
    'Event',
    'CustomEvent',
    'EventTarget',
    'Image',
    'Audio',
  ],
  ...['MessageChannel', 'Worker', 'customElements', 'addEventListener', 'removeEventListener', 'postMessage'],
]

/** What `globalThis` holds in a mini-program: the language and the timers. */
const PRESENT = [
  ...[
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'BigInt',
    'Date',
    'RegExp',
    'Math',
  ],
  ...['JSON', 'Promise', 'Proxy', 'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Intl', 'NaN', 'Infinity'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...[
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
  ],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'console'],
]

function languageGlobals(): Record<string, unknown> {
  const browser = window as unknown as Record<string, unknown>
  const globals: Record<string, unknown> = Object.fromEntries(PRESENT.map((name) => [name, browser[name]]))
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval }
  for (const [name, timer] of Object.entries(timers)) globals[name] = timer.bind(window)
  return globals
}

type Require = (target: string) => unknown

/** Taro writes `behaviors: {}`, which WeChat takes for none and its published framework for a mistake. */
function tolerated(definition: object): object {
  const lists = ['behaviors', 'externalClasses']
  return Object.fromEntries(
    Object.entries(definition).filter(([name, value]) => !lists.includes(name) || Array.isArray(value)),
  )
}

/** Loads a package's modules as WeChat does: CommonJS, each once, without the browser's globals. */
export class ModuleLoader {
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly globalThis = languageGlobals()
  private environment: ComponentEnv | null = null

  constructor(
    private readonly scripts: Record<string, string>,
    private readonly resolve: (from: string, target: string) => string,
    /** `wx`, `App`, `getApp`, `getCurrentPages`. */
    private readonly globals: Record<string, unknown>,
  ) {}

  /** Runs a page's or component's script; its `Page()` or `Component()` call registers it in `environment`. */
  loadComponent(id: string, environment: ComponentEnv): void {
    const outer = this.environment
    this.environment = environment
    try {
      this.load(id)
    } finally {
      this.environment = outer
    }
  }

  load(id: string): unknown {
    const known = this.loaded.get(id)
    if (known) return known.exports
    const code = this.scripts[id]
    if (code === undefined) throw new Error(`module '${id}.js' is not defined`)
    const module = { exports: {} as unknown }
    this.loaded.set(id, module)
    const require: Require = (target) => this.load(this.resolve(id, target.replace(/\.js$/, '')))
    const scope = { ...this.globals, ...this.registration(), globalThis: this.globalThis, require, module }
    const names = [...Object.keys(scope), 'exports', ...ABSENT]
    const run = new Function(...names, `${code}\n//# sourceURL=weapp/${id}.js`) as (
      ...values: unknown[]
    ) => void
    run(...Object.values(scope), module.exports)
    return module.exports
  }

  private registration(): Pick<ComponentEnv, 'Page' | 'Component' | 'Behavior'> {
    const current = () => {
      if (!this.environment) throw new Error('Page() and Component() are for scripts of pages and components')
      return this.environment
    }
    const forward = (name: 'Page' | 'Component' | 'Behavior') =>
      ((definition: object) => (current()[name] as (it: object) => unknown)(tolerated(definition))) as never
    return { Page: forward('Page'), Component: forward('Component'), Behavior: forward('Behavior') }
  }
}
