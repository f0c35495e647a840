/** Shorter pieces of a Thai text are not worth quoting alone. */
const shortest = 60;

/**
 * Thai and Lao end no sentence with a mark: a space stands there, as it does around names and numbers. A new one begins
 * behind two spaces, or behind one with a word that goes on to something else.
 */
const begins =
  /(?<=[\p{sc=Thai}\p{sc=Lao}\p{N})"”’])(?:\s{2,}|\s(?=จากนั้น|ต่อมา|นอกจาก|อย่างไรก็|ทั้งนี้|แม้|ถึงแม้|ดังนั้น|ปัจจุบัน|เมื่อ|หลังจาก|ก่อนหน้า|ในปี|ในขณะ|สำหรับ|เนื่องจาก|พวกเขา|เขา|เธอ|มัน|แต่|ซึ่ง|โดย|และ))(?=[\p{sc=Thai}\p{sc=Lao}\p{N}("“])/gu;

/** Offsets in a piece of text at which a clause begins that can stand alone, where no mark would tell. */
export function clausesIn(piece: string): readonly number[] {
  if (!/[\p{sc=Thai}\p{sc=Lao}]/u.test(piece)) return [];
  const starts: number[] = [];
  let last = 0;
  for (const { 0: space, index } of piece.matchAll(begins)) {
    const start = index + space.length;
    if (start - last < shortest || piece.length - start < shortest / 2) continue;
    starts.push(start);
    last = start;
  }
  return starts;
}
