import { Kbd, Table, Text } from '@mantine/core';
import { useText } from '../i18n';
import { Dialog } from '../components/Dialog';

/** All keys of the UI. */
export function HelpSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t.help.spotlight], [['/'], t.help.search], [['?'], t.help.help],
    [['g', 'o'], t.help.overview], [['g', 'c'], t.help.catalog], [['g', 'd'], t.help.devices], [['g', 'e'], t.help.events],
    [['g', 'm'], t.help.mqtt], [['g', 'x'], t.help.deadLetters], [['g', 'w'], t.help.wall], [['g', 'a'], t.help.alarms], [['t'], t.help.scheme],
    [['←', '→'], t.help.tabs], [['Esc'], t.help.close],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={t.app.keys}>
      <Text size="sm" c="dimmed" mb="sm">{t.app.keysText}</Text>
      <Table>
        <Table.Tbody>
          {rows.map(([keys, text]) => (
            <Table.Tr key={text}>
              <Table.Td w={120}>{keys.map((key, i) => <span key={key}>{i > 0 && ' '}<Kbd>{key}</Kbd></span>)}</Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
