/** For how long an alarm can be shelved, as the API names it. */
export const DURATIONS = ['15m', '1h', '4h', '8h', '24h', '72h', '168h'].map((value) => ({ value, label: value.replace('m', ' min').replace('h', ' h') }));
