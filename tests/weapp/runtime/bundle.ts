import type { template } from 'glass-easel'
import type { AppConfig, ComponentConfig } from '../app-config'

/** A mini-program, packed: everything by its path without extension. */
export interface Bundle {
  config: AppConfig
  /** Compiled by WeChat's template compiler. */
  templates: Record<string, template.ComponentTemplate['content']>
  styles: Record<string, string>
  json: Record<string, ComponentConfig>
  scripts: Record<string, string>
}

/** What the test decides about the phone before and while the app runs. */
export interface PhoneSettings {
  /** Requests to any server go to this one instead: one build serves every test. */
  apiOrigin: string | null
  offline: boolean
  /** Answers of synchronous APIs, laid over the defaults: `{ getAppBaseInfo: { fontSizeScaleFactor: 1.3 } }`. */
  answers: Record<string, unknown>
  /** Written once, before the first start. */
  storage: Record<string, unknown>
  launch: Launch
}

/** How the app is opened: by its icon, or at a page with a query and a scene (扫码 is 1047). */
export interface Launch {
  path: string | null
  query: Record<string, string>
  scene: number
}

/** An answer from the test to an API call: a value, a failure, or nothing (the phone's own default holds). */
export interface Answer {
  value?: unknown
  failure?: string
}

declare global {
  interface Window {
    weappBundle: Bundle
    weappSettings: PhoneSettings
    /** Lives in Node: notes the call, and answers it when the test has an answer. */
    weappCall(name: string, options: unknown): Promise<Answer>
  }
}
