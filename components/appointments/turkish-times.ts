// A time takes its ending from the last number that is spoken: `13:00` is "on üç", `14:30` is "on dört otuz".

/** The last spoken number, with the endings for "at" and "until". */
const endings: Record<number, [at: string, until: string]> = {
  0: ['da', 'a'], // sıfır
  1: ['de', 'e'],
  2: ['de', 'ye'],
  3: ['te', 'e'],
  4: ['te', 'e'],
  5: ['te', 'e'],
  6: ['da', 'ya'],
  7: ['de', 'ye'],
  8: ['de', 'e'],
  9: ['da', 'a'],
  10: ['da', 'a'],
  20: ['de', 'ye'],
  30: ['da', 'a'],
  40: ['ta', 'a'],
  50: ['de', 'ye'],
}

function endingOf(time: string): [at: string, until: string] {
  const [, hour, minute] = /(\d\d):(\d\d)$/.exec(time)!
  const spoken = Number(minute) || Number(hour)
  return endings[spoken % 10 || spoken]!
}

/** `13:00` → `13:00’te`. The time stands at the end of the text, here and below. */
export const atTime = (time: string): string => `${time}’${endingOf(time)[0]}`

/** `22:00` → `22:00’ye`. */
export const untilTime = (time: string): string => `${time}’${endingOf(time)[1]}`
