import type { Stance } from '../opinions'

const AGREE = '同意'

/** What a button says. Refusing a consent or an office is called the same and is something else: it has words of its own. */
export const STANCE_LABELS: Record<Stance, string> = { agree: AGREE, disagree: `不${AGREE}`, pass: '跳过' }
