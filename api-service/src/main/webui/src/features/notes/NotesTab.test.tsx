// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, showAt } from '../../test/show';
import { NotesTab } from './NotesTab';

afterEach(() => vi.unstubAllGlobals());
// A field that grows asks when fonts have come, which this DOM knows nothing of.
Object.defineProperty(document, 'fonts', { configurable: true, value: { addEventListener: () => undefined, removeEventListener: () => undefined } });

describe('notes of a description', () => {
  it('are listed, and an operator writes one', async () => {
    const server = api({
      '/api/descriptions/7/notes': [{ id: 1, title: 'Gradient is wrong', status: 'open', priority: 'high', comment_count: 2 }],
      '/api/auth/me': { name: 'line-4', kind: 'key', scope: 'operator' }, 'POST /api/descriptions/7/notes': { id: 2 },
    });
    vi.stubGlobal('fetch', server.answer);
    showAt('/catalog/7?tab=notes', <NotesTab id={7} />);
    expect(await screen.findByText('Gradient is wrong')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Write a note' }));
    await userEvent.type(await screen.findByLabelText(/Title/), 'Asked the vendor');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(server.asked.some((each) => each.method === 'POST' && each.body === '{"title":"Asked the vendor","text":"","priority":"medium"}')).toBe(true));
  });
});
