/** What was typed as a device shows it: a number or a truth value as such, else a label or a special value. */
export function shownValue(text: string): string | number | boolean {
  const value = text.trim();
  return value === 'true' || value === 'false' ? value === 'true' : value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}
