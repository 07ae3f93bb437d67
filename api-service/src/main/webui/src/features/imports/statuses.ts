import type { ImportStatus } from '../../api/types';

/** What may become of a file, the news first. */
export const STATUSES: ImportStatus[] = ['imported', 'replaced', 'already_known', 'refused', 'ignored'];
