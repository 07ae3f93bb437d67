import type { AlarmChannel, AlarmChannelRequest } from '../../api/types';
import type { Messages } from '../../i18n';

export const REASONS = ['raised', 'cleared', 'acknowledged'] as const;
export const STATES = ['pending', 'sent', 'failed', 'dropped'] as const;

/** Where a channel leads: the host of a webhook, or the people. The rest of a URL may hold a secret. */
export function targetText({ type, url, recipients }: AlarmChannel): string {
  if (type === 'email') {
    return (recipients ?? []).join(', ');
  }
  try {
    return new URL(url ?? '').host;
  } catch {
    return url ?? '';
  }
}

/** When a channel tells, in one line. */
export function timingText({ after, gather, repeat }: AlarmChannel, t: Messages): string {
  const escalates = after && !/^0+[a-z]+$/i.test(after) ? t.channels.afterText(after) : '';
  return [escalates, gather && t.channels.gatherText(gather), repeat && t.channels.repeatText(repeat)].filter(Boolean).join(', ');
}

/** What of a channel is sent back to the API; empty texts are absent. */
export function requestOf(channel: Partial<AlarmChannel>): AlarmChannelRequest {
  const { name, type, enabled, url, recipients, min_priority, scope, told, after, gather, repeat, subject, body, line } = channel;
  const all = { enabled, min_priority, scope, told, after, gather, repeat, body, line, ...(type === 'email' ? { recipients, subject } : { url }) };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
  return { name: name?.trim() ?? '', type: type ?? 'webhook', ...kept };
}
