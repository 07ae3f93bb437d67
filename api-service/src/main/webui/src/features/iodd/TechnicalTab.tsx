import { Accordion, Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useGet } from '../../api/call';
import { send } from '../../api/client';
import type { CustomDatatypeView, DescriptionSummary } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { dateText, timeText } from '../../lib/dates';
import { sizeText } from '../../lib/numbers';
import { fileName, saveBlob } from '../../lib/save';
import { allowed } from './parameters';

/** The file, its document, languages, data types of its own, tests, and what can be taken out of the catalog. */
export function TechnicalTab({ summary }: { summary: DescriptionSummary }) {
  const t = useText();
  const id = summary.id!;
  const lang = useTextLanguage();
  const document = useGet('/api/iodd/{id}/documentinfo', { id }, { lang }, { keep: true });
  const languages = useGet('/api/iodd/{id}/languages', { id }, { lang }, { keep: true });
  const datatypes = useGet('/api/iodd/{id}/custom-datatypes', { id }, { lang }, { keep: true });
  const tests = useGet('/api/iodd/{id}/test-config', { id }, { lang }, { keep: true });
  const take = (path: string, name: string) => send(path, { accept: '*/*' }).then((response) => response.blob()).then((blob) => saveBlob(name, blob))
    .catch((error: Error) => notifications.show({ message: error.message, color: 'red' }));
  const base = fileName(summary.product_name ?? String(id));
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Block title={t.description.file}>
          <Facts rows={[
            [t.description.file, `${summary.file_name} (${sizeText(summary.byte_size ?? 0)})`],
            [t.description.format, summary.format_version && `IODD ${summary.format_version}`],
            [t.description.fileVersion, summary.file_version],
            [t.description.released, dateText(summary.release_date)],
            [t.catalog.imported, timeText(summary.imported_at)],
            [t.description.languages, languages.data?.languages?.join(', ')],
            [t.description.primaryLanguage, languages.data?.primary_language],
            [t.description.copyright, document.data?.copyright],
            [t.trust.checker, [document.data?.checker_name, document.data?.checker_version].filter(Boolean).join(' ')],
            [t.description.hash, <span key="hash" className="mono" style={{ fontSize: '0.72rem' }}>{summary.sha256}</span>],
          ]} />
        </Block>
        <Block title={t.description.exports}>
          <Text size="sm" c="dimmed" mb="sm">{t.description.exportsText}</Text>
          <Group gap="xs">
            <Button size="xs" variant="light" onClick={() => void take(`/api/iodd/${id}/export?format=zip`, `${base}.zip`)}>{t.description.exportZip}</Button>
            <Button size="xs" variant="light" onClick={() => void take(`/api/iodd/${id}/export?format=xml`, summary.file_name ?? `${base}.xml`)}>XML</Button>
            <Button size="xs" variant="light" onClick={() => void take(`/api/iodd/${id}/model`, `${base}_model.json`)}>{t.description.exportModel}</Button>
            <Button size="xs" variant="light" onClick={() => void take(`/api/iodd/${id}/process-data-layout`, `${base}_layout.json`)}>{t.description.exportLayout}</Button>
            <Button size="xs" variant="light" onClick={() => void take(`/api/iodd/${id}/config-schema`, `${base}_config-schema.json`)}>{t.description.exportSchema}</Button>
          </Group>
        </Block>
      </SimpleGrid>
      <Ask query={datatypes}>{(list) => (list.length === 0 ? null : (
        <Block title={`${t.description.datatypes} (${list.length})`}>
          <Accordion multiple variant="contained">{list.map((each) => <Datatype key={each.datatype_id} type={each} />)}</Accordion>
        </Block>
      ))}</Ask>
      <Ask query={tests}>{(list) => (list.length === 0 ? null : (
        <Block title={t.description.tests}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th w={120}>{t.description.test}</Table.Th><Table.Th w={90}>{t.description.index}</Table.Th><Table.Th>{t.description.testValue}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {list.map((each) => (
                <Table.Tr key={each.config_type}>
                  <Table.Td>{each.config_type}</Table.Td><Table.Td className="number">{each.param_index}</Table.Td>
                  <Table.Td className="mono" style={{ overflowWrap: 'anywhere' }}>{each.test_value ?? (each.event_triggers ?? []).map((one) => `${one.appear_value} / ${one.disappear_value}`).join(', ')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Block>
      ))}</Ask>
    </Stack>
  );
}

function Datatype({ type }: { type: CustomDatatypeView }) {
  const t = useText();
  return (
    <Accordion.Item value={type.datatype_id ?? ''}>
      <Accordion.Control><Group gap="xs"><Text size="sm" fw={500} className="mono">{type.datatype_id}</Text><Text size="xs" c="dimmed">{type.datatype_xsi_type} · {t.description.bits(type.bit_length ?? (type.fixed_length ?? 0) * 8)}</Text></Group></Accordion.Control>
      <Accordion.Panel>
        {allowed(type).map((text) => <Text key={text} size="sm">{text}</Text>)}
        {(type.record_items ?? []).map((item) => (
          <Text key={item.subindex} size="sm"><span className="number">.{item.subindex}</span> {item.name} <Text span size="xs" c="dimmed">{item.data_type ?? item.datatype_ref} · {t.description.bit} {item.bit_offset} · {allowed(item).join(', ')}</Text></Text>
        ))}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
