/** At most 20 characters each: the shortest text a field takes. */
export const ODD_TEXTS = [
  '<b onclick=x>&amp;</b>'.slice(0, 20),
  "'; drop table x; --",
  '👨‍👩‍👧‍👦 家 🇨🇳',
  'שלום עולם',
  'a\\u0000\\n%s${x}',
  '__proto__',
  '第一行\n第二行',
]
