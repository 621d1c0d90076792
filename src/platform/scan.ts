import Taro from '@tarojs/taro'
import { isWeapp } from './device'

/** Whether this platform can scan; the H5 site takes the code by hand. */
export const canScan = isWeapp

/** Scans the code on a printed ballot. Answers what it says, undefined if put away. */
export async function scanBallotCode(): Promise<string | undefined> {
  if (!canScan) return undefined
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result || undefined
  } catch {
    return undefined
  }
}

/** Scans the code at a door. Answers what it says (a mini-program code: its path), undefined if put away. */
export async function scanDoorCode(): Promise<string | undefined> {
  if (!canScan) return undefined
  try {
    const seen = await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as 'qrCode'] })
    return seen.path || seen.result || undefined
  } catch {
    return undefined
  }
}
