import { useMemo } from 'react';
import { DataTable, type Column } from '../../../components/DataTable';
import { useText } from '../../../i18n';
import { knownFirst, type Against, type Compared } from './compare';

/** Values as found beside those they are held against. */
export function SetTable({ rows, against }: { rows: Compared[]; against: Against }) {
  const t = useText();
  const columns = useMemo((): Column<Compared>[] => [
    { id: 'name', header: t.device.parameter, value: (each) => each.name, cell: (each) => <><span className="cut" title={each.name}>{each.name}</span><span className="row-sub mono">{each.key}</span></> },
    { id: 'found', header: t.sets.found, width: 220, cell: (each) => <Shown value={each.found} unit={each.unit} /> },
    { id: 'other', header: t.sets.against[against], width: 220, cell: (each) => <Shown value={each.other} unit={each.unit} /> },
    { id: 'state', header: t.twin.state, width: 170, value: (each) => Number(!each.differs), cell: (each) => (each.differs ? <span className="chip" data-kind="status">{t.sets.differs}</span> : each.found === undefined || each.other === undefined ? '–' : <span className="chip" data-kind="IODD">{t.sets.equal}</span>) },
    { id: 'access', header: t.sets.access, width: 110, cell: (each) => (each.writable ? t.sets.writable : t.sets.readOnly) },
  ], [t, against]);
  const ordered = useMemo(() => knownFirst(rows), [rows]);
  return <DataTable label={t.sets.title} rows={ordered} columns={columns} rowKey={(each) => each.key} rowHeight={46} minWidth={900} />;
}

function Shown({ value, unit }: { value: unknown; unit?: string }) {
  if (value === undefined || value === null) {
    return <>–</>;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return <span className="number" title={text}>{text}{unit && typeof value !== 'string' && <span className="unit"> {unit}</span>}</span>;
}
