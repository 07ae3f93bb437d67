// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api, showAt } from '../../test/show';
import { nameOf } from '../../lib/save';
import { GenerateTab } from './GenerateTab';

const GENERATORS = [
  { id: 'node-red-monitoring', title: 'Node-RED flow: monitoring', description: 'x' },
  { id: 'of-tomorrow', title: 'Something newer than this page', description: 'Made by a newer API.' },
];

describe('generated files', () => {
  let asked: { path: string }[];
  beforeEach(() => {
    const answers = api({ '/api/generators': GENERATORS, '/api/descriptions/5/generated/of-tomorrow': {}, '/api/descriptions/5/export/parameters': {} });
    asked = answers.asked;
    vi.stubGlobal('fetch', answers.answer);
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
  });

  it('shows also generators that it has no words for', async () => {
    showAt('/', <GenerateTab base="/api/descriptions/5" tables={[]} />);
    expect(await screen.findByText('Made by a newer API.')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Download' })[1]!);
    await waitFor(() => expect(asked.map((each) => each.path)).toContain('/api/descriptions/5/generated/of-tomorrow'));
  });

  it('asks for a table in the format that was chosen', async () => {
    showAt('/', <GenerateTab base="/api/descriptions/5" tables={[{ path: '/api/descriptions/5/export/parameters', label: 'Parameters' }]} />);
    fireEvent.change(await screen.findByLabelText('Format'), { target: { value: 'xlsx' } });
    fireEvent.click(screen.getByRole('button', { name: 'Parameters' }));
    await waitFor(() => expect(asked.map((each) => each.path)).toContain('/api/descriptions/5/export/parameters?format=xlsx'));
  });

  it('takes the name that the API gives', () => {
    const named = (value: string) => nameOf(new Response('', { headers: { 'Content-Disposition': value } }));
    expect(named('attachment; filename="F_llstand.csv"; filename*=UTF-8\'\'F%C3%BCllstand.csv')).toBe('Füllstand.csv');
    expect(named('attachment; filename="flow.json"')).toBe('flow.json');
    expect(named('inline')).toBe('greenstack');
  });
});
