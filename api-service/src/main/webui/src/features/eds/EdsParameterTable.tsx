import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ParameterView } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { rangeText, scalingText } from '../../lib/units';

/** Parameters as the file numbers them; what scales a parameter by another one links to that one. */
export function EdsParameterTable({ parameters, all }: { parameters: ParameterView[]; all: ParameterView[] }) {
  const t = useText();
  const names = new Map(all.map((each) => [each.param_number, each.param_name]));
  const columns: Column<ParameterView>[] = [
    { id: 'number', header: '#', width: 70, right: true, value: (each) => each.param_number, cell: (each) => <span className="number">{each.param_number}</span> },
    {
      id: 'name', header: t.common.name, value: (each) => each.param_name,
      cell: (each) => (
        <><Text size="sm" fw={500} span>{each.param_name}</Text> {each.read_only && <Badge size="xs" color="gray">{t.eds.readOnly}</Badge>}
          {each.help && <Text size="xs" c="dimmed" lineClamp={2} title={each.help}>{each.help}</Text>}</>
      ),
    },
    { id: 'type', header: t.description.type, width: 95, value: (each) => each.data_type, cell: (each) => <>{each.data_type}<Text size="xs" c="dimmed">{t.description.octets(each.data_size ?? 0)}</Text></> },
    { id: 'default', header: t.description.default, width: 105, cell: (each) => <span style={{ overflowWrap: 'anywhere' }}>{each.enumeration_values?.[each.default_value ?? ''] ?? each.default_value ?? '–'}</span> },
    {
      id: 'range', header: t.description.range, width: 210,
      cell: (each) => (
        <>
          <Text size="xs">{rangeText(each.min_value || undefined, each.max_value || undefined, each.units)}</Text>
          {Object.entries(each.enumeration_values ?? {}).slice(0, 4).map(([value, name]) => <Text key={value} size="xs">{value} = {name}</Text>)}
          {Object.keys(each.enumeration_values ?? {}).length > 4 && (
            <Text size="xs" c="dimmed" title={Object.entries(each.enumeration_values!).map(([value, name]) => `${value} = ${name}`).join('\n')}>{t.common.more(Object.keys(each.enumeration_values!).length - 4)}</Text>
          )}
        </>
      ),
    },
    { id: 'scaling', header: t.description.scaling, width: 130, cell: (each) => <Scaling parameter={each} names={names} /> },
    { id: 'path', header: t.eds.path, width: 110, cell: (each) => <span className="mono">{each.link_path || '–'}</span> },
  ];
  return <DataTable label={t.description.tabs.parameters} rows={parameters} columns={columns} rowKey={(each) => String(each.param_number)} minWidth={980} />;
}

function Scaling({ parameter, names }: { parameter: ParameterView; names: Map<number | undefined, string | undefined> }) {
  const scaling = parameter.scaling;
  const links = ([['×', scaling?.multiplier_link], ['÷', scaling?.divisor_link], ['^', scaling?.base_link], ['+', scaling?.offset_link]] as const).filter(([, link]) => link);
  return (
    <>
      <Text size="xs">{scalingText(parameter.gradient, parameter.offset, parameter.units)}</Text>
      {links.map(([sign, link]) => (
        <Text key={sign} size="xs">{sign} <Anchor component={Link} to={`?tab=parameters&q=${encodeURIComponent(names.get(link) ?? String(link))}`} inherit>{names.get(link) ?? `Param${link}`}</Anchor></Text>
      ))}
    </>
  );
}
