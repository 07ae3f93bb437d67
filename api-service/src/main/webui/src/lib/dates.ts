/** Dates and times for people: of the user's time zone and language, with 24 hours. */

let language: string | undefined;
let formats = make();

function make() {
  const locale = locales();
  return {
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
    minute: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    dayMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
    clock: new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' }),
  };
}

/** The user's own variant of the language where the browser has one, such as de-AT. */
function locales(): string[] | undefined {
  if (!language) {
    return undefined;
  }
  const own = typeof navigator === 'undefined' ? [] : navigator.languages ?? [];
  return [...own.filter((each) => each.startsWith(language!)), language === 'en' ? 'en-GB' : language];
}

export function setDateLanguage(next: string | undefined) {
  language = next;
  formats = make();
}

function text(iso: string | number | undefined | null, format: Intl.DateTimeFormat): string {
  if (iso === undefined || iso === null || iso === '') {
    return '–';
  }
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? String(iso) : format.format(time);
}

/** Date and time; the text itself where it is none. */
export function timeText(iso: string | number | undefined | null): string {
  return text(iso, formats.moment);
}

/** The date alone. A date without a time, as descriptions have it, is no moment: it is shown as that day everywhere. */
export function dateText(iso: string | undefined | null): string {
  return iso && /^\d{4}-\d{2}-\d{2}$/.test(iso) ? text(`${iso}T12:00:00`, formats.day) : text(iso, formats.day);
}

export function clockText(iso: string | number | undefined | null): string {
  return text(iso, formats.clock);
}

/** A span of time in its largest whole unit. */
export function ageText(ms: number): string {
  if (!Number.isFinite(ms)) {
    return '–';
  }
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min`;
  }
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}

/** `2026-11-30T14:05` in local time, as `datetime-local` fields want it. */
export function localInput(time: number): string {
  const date = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}

/** Text of a tick of a time axis: with seconds in a short span, with the day in a long one and at midnight. */
export function tickText(seconds: number, span: number): string {
  const time = new Date(seconds * 1000);
  if (span > 4 * 86_400 || (time.getHours() === 0 && time.getMinutes() === 0 && span > 3600)) {
    return formats.dayMonth.format(time);
  }
  return (span < 600 ? formats.clock : formats.minute).format(time);
}
