/** 送达: signed for in person, posted with a number, or confirmed in the app by who votes for them. */
export const DELIVERY_WAYS = ['handed', 'posted', 'acknowledged'] as const
export type DeliveryHow = (typeof DELIVERY_WAYS)[number]
