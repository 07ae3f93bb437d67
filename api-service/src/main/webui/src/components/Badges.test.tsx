// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../test/show';
import { ClockBadge } from './Badges';

describe('the badge of a clock', () => {
  it('tells how far a clock is ahead, and nothing of one that is right', () => {
    show(<><ClockBadge aheadMs={7_260_000} /><ClockBadge aheadMs={0} /><ClockBadge aheadMs={undefined} /></>);

    expect(screen.getAllByText(/Clock/).map((badge) => badge.textContent)).toEqual(['Clock 2 h ahead']);
  });
});
