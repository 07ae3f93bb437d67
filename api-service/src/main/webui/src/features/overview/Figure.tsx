import { Card, Skeleton, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useText } from '../../i18n';

/** A number that leads to its list. Until it is known there is none, and nothing is said about it. */
export function Figure({ label, value, hint, to, warn, failed }: {
  label: string; value: number | string | undefined; hint?: string; to: string; warn?: boolean; failed?: boolean;
}) {
  const t = useText();
  return (
    <Card withBorder padding="sm" component={Link} to={to} c="inherit" td="none" className="card" aria-busy={value === undefined && !failed}>
      <Text size="sm" c="dimmed">{label}</Text>
      {value === undefined
        ? failed ? <Text fz={28} fw={600} lh={1.3}>–</Text> : <Skeleton height={28} width={60} my={4} />
        : <Text fz={28} fw={600} lh={1.3} className="number" c={warn ? 'orange' : undefined}>{value}</Text>}
      <Text size="xs" c="dimmed" lineClamp={3}>{value === undefined ? failed ? t.overview.unknown : ' ' : hint ?? ' '}</Text>
    </Card>
  );
}
