import { ApiError } from '@/platform/call-endpoint'
import { confirm } from '@/platform/feedback'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PHONE_FIRST } from './words'

/** Refusals that a verified phone would answer. */
const WITHOUT_PHONE: readonly string[] = ['PHONE_REQUIRED', 'HELPER_PHONE_REQUIRED']

/** Does what may need a verified phone: where the server says so, the way to bind one is offered. Refused it stays. */
export async function withPhone<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof ApiError && WITHOUT_PHONE.includes(error.code)) void leadToPhone()
    throw error
  }
}

async function leadToPhone(): Promise<void> {
  if (await confirm(PHONE_FIRST)) goTo(ROUTES.phone)
}
