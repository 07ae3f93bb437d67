import { useFlow } from '../../api/useFlow';
import { useText } from '../../i18n';
import { lagOf, lagText, perSecond, rateText } from '../../lib/flow';
import { Figure } from './Figure';

const LATE_MS = 10_000;

/** How many messages come in, and how far storing them lags behind. */
export function FlowFigures() {
  const t = useText();
  const { pipeline, rates } = useFlow();
  const data = pipeline.data;
  const rate = data && perSecond(data, rates);
  const lag = data && lagOf(data);
  const away = (data?.services ?? []).filter((each) => each.detail);
  const none = !!data && (data.services ?? []).length === 0;
  const broken = !!pipeline.error || none || away.length > 0;
  return (
    <>
      <Figure label={t.overview.rate} value={rate === undefined ? undefined : rateText(rate)} to="/services" failed={broken} hint={t.overview.rateText} />
      <Figure label={t.overview.lag} value={lag === undefined ? undefined : lagText(lag)} to="/services" warn={(lag ?? 0) > LATE_MS} failed={broken}
        hint={lag !== undefined && lag > LATE_MS ? t.overview.lagLate : t.overview.lagText} />
    </>
  );
}
