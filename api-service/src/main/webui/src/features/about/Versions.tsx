import type { Overview } from '../../api/types';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';

/** The versions of the services, as far as the API knows them. */
export function Versions({ overview }: { overview: Overview }) {
  const t = useText();
  return (
    <Block title={t.mqtt.version}>
      <Facts rows={[['api-service', overview.version], ...(overview.services ?? []).filter((each) => each.service !== 'api-service').map((each, i): [string, string] => [`${each.service}${i > 0 ? ` ${each.instance ?? ''}` : ''}`, each.version ?? t.state.unavailable])]} />
    </Block>
  );
}
