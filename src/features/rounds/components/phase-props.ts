import type { RoundOpening, RoundView, SessionView } from '#core/rounds'

/** What the body of each phase is drawn from. */
export interface PhaseProps {
  round: RoundView
  /** Something was done that changes the round itself. */
  refresh: () => void
  /** What came with the round when its page was opened: it needn't be asked for. */
  opening?: RoundOpening | undefined
  /** Tells the foot of the page which session is the reader's next. */
  onMine?: ((session: SessionView | undefined) => void) | undefined
}
