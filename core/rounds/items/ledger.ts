/** 收入、支出、实物. */
export const LEDGER_KINDS = ['money_in', 'money_out', 'gift'] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** Most of one entry, in fen: 100,000 yuan. More is no neighbours' micro-project. ○ */
export const AMOUNT_FEN_AT_MOST = 10_000_000

/** One line of a ledger. Money in is positive, money out negative, a gift in kind nothing; in fen, always integers. */
export interface LedgerSum {
  amountFen: number
}

/** What an entry adds to the balance, in fen. */
export function signedFen(kind: LedgerKind, fen: number): number {
  if (kind === 'gift') return 0
  return kind === 'money_in' ? fen : -fen
}

/** 结余, in fen: the sum of all entries, corrections among them. */
export function balanceFen(entries: readonly LedgerSum[]): number {
  return entries.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** 冲正: what takes an entry back. Both stay on record. */
export function counterFen({ amountFen }: LedgerSum): number {
  return amountFen === 0 ? 0 : -amountFen
}

const AMOUNT = /^(\d{1,8})(?:\.(\d{1,2}))?$/

/** 12, 12.5, 12.50: yuan as somebody wrote them, in fen, without a float on the way; undefined: no amount, nothing, or too much. */
export function fenInText(text: string): number | undefined {
  const [, yuan, fraction = ''] = AMOUNT.exec(text.trim()) ?? []
  if (yuan === undefined) return undefined
  const fen = Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
  return fen > 0 && fen <= AMOUNT_FEN_AT_MOST ? fen : undefined
}

/** 1,234.50 元; a minus before what is owed. */
export function fenInWords(fen: number): string {
  const whole = String(Math.abs(fen)).padStart(3, '0')
  const yuan = whole.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${whole.slice(-2)} 元`
}

/** Whether an entry can be taken back: once, and never one that itself takes another back. */
export function isCorrectable(entry: { corrects: string | null; corrected: boolean }): boolean {
  return entry.corrects === null && !entry.corrected
}
