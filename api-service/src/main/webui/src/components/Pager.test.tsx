// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../test/show';
import { Pager } from './Pager';

describe('the pager', () => {
  it('gives every button a name', () => {
    show(<Pager page={2} size={25} total={120} onChange={() => undefined} />);
    const buttons = screen.getAllByRole('button');
    expect(buttons.length).toBeGreaterThan(6);
    for (const button of buttons) {
      expect(button.getAttribute('aria-label') ?? button.textContent?.trim()).toBeTruthy();
    }
    for (const name of ['First page', 'Previous page', 'Next page', 'Last page', 'Page 3']) {
      expect(screen.getByRole('button', { name })).toBeTruthy();
    }
  });
});
