import { Alert, Anchor, Badge, Button, Group, Modal, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { change } from '../../api/client';
import { useDescription, useEds, useIodd } from '../../api/queries';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { asDetail } from '../../lib/eds';
import { DecodePanel } from './DecodePanel';
import { EventsPanel } from './EventsPanel';
import { FindingsPanel } from './FindingsPanel';
import { IdentityPanel } from './IdentityPanel';
import { LayoutPanel } from './LayoutPanel';
import { ParametersPanel } from './ParametersPanel';

/** Everything the catalog knows of one device description. The tab is part of the address. */
export function DescriptionPage() {
  const t = useText();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const summary = useDescription(id);
  const iodd = useIodd(id, summary.data?.kind === 'IODD');
  const eds = useEds(id, summary.data?.kind === 'EDS');
  const own = summary.data?.kind === 'EDS' ? eds : iodd;
  const detail = useMemo(() => (eds.data ? asDetail(eds.data) : iodd.data), [eds.data, iodd.data]);
  const tab = search.get('tab') ?? 'identity';

  if (summary.isLoading) {
    return <Loading />;
  }
  if (!summary.data) {
    return <Page title={t.catalog.title}><ProblemAlert error={summary.error} retry={() => void summary.refetch()} /></Page>;
  }
  const data = summary.data;
  const tabs = [
    ['identity', t.description.identity], ['process-data', t.description.processData], ['decode', t.description.decode],
    ['parameters', t.description.parameters], ['events', t.description.events], ['findings', t.description.findings],
  ] as const;
  return (
    <Page title={data.product_name} aside={<Actions id={id} name={data.product_name} />}>
      <Group gap="xs" mt={-12}>
        <Badge variant="outline" color={data.kind === 'IODD' ? 'teal' : 'indigo'}>{data.kind}</Badge>
        <Text c="dimmed">{data.vendor_name}</Text>
      </Group>
      {own.error && <ProblemAlert error={own.error} retry={() => void own.refetch()} />}
      <Tabs value={tab} keepMounted={false}
        onChange={(next) => setSearch(next && next !== 'identity' ? { tab: next } : {}, { replace: true })}>
        <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
          {tabs.map(([value, label]) => (
            <Tabs.Tab key={value} value={value} style={{ flex: 'none' }}
              rightSection={value === 'findings' && data.finding_count > 0
                ? <Badge size="sm" circle={data.finding_count < 10} color="orange" variant="light">{data.finding_count}</Badge> : undefined}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="identity" pt="md"><IdentityPanel summary={data} detail={detail} /></Tabs.Panel>
        <Tabs.Panel value="process-data" pt="md"><LayoutPanel id={id} /></Tabs.Panel>
        <Tabs.Panel value="decode" pt="md"><DecodePanel id={id} /></Tabs.Panel>
        <Tabs.Panel value="parameters" pt="md">
          {own.isLoading ? <Loading /> : <ParametersPanel parameters={detail?.parameters ?? []} />}
        </Tabs.Panel>
        <Tabs.Panel value="events" pt="md">
          {own.isLoading ? <Loading /> : <EventsPanel events={detail?.events ?? []} errors={detail?.errors ?? []} />}
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt="md"><FindingsPanel id={id} /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Actions({ id, name }: { id: string; name: string }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asking, ask] = useDisclosure();
  const remove = useMutation({
    mutationFn: () => change('DELETE', `/api/descriptions/${id}`),
    onSuccess: () => {
      notifications.show({ message: t.description.deleted, color: 'teal' });
      void client.invalidateQueries();
      void navigate('/catalog');
    },
  });
  return (
    <Group gap="sm">
      <Anchor component={Link} to={`/devices?description_id=${id}`} size="sm">{t.description.boundDevices}</Anchor>
      <Button variant="subtle" color="red" size="xs" onClick={ask.open}>{t.common.delete}</Button>
      <Modal opened={asking} onClose={ask.close} title={t.common.delete} centered>
        <Text size="sm">{t.description.confirmDelete(name)}</Text>
        {remove.error && <Alert color="red" mt="sm">{remove.error.message}</Alert>}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={ask.close}>{t.common.cancel}</Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>{t.common.delete}</Button>
        </Group>
      </Modal>
    </Group>
  );
}
