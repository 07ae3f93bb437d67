import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { change } from '../../api/client';
import { useDevice } from '../../api/queries';
import type { Decoded } from '../../api/types';
import { ProblemAlert } from '../../components/Problem';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { processDataOf, type SentOctets } from './processData';
import type { Message } from './recorder';

/** What raw process data of a message mean by the description of its device; nothing for other messages. */
export function DecodedPayload({ message }: { message: Message }) {
  const sent = processDataOf(message);
  return sent && <Decode sent={sent} />;
}

function Decode({ sent }: { sent: SentOctets }) {
  const t = useText();
  const device = useDevice(sent.device);
  const binding = device.data?.binding;
  const id = binding?.description_id;
  const decoded = useQuery({
    queryKey: ['decode-message', id, sent],
    queryFn: () => change<Decoded>('POST', `/api/descriptions/${id}/decode`, { direction: sent.direction, hex: sent.hex, parameters: binding?.parameters ?? {} }),
    enabled: id !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  if (device.data && id === undefined) {
    return <Text size="xs" c="dimmed" mt={4}>{t.mqtt.noDescription}</Text>;
  }
  if (decoded.error) {
    return <ProblemAlert error={decoded.error} />;
  }
  return decoded.data ? (
    <>
      <Text size="xs" c="dimmed" mt={6}>{t.mqtt.decodedBy(binding?.product_name ?? String(id))}</Text>
      <Table verticalSpacing={2} withRowBorders={false} layout="auto" w="auto">
        <Table.Tbody>
          {decoded.data.values.map((value) => (
            <Table.Tr key={value.key}><Table.Td>{value.name ?? value.key}</Table.Td><Table.Td ta="right"><ValueNumber value={value} /></Table.Td><Table.Td><ValueMeaning value={value} /></Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  ) : null;
}
