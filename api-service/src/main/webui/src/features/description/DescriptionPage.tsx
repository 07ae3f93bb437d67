import { Anchor, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call } from '../../api/call';
import { useDescription } from '../../api/queries';
import type { DescriptionSummary } from '../../api/types';
import { useMay } from '../../app/useRole';
import { KindBadge } from '../../components/Badges';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { exportAll } from '../catalog/exportAll';

const IoddTabs = lazy(() => import('../iodd/IoddTabs'));
const EdsTabs = lazy(() => import('../eds/EdsTabs'));

/** Everything the catalog knows of one device description. The tab is part of the address. */
export function DescriptionPage() {
  const t = useText();
  const { id = '' } = useParams();
  const summary = useDescription(id);
  const up = { to: '/catalog', label: t.catalog.title };
  if (!summary.data) {
    return <Page title={t.catalog.title} up={up}>{summary.error ? <ProblemAlert error={summary.error} retry={() => void summary.refetch()} /> : <Loading />}</Page>;
  }
  const data = summary.data;
  return (
    <Page title={data.product_name ?? id} up={up} aside={<Actions description={data} />}>
      <Group gap="xs" mt={-8}>
        <KindBadge kind={data.kind} />
        <Text c="dimmed" size="sm">{data.vendor_name} · {data.file_version ?? ''}</Text>
      </Group>
      <Suspense fallback={<Loading />}>
        {data.kind === 'EDS' ? <EdsTabs summary={data} /> : <IoddTabs summary={data} />}
      </Suspense>
    </Page>
  );
}

function Actions({ description }: { description: DescriptionSummary }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const admin = useMay('admin');
  const operator = useMay('operator');
  const remove = useMutation({
    mutationFn: () => call('DELETE /api/descriptions/{id}', { id: description.id! }),
    onSuccess: () => {
      notifications.show({ message: t.description.deleted, color: 'teal' });
      void client.invalidateQueries();
      void navigate('/catalog');
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const save = useMutation({
    mutationFn: () => exportAll([description]),
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const ask = () => modals.openConfirmModal({
    title: t.common.delete, centered: true, children: <Text size="sm">{t.description.confirmDelete(description.product_name ?? '')}</Text>,
    labels: { confirm: t.common.delete, cancel: t.common.cancel }, confirmProps: { color: 'red' }, onConfirm: () => remove.mutate(),
  });
  return (
    <Group gap="xs">
      <Anchor component={Link} to={`/devices?description_id=${description.id}`} size="sm">{t.description.boundDevices}</Anchor>
      {operator && <Button component={Link} to={`/simulations?add=${description.id}`} size="xs" variant="light">{t.simulations.make}</Button>}
      {operator && <Button component={Link} to={`/devices?add=${description.id}`} size="xs">{t.devices.add}</Button>}
      <Button variant="light" size="xs" loading={save.isPending} onClick={() => save.mutate()}>{t.description.download}</Button>
      {admin && <Button variant="subtle" color="red" size="xs" loading={remove.isPending} onClick={ask}>{t.common.delete}</Button>}
    </Group>
  );
}
