import { about, audit, cache, maintenance, settings } from './admin';
import { alarms, rules } from './alarms';
import { app } from './app';
import { channels } from './channels';
import { catalog, compare } from './catalog';
import { description, menus, trust } from './description';
import { commands, device, devices, events, history, overview, twin } from './devices';
import { eds } from './eds';
import { generate } from './generate';
import { imports } from './imports';
import { masters } from './masters';
import { deadLetters, keys, mqtt, services } from './operations';
import { outputs } from './outputs';
import { mappings, simulations, source } from './reach';
import { brand, notes } from './notes';
import { sets } from './sets';
import { sheet, wall } from './plant';
import { search } from './search';

/** All texts of the UI in English. A further language is another object of the type {@link Messages}. */
export const en = {
  app: app.app, help: app.help, nav: app.nav, common: app.common, key: app.key, state: app.state,
  about, brand, notes, alarms, audit, cache, catalog, channels, commands, compare, deadLetters, description, device, devices, eds, events, generate, history, imports, keys, maintenance, mappings, masters, menus, mqtt, outputs, overview, rules, search, services, sets, settings, sheet, simulations, source, trust, twin, wall,
};

export type Messages = typeof en;
