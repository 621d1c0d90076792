/**
 * Taro's components as plain elements, for tests of screens in jsdom. What a person sees and presses is passed on;
 * events look as they do in Taro (`event.detail.value`).
 */
import { createElement, forwardRef, type CSSProperties, type ReactNode } from 'react'
import { phone } from './taro'

interface Props {
  className?: string
  style?: CSSProperties
  id?: string
  children?: ReactNode
  tabIndex?: number
  onClick?: (event: unknown) => void
  onKeyDown?: (event: unknown) => void
  src?: string
  value?: string
  placeholder?: string
  maxlength?: number
  disabled?: boolean
  nativeProps?: Record<string, unknown>
  onInput?: (event: { detail: { value: string } }) => void
  onFocus?: (event: unknown) => void
  onBlur?: (event: unknown) => void
}

const PASSED_ON = /^(className|style|id|role|tabIndex|onClick|onKeyDown|onError|src|title|aria-.+|data-.+)$/

function domProps(props: Props): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => PASSED_ON.test(name)))
}

const box = (tag: 'div' | 'span' | 'img' | 'form' | 'label' | 'canvas') =>
  forwardRef<HTMLElement, Props>(function Box(props, ref) {
    return createElement(tag, { ...domProps(props), ref }, tag === 'img' ? undefined : props.children)
  })

const entry = (tag: 'input' | 'textarea') =>
  forwardRef<HTMLElement, Props>(function Entry(props, ref) {
    return createElement(tag, {
      ...domProps(props),
      ...props.nativeProps,
      ref,
      value: props.value ?? '',
      placeholder: props.placeholder,
      maxLength: props.maxlength,
      disabled: props.disabled,
      onFocus: props.onFocus,
      onBlur: (event: { target: { value: string } }) =>
        props.onBlur?.({ ...event, detail: { value: event.target.value } }),
      onChange: (event: { target: { value: string } }) =>
        props.onInput?.({ detail: { value: event.target.value } }),
    })
  })

export const View = box('div')
export const Text = box('span')
export const Image = box('img')
export const ScrollView = box('div')
export const Swiper = box('div')
export const SwiperItem = box('div')
export const Block = box('div')
export const Form = box('form')
export const Label = box('label')
export const Picker = box('div')
export const PickerView = box('div')
export const PickerViewColumn = box('div')
export const MovableArea = box('div')
export const MovableView = box('div')
export const Canvas = box('canvas')
export const Video = box('div')
/** WeChat's own button: pressing it gives the code the test has put on the phone. */
export const Button = forwardRef<HTMLElement, Props & { onGetPhoneNumber?: (event: unknown) => void }>(
  function Button({ onGetPhoneNumber, ...props }, ref) {
    const onClick = () => onGetPhoneNumber?.({ detail: { code: phone.phoneCode } })
    return createElement('div', { ...domProps(props), onClick, ref }, props.children)
  },
)
export const RootPortal = box('div')
export const Input = entry('input')
export const Textarea = entry('textarea')
