import { isWeapp } from '../platform/device'

/** What a screen reader is told about a view. */
export interface Aria {
  role?: AriaRole
  /** The name that is read out; needed wherever the text alone does not say it. */
  label?: string
  hidden?: boolean
  pressed?: boolean
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  busy?: boolean
  modal?: boolean
  invalid?: boolean
  required?: boolean
  /** Say 'false' when it stops being current: on H5 Taro cannot take an attribute away again. */
  current?: 'page' | 'step' | 'false'
  live?: 'polite' | 'assertive'
  describedby?: string
  level?: number
}

export type AriaRole =
  | 'alert'
  | 'alertdialog'
  | 'banner'
  | 'button'
  | 'checkbox'
  | 'contentinfo'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'navigation'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'status'
  | 'switch'
  | 'tab'
  | 'tablist'

/**
 * Aria attributes for a Taro view, to be spread. Only what is said is passed on, and as text: on H5 Taro writes
 * "undefined" for a missing one and drops `false`. WeChat calls the role `aria-role`.
 */
export function aria(said: Aria): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined) continue
    attributes[name === 'role' && !isWeapp ? 'role' : `aria-${name}`] = String(value)
  }
  return attributes
}
