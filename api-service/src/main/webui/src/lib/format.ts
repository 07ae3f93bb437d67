export { ageText, clockText, dateText, tickText, timeText } from './dates';
export { cleanHex, hexCode, spacedHex } from './hex';
export { numberText, sizeText, statusText, valueText } from './numbers';
