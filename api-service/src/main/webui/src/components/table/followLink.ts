import type { MouseEvent } from 'react';

/**
 * The address of the link of a row that was clicked, for the router; undefined where the browser is to follow it itself.
 * Rows have plain links: a component of the router for each costs more than all the rest of a row.
 */
export function linkOf(event: MouseEvent): string | undefined {
  const link = (event.target as Element).closest?.('a[href]');
  const own = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
  const address = link?.getAttribute('href') ?? '';
  return own && address.startsWith('/') && !address.startsWith('//') && !address.startsWith('/api/') && !link!.hasAttribute('target') && !link!.hasAttribute('download') ? address : undefined;
}
