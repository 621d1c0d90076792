/** Where a verified phone is needed. */
export const PHONE_FIRST = {
  title: '先绑定手机号',
  text: '有了手机号，邻居才放心，您也联系得上。绑好回来，写的字都还在。',
  yes: '去绑定',
  no: '先不绑',
} as const
