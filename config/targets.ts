/** The oldest browsers the H5 site supports; `.at`, `replaceAll` and CSS `gap` in flex are newer than these. */
export const H5_BROWSERS = ['chrome >= 80', 'ios >= 13']

/** The oldest WeChat web views: styles of the mini-program are prefixed for these. */
export const WEAPP_BROWSERS = ['chrome >= 70', 'ios >= 12']
