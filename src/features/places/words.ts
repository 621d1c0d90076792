/** Every sentence of the page that a code at a door opens. */
export const DOOR = {
  title: '门口的码',
  failed: '没打开这个码',
  report: '在这里报事',
  what: '灯不亮、门关不上、垃圾没人收，都可以说。',
  other: '换一个码',
  code: '码上的字母和数字',
  codeHint: '共 26 位',
  codePlaceholder: '在二维码下面',
  codeWrong: '门口的码是 26 位字母和数字，请再对一对。',
  open: '看看是哪儿',
  scan: '扫一扫门口的码',
  scanWrong: '这不是门口的码，请扫门口贴的那一张。',
}
