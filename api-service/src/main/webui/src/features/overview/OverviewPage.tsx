import { Alert, Anchor, Badge, Button, Card, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDescriptions, useDevices, useHealth, useLatestOf } from '../../api/queries';
import type { Health } from '../../api/types';
import { BindingBadge, ConnectionBadge } from '../../components/Badges';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { statusText, timeText } from '../../lib/format';

/** Devices whose connection is looked at; the API tells it per device. */
const LOOKED_AT = 50;

/** The state of the plant at a glance: devices, what they lack, the catalog, the health of the service. */
export function OverviewPage() {
  const t = useText();
  const devices = useDevices({ size: LOOKED_AT, sort: '-last_registered_at' });
  const missing = useDevices({ state: 'DESCRIPTION_MISSING', size: 5 });
  const catalog = useDescriptions({ size: 1 });
  const items = devices.data?.items ?? [];
  const states = useLatestOf(items.map((device) => device.device_id));
  const total = devices.data?.total;
  const connected = items.filter((device) => states.get(device.device_id)?.connection_state === 'connected').length;
  const attention = items.filter((device) => device.binding.state !== 'BOUND'
    || states.get(device.device_id)?.connection_state === 'disconnected'
    || states.get(device.device_id)?.stale).slice(0, 8);

  return (
    <Page title={t.overview.title}>
      {devices.error && <ProblemAlert error={devices.error} retry={() => void devices.refetch()} />}
      {catalog.data?.total === 0 && (
        <Alert color="teal" title={t.overview.start}>
          <Stack gap="xs" align="flex-start">
            {t.overview.startText}
            <Button component={Link} to="/catalog" size="xs">{t.overview.toCatalog}</Button>
          </Stack>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
        <Figure label={t.overview.connected} value={total === undefined ? undefined : connected} to="/devices"
          hint={total === undefined ? '' : total > LOOKED_AT ? t.overview.connectedFirst(LOOKED_AT) : t.overview.connectedOf(total)} />
        <Figure label={t.overview.missing} value={missing.data?.total} to="/devices?state=DESCRIPTION_MISSING"
          warn={(missing.data?.total ?? 0) > 0}
          hint={missing.data?.total ? t.overview.missingSome : t.overview.missingNone} />
        <Figure label={t.overview.catalog} value={catalog.data?.total} to="/catalog" hint={t.overview.catalogText} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Card withBorder>
          <Title order={2} size="h4" mb="sm">{t.overview.attention}</Title>
          {devices.isLoading ? <Loading /> : attention.length === 0
            ? <Text c="dimmed" size="sm">{t.overview.attentionNone}</Text>
            : (
              <Stack gap="xs">
                {attention.map((device) => (
                  <Group key={device.device_id} justify="space-between" gap="xs">
                    <Anchor component={Link} to={`/devices/${encodeURIComponent(device.device_id)}`} size="sm">
                      {device.name ?? device.device_id}
                    </Anchor>
                    <Group gap="xs">
                      {device.binding.state !== 'BOUND' && <BindingBadge state={device.binding.state} />}
                      <ConnectionBadge state={states.get(device.device_id)?.connection_state} />
                    </Group>
                  </Group>
                ))}
              </Stack>
            )}
        </Card>
        <HealthCard />
      </SimpleGrid>
    </Page>
  );
}

function Figure({ label, value, hint, to, warn }: {
  label: string; value: number | undefined; hint: string; to: string; warn?: boolean;
}) {
  return (
    <Card withBorder component={Link} to={to} c="inherit" td="none">
      <Text size="sm" c="dimmed">{label}</Text>
      <Text fz={34} fw={600} lh={1.2} className="number" c={warn ? 'orange' : undefined}>{value ?? '–'}</Text>
      <Text size="xs" c="dimmed">{hint}</Text>
    </Card>
  );
}

function HealthCard() {
  const t = useText();
  const health = useHealth();
  return (
    <Card withBorder>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">{t.overview.health}</Title>
        {health.data && <StateBadge state={health.data.status} />}
      </Group>
      {health.isLoading && <Loading />}
      {health.error && <ProblemAlert error={health.error} retry={() => void health.refetch()} />}
      {health.data && <HealthTable health={health.data} />}
    </Card>
  );
}

function HealthTable({ health }: { health: Health }) {
  const t = useText();
  const rows: ReactNode[] = Object.entries(health.checks ?? {}).map(([name, check]) => (
    <Table.Tr key={name}>
      <Table.Td>{statusText(name)}{check.required && <Text span size="xs" c="dimmed"> · {t.overview.required}</Text>}
        {check.message && <Text size="xs" c="dimmed">{check.message}</Text>}</Table.Td>
      <Table.Td ta="right"><StateBadge state={check.status} /></Table.Td>
    </Table.Tr>
  ));
  const breakers = (health.breakers ?? []).map((breaker) => (
    <Table.Tr key={`b-${breaker.name}`}>
      <Table.Td>{breaker.name}
        {breaker.opened > 0 && (
          <Text size="xs" c="dimmed">{t.overview.opened(breaker.opened)}, {timeText(breaker.last_change)}</Text>
        )}</Table.Td>
      <Table.Td ta="right"><StateBadge state={breaker.state} /></Table.Td>
    </Table.Tr>
  ));
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        <Heading text={t.overview.dependencies} />
        {rows}
        {breakers.length > 0 && <Heading text={t.overview.breakers} />}
        {breakers}
      </Table.Tbody>
    </Table>
  );
}

function Heading({ text }: { text: string }) {
  return <Table.Tr><Table.Th colSpan={2} c="dimmed" fz="xs" fw={500}>{text}</Table.Th></Table.Tr>;
}

function StateBadge({ state }: { state: string }) {
  const word = state.toLowerCase();
  const color = ['up', 'ready', 'healthy', 'closed'].includes(word) ? 'teal'
    : ['degraded', 'half_open'].includes(word) ? 'orange' : 'red';
  return <Badge color={color} variant="light">{statusText(word)}</Badge>;
}
