import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../../../api/call';
import { get, url } from '../../../api/client';
import { deviceUrl, useDevice } from '../../../api/queries';
import { useTextLanguage } from '../../../app/preferences';
import { useMay } from '../../../app/useRole';
import { Ask } from '../../../components/Ask';
import { DownloadButton } from '../../../components/DownloadButton';
import { Empty } from '../../../components/Page';
import { ProblemAlert } from '../../../components/Problem';
import { useText } from '../../../i18n';
import { AgainstChoice } from './AgainstChoice';
import { compared, wantedOf, type Against, type Compared, type ParameterSet } from './compare';
import { FillButton } from './FillButton';
import { KeepButton } from './KeepButton';
import { SetTable } from './SetTable';

const AGAINST: Against[] = ['wanted', 'defaults', 'other'];

/** The parameters of a device as found, beside what is wanted, the defaults, a file or another device; differences become wishes. */
export function SetTab({ id }: { id: string }) {
  const t = useText();
  const lang = useTextLanguage();
  const client = useQueryClient();
  const operator = useMay('operator');
  const [search, setSearch] = useSearchParams();
  const against = AGAINST.find((each) => each === search.get('against')) ?? 'wanted';
  const only = search.get('only') === 'differences';
  const [other, setOther] = useState<ReadonlyMap<string, unknown>>();
  const change = (name: string, value: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
    return next;
  }, { replace: true });
  const set = useQuery({
    queryKey: ['parameter-set', id, lang],
    queryFn: ({ signal }) => get<ParameterSet>(url(`${deviceUrl(id)}/parameter-set`, { lang }), signal),
    refetchInterval: 10_000,
  });
  const device = useDevice(id);
  const write = useMutation({
    mutationFn: (patch: Record<string, unknown>) => call('PATCH /api/devices/{id}/shadow/desired', { id }, patch),
    onSuccess: () => {
      notifications.show({ message: t.sets.wanted, color: 'teal' });
      void client.invalidateQueries({ queryKey: ['parameter-set'] });
      void client.invalidateQueries({ queryKey: ['/api/devices/{id}/shadow'] });
    },
  });
  const ask = (rows: Compared[], data: ParameterSet) => modals.openConfirmModal({
    title: t.sets.want(rows.length), children: <Text size="sm">{t.sets.wantText(rows.length)}</Text>, labels: { confirm: t.sets.want(rows.length), cancel: t.common.cancel },
    onConfirm: () => write.mutate(wantedOf(rows, data)),
  });
  return (
    <Ask query={set}>{(data) => {
      const all = compared(data, against, other);
      const different = all.filter((each) => each.differs);
      const found = all.some((each) => each.found !== undefined && each.found !== null);
      const writable = different.filter((each) => each.writable);
      return (
        <Stack gap="sm">
          <Group gap="sm" align="flex-end">
            <AgainstChoice against={against} onChange={(next) => change('against', next === 'wanted' ? null : next)} onOther={setOther} own={id} type={{ vendor: data.vendor_id, device: data.device_type_id }} lang={lang} />
            <Switch size="sm" label={t.sets.only} checked={only} onChange={(event) => change('only', event.currentTarget.checked ? 'differences' : null)} />
            <Text size="sm" c="dimmed" role="status">{t.sets.count(different.length)}</Text>
            <Group gap="xs" ml="auto">
              <DownloadButton path={url(`${deviceUrl(id)}/parameter-set`, { lang, format: 'json' })}>JSON</DownloadButton>
              <DownloadButton path={url(`${deviceUrl(id)}/parameter-set`, { lang, format: 'csv', bom: true })}>CSV</DownloadButton>
              {operator && device.data?.master && <FillButton id={id} />}
              {operator && <KeepButton id={id} disabled={!found} />}
              {operator && against !== 'wanted' && <Button size="xs" disabled={writable.length === 0} loading={write.isPending} onClick={() => ask(writable, data)}>{t.sets.want(writable.length)}</Button>}
            </Group>
          </Group>
          {write.error && <ProblemAlert error={write.error} />}
          {!found && <Text size="sm" c="dimmed">{t.sets.nothingFound}</Text>}
          {only && different.length === 0 ? <Empty>{t.sets.noDifference}</Empty> : <SetTable rows={only ? different : all} against={against} />}
        </Stack>
      );
    }}</Ask>
  );
}
