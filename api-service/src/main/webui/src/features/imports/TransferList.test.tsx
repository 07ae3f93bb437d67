// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportJobView } from '../../api/types';
import { showAt } from '../../test/show';
import { clearTransfers, importFiles } from './transfers';
import { TransferList } from './TransferList';

const JOB: ImportJobView = { id: 7, label: 'library.zip', state: 'queued', total_results: 0 };
const sent: { method: string; path: string; names: string[] }[] = [];

class FakeRequest {
  upload: { onprogress?: (event: unknown) => void } = {};
  onload?: () => void;
  status = 202;
  responseText = JSON.stringify(JOB);
  private target = '';
  open(method: string, path: string) {
    this.target = `${method} ${path}`;
  }
  setRequestHeader() {}
  abort() {}
  send(form: FormData) {
    const [method, path] = this.target.split(' ') as [string, string];
    sent.push({ method, path, names: form.getAll('file').map((each) => (each as File).name) });
    this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 });
    setTimeout(() => this.onload?.(), 0);
  }
}

function events(...jobs: [string, Partial<ImportJobView>][]): Response {
  const text = jobs.map(([event, job]) => `event:${event}\ndata:${JSON.stringify({ ...JOB, ...job })}\n\n`).join('');
  return new Response(text, { headers: { 'Content-Type': 'text/event-stream' } });
}

afterEach(() => {
  vi.unstubAllGlobals();
  clearTransfers();
  sent.length = 0;
});

describe('an import', () => {
  it('is one job for a folder of 520 files, and shows its progress to the end', async () => {
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    vi.stubGlobal('fetch', (input: string) => Promise.resolve(input.endsWith('/events')
      ? events(['progress', { state: 'running', scanned: true, packages_found: 520, packages_done: 3, total_results: 3, imported: 3 }],
        ['end', { state: 'done', scanned: true, packages_found: 520, packages_done: 520, total_results: 520, imported: 519, refused: 1 }])
      : new Response(JSON.stringify(JOB), { headers: { 'Content-Type': 'application/json' } })));
    showAt('/imports', <TransferList />);
    importFiles(Array.from({ length: 520 }, (_, i) => ({ path: `library/${i}/device.xml`, file: new File(['<x/>'], 'device.xml') })));
    expect(await screen.findByText('imported 519')).toBeTruthy();
    expect(screen.getByText('refused 1')).toBeTruthy();
    expect(screen.getByText('done')).toBeTruthy();
    expect(screen.getByRole('link', { name: /520 files/ }).getAttribute('href')).toBe('/imports/7');
    expect(sent).toEqual([{ method: 'POST', path: '/api/imports', names: ['library.zip'] }]);
  });

  it('says why the API did not take it', async () => {
    vi.stubGlobal('XMLHttpRequest', class extends FakeRequest {
      override status = 403;
      override responseText = JSON.stringify({ title: 'Forbidden', detail: 'This key may only look.' });
    });
    showAt('/imports', <TransferList />);
    importFiles([{ path: 'a.xml', file: new File(['<x/>'], 'a.xml') }]);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/This key may only look/));
    expect(sent[0]!.names).toEqual(['a.xml']);
  });
});
