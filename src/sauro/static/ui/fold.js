/** Text without accents and case, for matching the words of this page. The server's own rule knows more (i and y). */
export function fold(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}
