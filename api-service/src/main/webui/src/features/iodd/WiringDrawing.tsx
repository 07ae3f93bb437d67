import { Table, Text } from '@mantine/core';
import type { ConnectionView, WireView } from '../../api/types';
import { useText } from '../../i18n';
import { pinPosition, polesOf, wireColors } from './wires';

/** The wires of one connection: the face of its plug where it has one, and each wire in its colour with what it does. */
export function WiringDrawing({ connection }: { connection: ConnectionView }) {
  const t = useText();
  const wires = [...(connection.wires ?? [])].sort((a, b) => (a.wire_number ?? 0) - (b.wire_number ?? 0));
  const poles = polesOf(connection.connection_type);
  if (wires.length === 0) {
    return <Text size="sm" c="dimmed">{t.description.noWires}</Text>;
  }
  return (
    <div className="wiring">
      {poles !== null && wires.every((wire) => pinPosition(wire.wire_number ?? 0, poles)) && <PlugFace wires={wires} poles={poles} />}
      <Table verticalSpacing={4} layout="auto">
        <Table.Thead>
          <Table.Tr><Table.Th w={50}>{poles === null ? t.description.wire : t.description.pin}</Table.Th><Table.Th w={110}>{t.description.color}</Table.Th><Table.Th>{t.description.function}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {wires.map((wire) => (
            <Table.Tr key={wire.wire_number}>
              <Table.Td className="number">{wire.wire_number}</Table.Td>
              <Table.Td>{wire.wire_color ? <><Strand colors={wireColors(wire.wire_color)} /> {(t.description.colors as Record<string, string>)[wire.wire_color] ?? wire.wire_color}</> : '–'}</Table.Td>
              <Table.Td>{wire.wire_function ?? '–'}{wire.wire_description && wire.wire_description !== wire.wire_function && <Text size="xs" c="dimmed">{wire.wire_description}</Text>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Strand({ colors }: { colors: string[] }) {
  return (
    <svg width={34} height={12} aria-hidden="true" className="strand">
      <rect x={0.5} y={2.5} width={33} height={7} rx={3.5} fill={colors[0] ?? 'none'} stroke="currentColor" strokeWidth={0.8} />
      {colors[1] && [6, 16, 26].map((x) => <rect key={x} x={x} y={3} width={4} height={6} fill={colors[1]} />)}
    </svg>
  );
}

function PlugFace({ wires, poles }: { wires: WireView[]; poles: number }) {
  const t = useText();
  return (
    <svg width={120} height={120} viewBox="-60 -60 120 120" role="img" aria-label={t.description.plug(wires.map((each) => `${each.wire_number} ${each.wire_function ?? ''}`).join(', '))} className="plug">
      <circle r={52} fill="none" stroke="currentColor" strokeWidth={2} />
      <path d="M-6 -52 v7 h12 v-7" fill="none" stroke="currentColor" strokeWidth={2} />
      {wires.map((wire) => {
        const [x, y] = pinPosition(wire.wire_number ?? 0, poles)!;
        const color = wireColors(wire.wire_color)[0];
        return (
          <g key={wire.wire_number} transform={`translate(${x * 50} ${y * 50})`}>
            <circle r={8} fill={color ?? 'none'} stroke="currentColor" strokeWidth={1.5} />
            <text y={-11} textAnchor="middle" fontSize={11} fill="currentColor">{wire.wire_number}</text>
            <text y={19} textAnchor="middle" fontSize={9} fill="currentColor">{wire.wire_function}</text>
          </g>
        );
      })}
    </svg>
  );
}
