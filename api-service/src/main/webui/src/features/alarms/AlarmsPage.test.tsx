// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show, showAt } from '../../test/show';
import { AlarmsPage } from './AlarmsPage';
import { AnswerBar } from './AnswerBar';

afterEach(() => vi.unstubAllGlobals());

const ALARM = { id: 7, device_id: 'press-7', device_name: 'Press 7', message: 'Temperature 91.2 °C is above 80', priority: 'urgent', state: 'active', standing: true, raised_at: '2026-01-01T00:00:00Z', raises: 3 };

describe('the list of alarms', () => {
  it('asks for open ones and says what is wrong, where and how often it came', async () => {
    const server = api({ '/api/alarms': [ALARM] });
    vi.stubGlobal('fetch', server.answer);
    showAt('/alarms?priority=high', <AlarmsPage />);
    expect(await screen.findByText('Temperature 91.2 °C is above 80')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Press 7' })).toBeTruthy();
    expect(screen.getByText('3 times')).toBeTruthy();
    expect(screen.getAllByText('urgent').length).toBeTruthy();
    expect(server.asked.some((each) => each.path.startsWith('/api/alarms?open=true&priority=high'))).toBe(true);
  });

  it('says that none is open only when the API has said so', async () => {
    vi.stubGlobal('fetch', api({ '/api/alarms': [] }).answer);
    showAt('/alarms', <AlarmsPage />);
    expect(screen.queryByText('No alarm is open.')).toBeNull();
    expect(await screen.findByText('No alarm is open.')).toBeTruthy();
  });
});

describe('answering alarms', () => {
  it('sends the word why with all that are ticked', async () => {
    const server = api({ 'POST /api/alarms/acknowledge': [] });
    vi.stubGlobal('fetch', server.answer);
    const done = vi.fn();
    show(<AnswerBar ids={[7, 8]} done={done} />);
    await userEvent.type(screen.getByLabelText('Comment'), 'on the way');
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge' }));
    await vi.waitFor(() => expect(done).toHaveBeenCalled());
    expect(server.asked[0]!.body).toBe('{"ids":[7,8],"comment":"on the way"}');
  });
});
