import type { Query } from './page'

/** What the driver asks of the running phone. */
export interface Phone {
  path(): string
  query(): Query
  title(): string
  text(): string
  shows(words: string): boolean
  storage(): Record<string, unknown>
  /** The element to tap, when it is enabled and beyond doubt; `which` chooses among equals, from 0. */
  tappable(words: string, which: number | null): HTMLElement | null
  /** Why `tappable` finds nothing. */
  whyNotTappable(words: string): string
  field(words: string): HTMLElement | null
  goBack(): void
  pullDown(): void
  networkChanged(): void
}

declare global {
  interface Window {
    weapp: Phone
  }
}
